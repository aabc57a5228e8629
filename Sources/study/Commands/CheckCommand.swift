import StudyCore

/// `study check`: verdicts from real tools.
struct CheckCommand: Command {
  var tasks: [String] = []
  var week: String?
  var all = false
  var live = false
  var plan = false
  var fresh = false
  var watch = false
  var format = Format.text

  static let name = "check"
  static let summary = "Prove tasks with real tools"
  static let details =
    "Checks run on a copy of your files, in an environment without your credentials, and record "
    + "what passed. Without TASK they take this week's tasks that have something in the lab. "
    + "Only `--live` lets a check look at your account, cluster or engine. "
    + "Exits 0 if all passed, 1 if one failed, 2 if none failed but something could not be checked."
  static let example = (
    command: "study check 1.2", meaning: "Proves task 1.2, or says what is wrong with it."
  )
  static var parameters: [Parameter<Self>] {
    [
      .arguments("TASK", "Tasks by number, id or beginning of the id", \.tasks),
      .option("week", "w", "N", "All tasks of week N", \.week),
      .flag("all", "a", "All tasks of all weeks that have something in the lab", \.all),
      .flag("live", nil, "Also look at what runs: account, cluster, engine", \.live),
      .flag("plan", nil, "Print every command and run none", \.plan),
      .flag("fresh", nil, "Run checks on unchanged work too", \.fresh),
      .flag("watch", nil, "Check again whenever a file changes, until Ctrl-C", \.watch),
      .choice("format", "How to print it", \.format),
    ]
  }

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    let source = try run.roadmapSource()
    let edition = try run.edition(source)
    let roadmap = edition.roadmap
    let standings = try run.standings(roadmap)
    let chosen = try choose(edition, standings, run)
    let toolbox = try run.toolbox(edition)
    if plan {
      try run.print(CheckPlan.page(chosen, live: live, run, toolbox))
      return .done
    }
    let trust = try run.isTrusted(source.bytes)
    run.world.processes.catchInterrupts()
    if watch {
      return try Watch(run: run).rounds(chosen) { round throws(StudyError) in
        try check(round, roadmap, trusted: trust, run, try run.toolbox(edition))
      }
    }
    return try check(chosen, roadmap, trusted: trust, run, toolbox)
  }

  /// Lessons with the tasks of theirs to check.
  typealias Choice = [(lesson: Lesson.Whole, tasks: [Lesson.Task.Whole], onlyWithWork: Bool)]

  private func choose(_ edition: Edition, _ standings: Standings, _ run: Run)
    throws(StudyError) -> Choice
  {
    let roadmap = edition.roadmap
    func chosen(
      _ lesson: Lesson, onlyWithWork: Bool, _ isWanted: (Lesson.Task.Whole) -> Bool
    ) throws(StudyError) -> Choice {
      let whole = try run.reading { try edition.whole(lesson) }
      return [(whole, whole.tasks.filter(isWanted), onlyWithWork)]
    }
    func hasChecks(_ task: Lesson.Task.Whole) -> Bool { !task.checks.isEmpty }
    if !tasks.isEmpty {
      let named = Set(try run.tasks(tasks, in: roadmap).map(\.id))
      var choice: Choice = []
      for lesson in roadmap.lessons where lesson.tasks.contains(where: { named.contains($0.id) }) {
        choice += try chosen(lesson, onlyWithWork: false) { named.contains($0.id) }
      }
      return choice
    }
    if let week {
      let lesson = try run.lessons(week, in: roadmap)[0]
      return try chosen(lesson, onlyWithWork: false, hasChecks)
    }
    if all {
      var choice: Choice = []
      for lesson in roadmap.lessons {
        choice += try chosen(lesson, onlyWithWork: true, hasChecks)
      }
      return choice
    }
    guard let next = standings.next(in: roadmap.lessons) else { throw .noTask(command: "check") }
    if watch { return try chosen(next.lesson, onlyWithWork: false) { $0.id == next.task.id } }
    return try chosen(next.lesson, onlyWithWork: true, hasChecks)
  }

  private func check(
    _ choice: Choice, _ roadmap: Roadmap, trusted trust: Bool, _ run: Run,
    _ toolbox: Toolbox
  ) throws(StudyError) -> ExitStatus {
    defer { toolbox.place.close() }
    let hasLab = run.hasLab(roadmap)
    if hasLab, !trust {
      // Before anything of the roadmap is applied to the lab: a glob is a small program too.
      let outcomes = choice.flatMap(\.tasks).map(untrusted(run))
      try tell(outcomes, choice, run, recording: roadmap)
      return CheckReport.status(outcomes)
    }
    if !hasLab {
      let outcomes = choice.flatMap(\.tasks).map { TaskOutcome(withoutLab: $0, run.shown(run.lab)) }
      try tell(outcomes, choice, run, recording: roadmap)
      return CheckReport.status(outcomes)
    }
    let memory = VerdictMemory(
      folder: Paths.join(run.cacheFolder, "verdicts"), world: run.world, asks: !fresh)
    let progress = CheckProgress(run: run, isText: format == .text)
    var outcomes: [TaskOutcome] = []
    for (lesson, tasks, onlyWithWork) in choice {
      do {
        let week = try WeekChecker(lesson, lab: run.lab, run, toolbox, memory: memory)
        outcomes += try self.outcomes(
          of: tasks.filter { !onlyWithWork || week.hasWork(on: $0) }, week, run, progress)
      } catch .interrupted {
        progress.clear()
        return .interrupted
      } catch {
        for task in tasks {
          outcomes.append(
            TaskOutcome(task: task, results: [], verdict: error.verdict, evidence: nil))
        }
      }
    }
    try tell(outcomes, choice, run, recording: roadmap)
    return CheckReport.status(outcomes)
  }

  /// Records and prints. What was found out is printed even where it can't be recorded, and a reader
  /// that has gone away (`| head`) must not turn a failure into a success.
  private func tell(
    _ outcomes: [TaskOutcome], _ choice: Choice, _ run: Run, recording roadmap: Roadmap
  ) throws(StudyError) {
    var changes: [String] = []
    var fault: StudyError?
    do { changes = try record(outcomes, roadmap, run) } catch { fault = error }
    do throws(StudyError) {
      switch format {
      case .json: try run.print(CheckReport.json(outcomes))
      case .text: try run.print(CheckReport.page(outcomes, changes, choice, run))
      }
    } catch .closedOutput(errno: PlatformText.brokenPipe) {
    }
    if let fault { throw fault }
  }

  private func outcomes(
    of tasks: [Lesson.Task.Whole], _ week: WeekChecker, _ run: Run, _ progress: CheckProgress
  ) throws(CheckFault) -> [TaskOutcome] {
    let checks = tasks.flatMap { task in wanted(task).map { (task.heading, $0) } }
    var results = try week.results(of: checks, progress)[...]
    return tasks.map { task in
      let checks = wanted(task)
      if checks.isEmpty { return TaskOutcome(withoutChecks: task) }
      let own = Array(results.prefix(checks.count))
      results = results.dropFirst(checks.count)
      let verdict = Verdict.all(own.map(\.verdict))
      return TaskOutcome(
        task: task, results: own, verdict: verdict,
        evidence: verdict == .passed ? evidence(checks, week, run) : nil)
    }
  }

  private func wanted(_ task: Lesson.Task.Whole) -> [Check] {
    task.checks.filter { live || $0.tier == .offline }
  }

  /// What becomes of a task while the roadmap isn't trusted.
  private func untrusted(_ run: Run) -> (Lesson.Task.Whole) -> TaskOutcome {
    let file = run.global.roadmap ?? "FILE"
    return { task in
      wanted(task).isEmpty
        ? TaskOutcome(withoutChecks: task) : TaskOutcome(untrusted: task, file: file)
    }
  }

  private func evidence(_ checks: [Check], _ week: WeekChecker, _ run: Run) -> Evidence {
    Evidence(
      checks: checks.map(\.id), commit: run.labCommit(), digest: week.folderDigest,
      tools: week.versions(checks))
  }

  /// Records what passed and what passes no longer; returns a line for each.
  private func record(_ outcomes: [TaskOutcome], _ roadmap: Roadmap, _ run: Run)
    throws(StudyError) -> [String]
  {
    guard outcomes.contains(where: \.verdict.isKnown) else { return [] }
    let found = outcomes.map { TaskVerdict($0.task, $0.verdict, evidence: $0.evidence) }
    let (change, wrote) = try run.record(roadmap) { .verdicts(found, on: $0) }
    return change.remarks.map { run.words($0, roadmap) }
      + (wrote ? ["wrote \(run.shown(try run.progressPath()))"] : [])
  }
}
