import StudyCore

/// What became of one task.
struct TaskOutcome {
  let task: Lesson.Task
  let results: [CheckResult]
  let verdict: Verdict
  let evidence: Evidence?
  /// Help, each stronger than the one before.
  let hints: [String]

  init(task: Lesson.Task.Whole, results: [CheckResult], verdict: Verdict, evidence: Evidence?) {
    self.task = task.heading
    hints = task.texts.hints
    self.results = results
    self.verdict = verdict
    self.evidence = evidence
  }

  /// A task that no check of the wanted tiers can prove.
  init(withoutChecks task: Lesson.Task.Whole) {
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
  init(withoutLab task: Lesson.Task.Whole, _ folder: String) {
    self.init(
      task: task, results: [],
      verdict: .couldNotCheck(
        reason: "there is no lab in \(folder): neither a study.json nor a week's folder",
        remedy: "go to your lab with `cd`, or make one with `study init`"), evidence: nil)
  }

  /// A task of a roadmap whose commands were not trusted.
  init(untrusted task: Lesson.Task.Whole, file: String) {
    self.init(
      task: task, results: [],
      verdict: .couldNotCheck(
        reason: "the commands of \(file) are not trusted on this machine",
        remedy: "read them with `study check --plan`, then `study trust \(file)`"), evidence: nil)
  }
}
