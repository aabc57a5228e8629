import Testing

@testable import StudyCore

@Suite("Where a task stands follows from the set of events")
struct StandingTests {
  @Test(
    "Events give the standing they should",
    arguments: [
      ([], .todo), ([Sample.event(.done, "state", "a")], .claimed),
      ([Sample.event(.verified, "state", "a")], .verified),
      ([Sample.event(.skip, "state", "a")], .skipped),
      ([Sample.event(.note, "state", "a", note: "n")], .todo),
      ([Sample.event(.done, "state", "a"), Sample.event(.undo, "state", "b", of: ["a"])], .todo),
      (
        [
          Sample.event(.done, "state", "a"), Sample.event(.done, "state", "b"),
          Sample.event(.undo, "state", "c", of: ["a"]),
        ], .claimed
      ),
      ([Sample.event(.done, "state", "a"), Sample.event(.verified, "state", "b")], .verified),
      ([Sample.event(.skip, "state", "a"), Sample.event(.done, "state", "b")], .claimed),
      (
        [Sample.event(.verified, "state", "a"), Sample.event(.lapsed, "state", "b", of: ["a"])],
        .lapsed
      ),
      (
        [
          Sample.event(.done, "state", "d"), Sample.event(.verified, "state", "a"),
          Sample.event(.lapsed, "state", "b", of: ["a"]),
        ], .lapsed
      ),
      (
        [
          Sample.event(.verified, "state", "a"), Sample.event(.lapsed, "state", "b", of: ["a"]),
          Sample.event(.verified, "state", "c"),
        ], .verified
      ),
      (
        [
          Sample.event(.verified, "state", "a"), Sample.event(.lapsed, "state", "b", of: ["a"]),
          Sample.event(.undo, "state", "c", of: ["b"]),
        ], .verified
      ),
      (
        [Sample.event(.verified, "state", "a"), Sample.event(.undo, "state", "b", of: ["a"])], .todo
      ),
      ([Sample.event(.skip, "state", "a"), Sample.event(.undo, "state", "b", of: ["a"])], .todo),
      ([Sample.event(.done, "state", "a", roadmap: "other")], .todo),
      ([Sample.event(.done, "state", "a", roadmap: "own")], .claimed),
      (
        [Sample.event(.undo, "state", "b", of: ["unheard-of"]), Sample.event(.done, "state", "a")],
        .claimed
      ),
    ] as [([Event], Standing)])
  func table(events: [Event], standing: Standing) throws {
    #expect(Sample.standings(events, try Sample.small())["state"] == standing)
  }

  @Test("The order in which events come, and come again, changes nothing", arguments: 0..<40)
  func order(seed: UInt64) throws {
    let roadmap = try Sample.small()
    var random = SeededRandom(state: seed)
    let kinds: [Event.Kind] = [.done, .verified, .lapsed, .skip, .note, .undo]
    let tasks = roadmap.tasks.map(\.task.id.rawValue) + ["gone", "vpc-ids"]
    let events = (0..<30).map { number in
      let of = (0..<2).map { _ in "e\(Int.random(in: 0..<30, using: &random))" }
      return Sample.event(
        kinds.randomElement(using: &random)!, tasks.randomElement(using: &random)!, "e\(number)",
        of: of, second: Int.random(in: 0..<5, using: &random), note: "n")
    }
    let standings = Sample.standings(events, roadmap)
    let bytes = Sample.logbook(events).fileBytes
    for _ in 0..<5 {
      let shuffled = (events + events.prefix(7)).shuffled(using: &random)
      #expect(Sample.standings(shuffled, roadmap) == standings)
      #expect(Sample.logbook(shuffled).fileBytes == bytes)
      let cut = Int.random(in: 0...events.count, using: &random)
      let (left, right) = (
        Sample.logbook(Array(shuffled[..<cut])), Sample.logbook(Array(shuffled[cut...]))
      )
      #expect(left.merged(with: right).fileBytes == bytes)
      #expect(right.merged(with: left).fileBytes == bytes)
      #expect(left.merged(with: left).fileBytes == left.fileBytes)
    }
  }

  @Test("Undoing what done recorded gives the standing from before", arguments: Event.Kind.allKnown)
  func undo(kind: Event.Kind) throws {
    let roadmap = try Sample.small()
    let before = [Sample.event(.done, "image", "x"), Sample.event(.skip, "state", "y")]
    let new = Sample.event(kind, "vpc-net", "new", of: ["x"])
    let undo = Sample.event(.undo, "vpc-net", "z", of: ["new"])
    if kind == .undo { return }
    #expect(Sample.standings(before + [new, undo], roadmap) == Sample.standings(before, roadmap))
  }

  @Test("Work done under an earlier id counts under the present one")
  func formerly() throws {
    let roadmap = try Sample.small()
    #expect(Sample.standings([Sample.event(.done, "vpc-ids", "a")], roadmap)["vpc-out"] == .claimed)
    let logbook = Sample.logbook([
      Sample.event(.done, "vpc-ids", "a"), Sample.event(.done, "gone", "b"),
    ])
    let standings = Standings(logbook, roadmap: roadmap, builtIn: "own")
    #expect(standings.outside == ["gone"])
  }

  @Test("What belongs to other roadmaps is counted by roadmap and changes nothing here")
  func elsewhere() throws {
    let logbook = Sample.logbook([
      Sample.event(.done, "state", "a"), Sample.event(.done, "state", "b"),
      Sample.event(.done, "state", "c", roadmap: "third"),
      Sample.event(.done, "image", "d", roadmap: "own"),
      Sample.event(.undo, "image", "e", of: ["d"], roadmap: "third"),
    ])
    let standings = Standings(logbook, roadmap: try Sample.small(), builtIn: "built-in")
    #expect(
      standings.elsewhere.roadmaps.map { "\($0.count) \($0.id)" } == ["2 built-in", "2 third"])
    #expect(standings.effective.map(\.id) == ["d"])
  }

  @Test("The last change is the last command's, whole, and the one before once that is undone")
  func lastChange() throws {
    let roadmap = try Sample.small()
    var events = [
      Sample.event(.note, "state", "a", note: "n"),
      Sample.event(.done, "image", "b", second: 1, batch: "b"),
      Sample.event(.done, "compose", "c", second: 1, batch: "b"),
    ]
    func last() -> [String] {
      Standings(Sample.logbook(events), roadmap: roadmap, builtIn: "own")
        .lastChange(on: nil).map(\.id)
    }
    #expect(last() == ["b", "c"])
    events.append(Sample.event(.skip, "image", "f", batch: "b"))
    #expect(last() == ["b", "c"])
    events.removeLast()
    events.append(Sample.event(.undo, "image", "d", of: ["b", "c"], second: 2))
    #expect(last() == ["a"])
    events.append(Sample.event(.undo, "state", "e", of: ["a"], second: 3))
    #expect(last() == [])
  }
}

extension Event.Kind {
  fileprivate static let allKnown: [Self] = [.done, .verified, .lapsed, .skip, .note, .undo]
}
