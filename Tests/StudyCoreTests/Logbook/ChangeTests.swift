import Testing

@testable import StudyCore

@Suite("What is asked for changes a logbook by rules")
struct ChangeTests {
  static let state = Lesson.Task.ID(rawValue: "state")
  static let at = Timestamp(seconds: 1_795_342_709).text
  static let later = Timestamp(seconds: 1_795_342_710).text

  typealias Row = (ask: Ask, of: Standing, remarks: [Change.Remark], events: [String])

  static let table: [Row] = [
    (.done, .todo, [.done(state)], ["done state"]),
    (.done, .claimed, [.doneAlready(state, noteKept: false)], []),
    (.done, .verified, [.doneAlready(state, noteKept: false)], []),
    (.done, .lapsed, [.failsNow(state)], []),
    (.done, .skipped, [.done(state)], ["done state"]),

    (.doneWithNote, .todo, [.done(state)], ["done state 'n'"]),
    (.doneWithNote, .claimed, [.doneAlready(state, noteKept: true)], ["note state 'n'"]),
    (.doneWithNote, .verified, [.doneAlready(state, noteKept: true)], ["note state 'n'"]),
    (.doneWithNote, .lapsed, [.failsNow(state)], ["note state 'n'"]),
    (.doneWithNote, .skipped, [.done(state)], ["done state 'n'"]),

    (.skip, .todo, [.skipped(state)], ["skip state"]),
    (.skip, .claimed, [.notSkipped(state)], []),
    (.skip, .verified, [.notSkipped(state)], []),
    (.skip, .lapsed, [.notSkipped(state)], []),
    (.skip, .skipped, [.skippedAlready(state)], []),

    (.note, .todo, [.noted(state)], ["note state 'n'"]),
    (.note, .claimed, [.noted(state)], ["note state 'n'"]),
    (.note, .verified, [.noted(state)], ["note state 'n'"]),
    (.note, .lapsed, [.noted(state)], ["note state 'n'"]),
    (.note, .skipped, [.noted(state)], ["note state 'n'"]),

    (.undo, .todo, [.notUndone(state)], []),
    (.undo, .claimed, [.undid(state, kind: "done", at: at)], ["undo state of state-d"]),
    (.undo, .verified, [.undid(state, kind: "verified", at: at)], ["undo state of state-v"]),
    (
      .undo, .lapsed,
      [.undid(state, kind: "verified", at: at), .undid(state, kind: "lapsed", at: later)],
      ["undo state of state-v state-l"]
    ),
    (.undo, .skipped, [.undid(state, kind: "skip", at: at)], ["undo state of state-s"]),

    (.passed, .todo, [.verified(state)], ["verified state with evidence"]),
    (.passed, .claimed, [.verified(state)], ["verified state with evidence"]),
    (.passed, .verified, [], []),
    (.passed, .lapsed, [.verified(state)], ["verified state with evidence"]),
    (.passed, .skipped, [.verified(state)], ["verified state with evidence"]),

    (.failed, .todo, [], []),
    (.failed, .claimed, [], []),
    (.failed, .verified, [.lapsed(state)], ["lapsed state of state-v"]),
    (.failed, .lapsed, [], []),
    (.failed, .skipped, [], []),

    (.couldNotCheck, .todo, [], []),
    (.couldNotCheck, .claimed, [], []),
    (.couldNotCheck, .verified, [], []),
    (.couldNotCheck, .lapsed, [], []),
    (.couldNotCheck, .skipped, [], []),
  ]

  @Test("Each wish, on each standing, adds and says what it should", arguments: table)
  func rules(row: Row) throws {
    let roadmap = try Sample.small()
    let ground = Sample.ground(row.of.history(of: "state"), roadmap)
    let task = try #require(roadmap.task(Self.state))
    #expect(ground.standings.standing(of: task) == row.of)
    let change = row.ask.change([task], on: ground)
    #expect(change.remarks == row.remarks)
    #expect(change.events.map(\.told) == row.events)
  }

  @Test("The table has every wish on every standing")
  func complete() {
    let rows = Set(Self.table.map { "\($0.ask) \($0.of)" })
    #expect(rows.count == Ask.allCases.count * Standing.allCases.count)
    #expect(rows.count == Self.table.count)
  }

  @Test("The learner's word and a verdict lead where they should")
  func leads() throws {
    let roadmap = try Sample.small()
    let task = try #require(roadmap.task(Self.state))
    let to: [Ask: Standing] = [
      .done: .claimed, .skip: .skipped, .undo: .todo, .passed: .verified, .failed: .lapsed,
    ]
    for row in Self.table where !row.events.isEmpty {
      let history = row.of.history(of: "state")
      let change = row.ask.change([task], on: Sample.ground(history, roadmap))
      let after = Sample.standings(history + change.events, roadmap)["state"]
      let same: [Ask: Standing] = [
        .note: row.of, .doneWithNote: row.of == .todo || row.of == .skipped ? .claimed : row.of,
      ]
      #expect(after == to[row.ask] ?? same[row.ask], "\(row.ask) on \(row.of)")
    }
  }

  @Test("Work done under an earlier id is the present task's", arguments: Ask.allCases)
  func formerly(ask: Ask) throws {
    let roadmap = try Sample.small()
    let present = try #require(roadmap.task(.init(rawValue: "vpc-out")))
    let change = ask.change(
      [present], on: Sample.ground([Sample.event(.verified, "vpc-ids", "old")], roadmap))
    let (events, remarks): ([String], [Change.Remark]) =
      switch ask {
      case .done: ([], [.doneAlready(present.id, noteKept: false)])
      case .doneWithNote: (["note vpc-out 'n'"], [.doneAlready(present.id, noteKept: true)])
      case .skip: ([], [.notSkipped(present.id)])
      case .note: (["note vpc-out 'n'"], [.noted(present.id)])
      case .undo:
        (
          ["undo vpc-ids of old"],
          [.undid(.init(rawValue: "vpc-ids"), kind: "verified", at: Self.at)]
        )
      case .passed, .couldNotCheck: ([], [])
      case .failed: (["lapsed vpc-out of old"], [.lapsed(present.id)])
      }
    #expect(change.events.map(\.told) == events)
    #expect(change.remarks == remarks)
  }

  @Test("An event names its roadmap, unless that came with the program", arguments: Ask.allCases)
  func roadmaps(ask: Ask) throws {
    let roadmap = try Sample.small()
    let task = try #require(roadmap.task(Self.state))
    for (builtIn, name) in [("own", nil), ("devops-ten-weeks", "own")] {
      let history = [
        Sample.event(.verified, "state", "theirs", roadmap: "other"),
        Sample.event(.verified, "state", "ours", roadmap: name),
      ]
      let change = ask.change([task], on: Sample.ground(history, roadmap, builtIn: builtIn))
      #expect(change.events.allSatisfy { $0.roadmap == name })
      #expect(!change.events.flatMap(\.of).contains("theirs"))
    }
  }
}
