import StudyCore

/// The result of one check.
struct CheckResult {
  let task: Lesson.Task
  let check: Check
  let verdict: Verdict
  /// Seconds it took; nil where it was answered from memory.
  let seconds: Double?
}

/// Checks tasks of one lesson: what doesn't depend on each other at once, the rest in order.
final class WeekChecker {
  private let week: Week
  private let atOnce: Int

  /// - Parameter memory: where verdicts are remembered.
  init(
    _ lesson: Lesson.Whole, lab: String, _ run: Run, _ toolbox: Toolbox, memory: VerdictMemory
  ) throws(CheckFault) {
    let folder = Paths.join(lab, lesson.folder)
    week = Week(
      lesson: lesson, folder: folder,
      work: try LabFolder(lesson, folder, lab: lab, in: run.world, toolbox.place),
      world: run.world, toolbox: toolbox, memory: memory)
    atOnce = run.world.processes.atOnce
  }

  /// The digest of the lesson's folder as it was checked.
  var folderDigest: String { week.work.digest }

  /// Whether any of the task's files are there.
  func hasWork(on task: Lesson.Task.Whole) -> Bool {
    week.work.hasAny(of: task.texts.deliverable)
  }

  /// The versions of the tools that checks rest on.
  func versions(_ checks: [Check]) -> [(tool: String, version: String)] { week.versions(checks) }

  /// Checks all of these and returns the results in their order, in which they are also shown.
  func results(of wanted: [(task: Lesson.Task, check: Check)], _ progress: CheckProgress)
    throws(CheckFault) -> [CheckResult]
  {
    let items = wanted.enumerated().map {
      Lane.Item(index: $0.offset, task: $0.element.task, check: $0.element.check)
    }
    let lanes = lanes(items)
    defer { for lane in lanes.all { lane.close() } }
    if atOnce == 1 || lanes.all.count < 2 {
      return try inOrder(items, lanes.of, progress)
    }
    let board = Board(items)
    let jobs = lanes.all.map { lane in
      Crew.Job(weight: lane.weight) {
        board.fill(from: lane)
        lane.close()
      }
    }
    Crew.run(jobs, atOnce: atOnce) { board.show(on: progress) }
    return try board.results(on: progress)
  }

  private func inOrder(
    _ items: [Lane.Item], _ lanes: [Lane], _ progress: CheckProgress
  ) throws(CheckFault) -> [CheckResult] {
    var results: [CheckResult] = []
    for item in items {
      progress.begin(item.task, item.check)
      let result = try lanes[item.index].result(of: item) { progress.tick($0) }
      progress.end(result)
      results.append(result)
    }
    return results
  }

  /// All lanes in the order of their first checks, and the lane of each check.
  private func lanes(_ items: [Lane.Item]) -> (all: [Lane], of: [Lane]) {
    var shared: [String: Lane] = [:]
    var all: [Lane] = []
    let of = items.map { item in
      // Checks of something live would change it under one another.
      let name = item.check.tier == .live ? "live" : item.check.after.map { "after \($0)" }
      if let lane = name.flatMap({ shared[$0] }) {
        lane.add(item)
        return lane
      }
      let lane = Lane(week)
      lane.add(item)
      all.append(lane)
      if let name { shared[name] = lane }
      return lane
    }
    return (all, of)
  }
}
