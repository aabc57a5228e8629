import Testing

@testable import StudyCore

@Suite("What one command records belongs together")
struct ChangesTogetherTests {
  private func tasks(_ names: String...) throws -> [Lesson.Task] {
    let roadmap = try Sample.small()
    return try names.map { try #require(roadmap.task(.init(rawValue: $0))) }
  }

  private func remarks(_ change: Change) -> [String] {
    change.remarks.map { "\($0)" }
  }

  @Test("Without a task, `done` takes the next one, and none where nothing is left")
  func next() throws {
    let roadmap = try Sample.small()
    let skipped = [Sample.event(.skip, "vpc-net", "a"), Sample.event(.done, "vpc-out", "b")]
    let change = Change.done([], note: nil, on: Sample.ground(skipped, roadmap))
    #expect(change?.events.map(\.told) == ["done state"])
    let all = roadmap.tasks.map { Sample.event(.done, $0.task.id.rawValue, "\($0.task.id)") }
    #expect(Change.done([], note: nil, on: Sample.ground(all, roadmap)) == nil)
    let lapsed = all + Standing.lapsed.history(of: "image")
    let open = Change.done([], note: nil, on: Sample.ground(lapsed, roadmap))
    #expect(open?.remarks == [.failsNow(.init(rawValue: "image"))])
  }

  @Test("Several events share a batch and a moment, their ids rise; one alone has no batch")
  func batch() throws {
    let roadmap = try Sample.small()
    let ground = Sample.ground(Standing.claimed.history(of: "state"), roadmap)
    let named = try tasks("image", "state", "vpc-net")
    for seed in 0..<20 as Range<UInt64> {
      let ground = Sample.ground(Standing.claimed.history(of: "state"), roadmap, seed: seed)
      let events = Ask.doneWithNote.change(named, on: ground).events
      #expect(events.map(\.told) == ["done image 'n'", "note state 'n'", "done vpc-net 'n'"])
      #expect(events.map(\.batch) == Array(repeating: events[0].id, count: 3))
      #expect(events.map(\.at) == Array(repeating: "2026-11-22T10:18:39Z", count: 3))
      #expect(events == events.sorted())
    }
    let alone = Ask.done.change(named.dropLast(1), on: ground).events
    #expect(alone.map(\.told) == ["done image"])
    #expect(alone.map(\.batch) == [nil])
  }

  @Test("New events sort after all others: by id in one second, else by time")
  func order() throws {
    let roadmap = try Sample.small()
    let high = "y" + String(repeating: "0", count: 11)
    let events = [
      Sample.event(.done, "image", high, second: 10), Sample.event(.done, "state", "a"),
    ]
    let later = Sample.event(.done, "compose", "zzzz", second: 11)
    for seed in 0..<20 as Range<UInt64> {
      let ground = Sample.ground(events, roadmap, seed: seed)
      let new = Ask.done.change(try tasks("vpc-net", "vpc-out"), on: ground).events
      #expect(new.allSatisfy { $0.id > high }, "\(new.map(\.id))")
      #expect(new == new.sorted())
      let after = Sample.ground(events + [later], roadmap, seed: seed)
      let last = Ask.done.change(try tasks("vpc-net", "vpc-out"), on: after).events
      #expect([later] + last == ([later] + last).sorted())
    }
  }

  @Test("Verdicts of one run are one change: passes first, then failures")
  func verdicts() throws {
    let roadmap = try Sample.small()
    let history = Standing.verified.history(of: "vpc-net") + Standing.claimed.history(of: "state")
    let named = try tasks("vpc-net", "vpc-out", "state", "image")
    let found = zip(
      named,
      [.failed(["x"]), .couldNotCheck(reason: "r", remedy: ""), .passed, .passed] as [Verdict]
    ).map { TaskVerdict($0, $1, evidence: nil) }
    let change = Change.verdicts(found, on: Sample.ground(history, roadmap))
    #expect(
      change.events.map(\.told) == [
        "verified state", "verified image", "lapsed vpc-net of vpc-net-v",
      ])
    #expect(Set(change.events.map(\.batch)) == [change.events[0].id])
    #expect(
      change.remarks
        == [.verified(named[2].id), .verified(named[3].id), .lapsed(named[0].id)])
  }

  @Test("A failure ends every verification that still holds, and no other")
  func everyVerification() throws {
    let history =
      Standing.lapsed.history(of: "state") + [
        Sample.event(.verified, "state", "b", second: 2),
        Sample.event(.verified, "state", "c", second: 3),
        Sample.event(.verified, "state", "d", second: 4),
        Sample.event(.undo, "state", "e", of: ["d"], second: 5),
      ]
    let change = Ask.failed.change(
      try tasks("state"), on: Sample.ground(history, try Sample.small()))
    #expect(change.events.map(\.told) == ["lapsed state of b c"])
  }

  @Test("Undoing the last change gives the standings from before", arguments: Ask.allCases)
  func undoLast(ask: Ask) throws {
    let roadmap = try Sample.small()
    for standing in Standing.allCases where ask != .undo {
      let history =
        standing.history(of: "state") + standing.history(of: "image")
        + [Sample.event(.done, "compose", "x", second: 2)]
      let change = ask.change(try tasks("state", "image"), on: Sample.ground(history, roadmap))
      if change.events.isEmpty { continue }
      let undo = Change.undoLast(on: Sample.ground(history + change.events, roadmap))
      #expect(undo.remarks.count == change.events.count)
      #expect(
        Sample.standings(history + change.events + undo.events, roadmap)
          == Sample.standings(history, roadmap), "\(ask) on \(standing)")
    }
  }

  @Test("`undo` goes back change by change, says what is gone, and ends where nothing is left")
  func undoAgain() throws {
    let roadmap = try Sample.small()
    var history = [
      Sample.event(.note, "gone", "a", note: "n"),
      Sample.event(.done, "image", "b", second: 1, batch: "b"),
      Sample.event(.done, "state", "c", second: 1, batch: "b"),
    ]
    var told: [[String]] = []
    for _ in 0..<3 {
      let change = Change.undoLast(on: Sample.ground(history, roadmap))
      told.append(change.events.map(\.told))
      history += change.events
      if change.events.isEmpty { #expect(change.remarks == [.nothingToUndo]) }
    }
    #expect(told == [["undo image of b", "undo state of c"], ["undo gone of a"], []])
  }

  @Test("Undoing a task leaves its notes, and other tasks")
  func undoTask() throws {
    let roadmap = try Sample.small()
    let history = [
      Sample.event(.note, "state", "n", note: "n"), Sample.event(.skip, "state", "s"),
      Sample.event(.done, "state", "d", second: 1), Sample.event(.done, "image", "i"),
      Sample.event(.note, "compose", "m", note: "n"),
    ]
    let change = Change.undo(
      try tasks("compose", "state", "vpc-net"), on: Sample.ground(history, roadmap))
    #expect(change.events.map(\.told) == ["undo state of s d"])
    #expect(
      change.remarks == [
        .undid(ChangeTests.state, kind: "skip", at: ChangeTests.at),
        .undid(ChangeTests.state, kind: "done", at: ChangeTests.later),
        .notUndone(.init(rawValue: "compose")), .notUndone(.init(rawValue: "vpc-net")),
      ])
  }

  @Test("A change made anew speaks of the logbook as it is by then")
  func anew() throws {
    let roadmap = try Sample.small()
    let (named, early) = (try tasks("state", "image"), Sample.ground([], roadmap))
    let first = Ask.done.change(named, on: early)
    #expect(remarks(first) == remarks(Ask.done.change(named, on: early)))
    let later = Sample.ground(Standing.verified.history(of: "state"), roadmap)
    let second = Ask.done.change(named, on: later)
    #expect(
      second.remarks
        == [.doneAlready(named[0].id, noteKept: false), .done(named[1].id)])
    #expect(second.events.map(\.batch) == [nil])
  }

  @Test("Evidence names checks, commit, digest, and tools with their versions")
  func evidence() throws {
    let full = Evidence(
      checks: Ask.evidence.checks, commit: "c0ffee", digest: "ab", tools: Ask.evidence.tools)
    let text = #""digest":"sha256:ab","tools":{"awk":"5","jq":"1.7"}}"#
    #expect(
      String(decoding: full.json.canonical, as: UTF8.self)
        == #"{"checks":["subnets"],"commit":"c0ffee","# + text)
    #expect(
      String(decoding: Ask.evidence.json.canonical, as: UTF8.self)
        == #"{"checks":["subnets"],"# + text)
  }

  @Test("A note says something", arguments: ["", " ", "\t\n\u{3000}"])
  func note(empty: String) {
    #expect(Note(empty) == nil)
    #expect(Note(empty + "x")?.text == empty + "x")
  }
}
