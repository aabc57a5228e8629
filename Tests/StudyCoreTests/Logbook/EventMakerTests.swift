import Testing

@testable import StudyCore

@Suite("New events come after all that are there, and say where they were recorded")
struct EventMakerTests {
  private static let now = Timestamp(seconds: 1_795_342_709)

  private func events(
    after old: [Event], _ count: Int = 1, machine: String? = nil, seed: UInt64 = 7
  ) -> [Event] {
    var random = SeededRandom(state: seed)
    let maker = EventMaker(
      roadmap: "own", builtIn: "own", at: Self.now, machine: machine, random: { random.next() })
    let drafts = (0..<count).map { _ in Event.Draft(.done, .init(rawValue: "state")) }
    return maker.events(drafts, after: Sample.logbook(old))
  }

  @Test(
    "Whatever the clock of another laptop says, and whoever made its ids",
    arguments: [-3600, -1, 0, 1, 3600, 400 * 86_400], ["22hdxj4g4q61", "zzzzzzzzzzzz", "laptop"])
  func order(ahead: Int, id: String) throws {
    let old = Sample.event(.done, "image", id, second: ahead)
    for seed in 0..<20 as Range<UInt64> {
      let new = events(after: [old], 3, seed: seed)
      #expect([old] + new == ([old] + new).sorted())
      let first = try #require(Timestamp(new[0].at))
      #expect(Self.now <= first)
      #expect(first.seconds <= max(Self.now.seconds, Self.now.seconds + ahead + 1))
    }
  }

  @Test("After the last second that can be written there is no later one")
  func lastSecond() throws {
    let end = "9999-12-31T23:59:59Z"
    let old = Event(.done, task: .init(rawValue: "image"), at: end, id: "zzz")
    #expect(events(after: [old]).map(\.at) == [end])
  }

  @Test("What only a newer program knows sets no time")
  func newer() throws {
    let file = #"{"format":1,"events":[{"kind":"pondered","at":"never"},{}]}"#
    let logbook = try Logbook(Array(file.utf8))
    #expect(events(after: logbook.events).map(\.at) == [Self.now.text])
  }

  @Test("The machine is kept with each event, and where there is none nothing is")
  func machine() throws {
    #expect(events(after: [], 2, machine: "here").map(\.machine) == ["here", "here"])
    let unnamed = try #require(events(after: []).first)
    #expect(unnamed.machine == nil)
    #expect(!String(decoding: unnamed.bytes, as: UTF8.self).contains("machine"))
    let odd =
      #"{"format":1,"events":[{"at":"2026-11-22T10:18:29Z","id":"a","kind":"done","#
      + #""machine":{"n":1},"task":"state"},{}]}"#
    #expect(try Logbook(Array(odd.utf8)).events.map(\.machine) == [nil])
  }

  @Test("The last change is this machine's, whatever another recorded since")
  func lastChange() throws {
    let roadmap = try Sample.small()
    func last(_ events: [Event], on machine: String?) -> [String] {
      Standings(Sample.logbook(events), roadmap: roadmap, builtIn: "own")
        .lastChange(on: machine).map(\.task.rawValue)
    }
    func event(_ task: String, _ second: Int, _ machine: String?) -> Event {
      Event(
        .done, task: .init(rawValue: task), at: Timestamp(seconds: second).text, id: task,
        batch: "b", machine: machine)
    }
    let all = [
      event("vpc-net", 1, nil), event("state", 2, "here"), event("image", 3, "there"),
      event("compose", 3, nil),
    ]
    #expect(last(all, on: "here") == ["state"])
    #expect(last(all, on: "there") == ["image"])
    #expect(last(all, on: "third") == ["compose"])
    #expect(last(all, on: nil) == ["compose"])
    #expect(last([all[2]], on: "here") == [])
  }
}
