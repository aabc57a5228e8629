@testable import StudyCore

/// What a user can ask for, on one task or several.
enum Ask: String, CaseIterable {
  case done, doneWithNote, skip, note, undo, passed, failed, couldNotCheck

  func change(_ tasks: [Lesson.Task], on ground: Change.Ground) -> Change {
    switch self {
    case .done: Change.done(tasks, note: nil, on: ground) ?? .empty
    case .doneWithNote: Change.done(tasks, note: Note("n"), on: ground) ?? .empty
    case .skip: Change.skip(tasks, on: ground)
    case .note: Note("n").map { Change.note($0, tasks, on: ground) } ?? .empty
    case .undo: Change.undo(tasks, on: ground)
    case .passed: verdicts(.passed, tasks, ground)
    case .failed: verdicts(.failed(["wrong"]), tasks, ground)
    case .couldNotCheck: verdicts(.couldNotCheck(reason: "r", remedy: ""), tasks, ground)
    }
  }

  private func verdicts(
    _ verdict: Verdict, _ tasks: [Lesson.Task], _ ground: Change.Ground
  ) -> Change {
    .verdicts(
      tasks.map { TaskVerdict($0, verdict, evidence: verdict == .passed ? Self.evidence : nil) },
      on: ground)
  }

  static let evidence = Evidence(
    checks: [.init(rawValue: "subnets")], commit: nil, digest: "ab",
    tools: [(tool: "jq", version: "1.7"), (tool: "awk", version: "5")])
}

extension Standing {
  /// The shortest history that leads there.
  func history(of task: String) -> [Event] {
    switch self {
    case .todo: []
    case .claimed: [Sample.event(.done, task, "\(task)-d")]
    case .verified: [Sample.event(.verified, task, "\(task)-v")]
    case .lapsed:
      [
        Sample.event(.verified, task, "\(task)-v"),
        Sample.event(.lapsed, task, "\(task)-l", of: ["\(task)-v"], second: 1),
      ]
    case .skipped: [Sample.event(.skip, task, "\(task)-s")]
    }
  }
}

extension Sample {
  /// Where changes begin, ten seconds after the first events.
  static func ground(
    _ events: [Event], _ roadmap: Roadmap, builtIn: String = "own", seed: UInt64 = 0
  ) -> Change.Ground {
    var random = SeededRandom(state: seed)
    let maker = EventMaker(
      roadmap: roadmap.id, builtIn: builtIn, at: Timestamp(seconds: 1_795_342_719),
      random: { random.next() })
    return Change.Ground(logbook(events), roadmap, maker)
  }
}

extension Event {
  /// What it says but for its time, id and batch, as a line of a table.
  var told: String {
    "\(kindName) \(task)" + (of.isEmpty ? "" : " of " + of.joined(separator: " "))
      + (note.map { " '\($0)'" } ?? "") + (evidence == nil ? "" : " with evidence")
  }
}
