import StudyCore

/// What became of one task.
struct TaskOutcome {
  let task: Lesson.Task
  let results: [CheckResult]
  let verdict: Verdict
  let evidence: JSON?

  init(task: Lesson.Task, results: [CheckResult], verdict: Verdict, evidence: JSON?) {
    self.task = task
    self.results = results
    self.verdict = verdict
    self.evidence = evidence
  }

  /// A task that no check of the wanted tiers can prove.
  init(withoutChecks task: Lesson.Task) {
    let verdict: Verdict =
      task.checks.isEmpty
      ? .couldNotCheck(
        reason: "\(task.number) has no checks",
        remedy: "`study done \(task.number)` marks it done on your word")
      : .couldNotCheck(
        reason: "the checks of \(task.number) look at something that runs",
        remedy: "`study check \(task.number) --live` runs them")
    self.init(task: task, results: [], verdict: verdict, evidence: nil)
  }

  /// A task whose files would be in a lab, of which there is none.
  init(withoutLab task: Lesson.Task, _ folder: String) {
    self.init(
      task: task, results: [],
      verdict: .couldNotCheck(
        reason: "there is no lab in \(folder): neither a study.json nor a week's folder",
        remedy: "go to your lab with `cd`, or make one with `study init`"), evidence: nil)
  }

  /// A task of a roadmap whose commands were not trusted.
  init(untrusted task: Lesson.Task, file: String) {
    self.init(
      task: task, results: [],
      verdict: .couldNotCheck(
        reason: "the commands of \(file) are not trusted on this machine",
        remedy: "read them with `study check --plan`, then `study trust \(file)`"), evidence: nil)
  }
}

extension Verdict {
  var isFailure: Bool { if case .failed = self { true } else { false } }
  var isKnown: Bool { if case .couldNotCheck = self { false } else { true } }
}
