/// What checking found out about a task.
public struct TaskVerdict: Sendable {
  let task: Lesson.Task
  let verdict: Verdict
  let evidence: Evidence?

  /// - Parameter evidence: what a pass rests on.
  public init(_ task: Lesson.Task, _ verdict: Verdict, evidence: Evidence?) {
    self.task = task
    self.verdict = verdict
    self.evidence = evidence
  }
}

extension Change {
  /// Passes of tasks that were not verified, then failures of those that were. What could not be
  /// checked changes nothing.
  public static func verdicts(_ found: [TaskVerdict], on ground: Ground) -> Change {
    var (passed, lapsed): ([Event.Draft], [Event.Draft]) = ([], [])
    for found in found {
      let task = found.task
      let isVerified = ground.standings.standing(of: task) == .verified
      switch found.verdict {
      case .passed where !isVerified:
        passed.append(Event.Draft(.verified, task.id, evidence: found.evidence))
      case .failed where isVerified:
        let failing = ground.standings.verifications(of: task)
        lapsed.append(Event.Draft(.lapsed, task.id, of: failing.map(\.id)))
      case .passed, .failed, .couldNotCheck: break
      }
    }
    let remarks = passed.map { Remark.verified($0.task) } + lapsed.map { Remark.lapsed($0.task) }
    return Change(passed + lapsed, remarks, on: ground)
  }
}
