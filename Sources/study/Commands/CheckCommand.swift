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
    let roadmap = try run.roadmap(source)
    let standings = try run.standings(roadmap)
    let chosen = try choose(roadmap, standings, run)
    let toolbox = try run.toolbox(roadmap)
    if plan {
      try run.print(CheckPlan.page(chosen, live: live, run, toolbox))
      return .done
    }
    let trust = try run.isTrusted(source.bytes)
    run.world.processes.catchInterrupts()
    if watch {
      return try Watch(run: run).rounds(chosen) { round throws(StudyError) in
        try check(round, roadmap, trusted: trust, run, try run.toolbox(roadmap))
      }
    }
    return try check(chosen, roadmap, trusted: trust, run, toolbox)
  }

  /// Lessons with the tasks of theirs to check.
  typealias Choice = [(lesson: Lesson, tasks: [Lesson.Task], onlyWithWork: Bool)]

  private func choose(_ roadmap: Roadmap, _ standings: Standings, _ run: Run)
    throws(StudyError) -> Choice
  {
    if !tasks.isEmpty {
      let named = try run.tasks(tasks, in: roadmap)
      return roadmap.lessons.compactMap { lesson in
        let own = lesson.tasks.filter { task in named.contains { $0.id == task.id } }
        return own.isEmpty ? nil : (lesson, own, false)
      }
    }
    if let week {
      do {
        let lesson = try roadmap.findLesson(week)
        return [(lesson, lesson.tasks.filter { !$0.checks.isEmpty }, false)]
      } catch { throw .finding(error) }
    }
    if all { return roadmap.lessons.map { ($0, $0.tasks.filter { !$0.checks.isEmpty }, true) } }
    guard let next = standings.next(in: roadmap.lessons) else { throw .noTask(command: "check") }
    if watch { return [(next.lesson, [next.task], false)] }
    return [(next.lesson, next.lesson.tasks.filter { !$0.checks.isEmpty }, true)]
  }

  private func check(
    _ choice: Choice, _ roadmap: Roadmap, trusted trust: Bool, _ run: Run,
    _ toolbox: Toolbox
  ) throws(StudyError) -> ExitStatus {
    defer { toolbox.place.close() }
    if !run.hasLab(roadmap) {
      let outcomes = choice.flatMap(\.tasks).map { TaskOutcome(withoutLab: $0, run.shown(run.lab)) }
      try tell(outcomes, choice, run, recording: roadmap)
      return CheckReport.status(outcomes)
    }
    let cache = try run.cacheFolder()
    let memory = VerdictMemory(folder: cache + "/verdicts", world: run.world, asks: !fresh)
    let progress = CheckProgress(run: run, isText: format == .text)
    var outcomes: [TaskOutcome] = []
    for (lesson, tasks, onlyWithWork) in choice {
      do {
        let week = try WeekChecker(lesson, lab: run.lab, run, toolbox, memory: memory)
        outcomes += try self.outcomes(
          of: tasks.filter { !onlyWithWork || week.hasWork(on: $0) }, week, trusted: trust, run,
          progress)
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
    of tasks: [Lesson.Task], _ week: WeekChecker, trusted: Bool, _ run: Run,
    _ progress: CheckProgress
  ) throws(CheckFault) -> [TaskOutcome] {
    func wanted(_ task: Lesson.Task) -> [Check] {
      task.checks.filter { live || $0.tier == .offline }
    }
    let checks = trusted ? tasks.flatMap { task in wanted(task).map { (task, $0) } } : []
    var results = try week.results(of: checks, progress)[...]
    return tasks.map { task in
      let checks = wanted(task)
      if checks.isEmpty { return TaskOutcome(withoutChecks: task) }
      if !trusted { return TaskOutcome(untrusted: task, file: global(run)) }
      let own = Array(results.prefix(checks.count))
      results = results.dropFirst(checks.count)
      let verdict = Verdict.all(own.map(\.verdict))
      return TaskOutcome(
        task: task, results: own, verdict: verdict,
        evidence: verdict == .passed ? evidence(checks, week, run) : nil)
    }
  }

  private func global(_ run: Run) -> String { run.global.roadmap ?? "FILE" }

  private func evidence(_ checks: [Check], _ week: WeekChecker, _ run: Run) -> JSON {
    let tools = week.versions(checks).map { JSON.Member($0.tool, .text($0.version)) }
    return .object([
      "checks": .texts(checks.map(\.id.rawValue)),
      "commit": run.labCommit().map(JSON.text),
      "digest": .text("sha256:" + week.folderDigest),
      "tools": JSON(.object(tools)),
    ])
  }

  /// Records what passed and what passes no longer; returns a line for each.
  private func record(_ outcomes: [TaskOutcome], _ roadmap: Roadmap, _ run: Run)
    throws(StudyError) -> [String]
  {
    var lines: [String] = []
    let worthTelling = outcomes.contains { $0.verdict.isKnown }
    guard worthTelling else { return [] }
    let wrote = try run.record { logbook throws(StudyError) in
      let standings = Standings(logbook, roadmap: roadmap, builtIn: Run.builtInID)
      let passed = outcomes.filter {
        $0.verdict == .passed && standings.standing(of: $0.task) != .verified
      }
      let lapsed = outcomes.filter {
        $0.verdict.isFailure && standings.standing(of: $0.task) == .verified
      }
      let evidence = Dictionary(uniqueKeysWithValues: passed.map { ($0.task.id, $0.evidence) })
      lines = passed.map { "Verified: \(run.name($0.task)) (\($0.task.title))" }
      lines += lapsed.map { "Lapsed: \(run.name($0.task)) passed once and fails now" }
      var events = run.newEvents(
        { _ in .verified }, passed.map(\.task.id), in: roadmap, after: logbook,
        evidence: { evidence[$0] ?? nil })
      var grown = logbook
      grown.insert(events)
      events += run.newEvents(
        { _ in .lapsed }, lapsed.map(\.task.id), in: roadmap, after: grown,
        of: { id in
          roadmap.task(id).map { standings.verifications(of: $0).map(\.id) } ?? []
        })
      return events
    }
    if wrote { lines.append("wrote \(run.shown(try run.progressPath()))") }
    return lines
  }
}
