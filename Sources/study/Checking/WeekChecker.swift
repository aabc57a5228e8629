import StudyCore

/// The result of one check.
struct CheckResult {
  let task: Lesson.Task
  let check: Check
  let verdict: Verdict
  /// Seconds it took; nil where it was answered from memory.
  let seconds: Double?
}

/// Checks tasks of one lesson: copies its folder, runs shared preparations once, and remembers
/// verdicts on unchanged work.
final class WeekChecker {
  private let lesson: Lesson.Whole
  private let folder: String
  private let run: Run
  private let toolbox: Toolbox
  private let memory: VerdictMemory
  private var preparations: [Prepared: (copy: LabCopy, verdict: Verdict)] = [:]
  private var work = LabFolder()

  /// What was prepared in one environment is not for checks of another.
  private struct Prepared: Hashable {
    let id: Check.ID
    let tier: Check.Tier
  }

  /// - Parameter memory: where verdicts are remembered.
  init(
    _ lesson: Lesson.Whole, lab: String, _ run: Run, _ toolbox: Toolbox, memory: VerdictMemory
  ) {
    self.lesson = lesson
    folder = Paths.join(lab, lesson.folder)
    self.run = run
    self.toolbox = toolbox
    self.memory = memory
  }

  /// The digest of the lesson's folder as it was checked.
  var folderDigest: String { work.digest }

  /// Looks at the learner's files.
  func open() throws(CheckFault) {
    work = try LabFolder(folder, without: lesson.proofs.generated, in: run.world)
  }

  /// Whether any of the task's files are there.
  func hasWork(on task: Lesson.Task.Whole) -> Bool {
    work.hasAny(of: task.texts.deliverable)
  }

  /// Checks one thing, from memory if nothing changed.
  func result(of check: Check, for task: Lesson.Task, tick: @escaping (Double) -> Void)
    throws(CheckFault) -> CheckResult
  {
    if !work.hasFiles {
      let reason =
        "\(lesson.folder) has no files yet; `study show \(task.number)` tells what to do."
      return CheckResult(task: task, check: check, verdict: .failed([reason]), seconds: nil)
    }
    let preparation = lesson.proofs.preparation(of: check)
    if let unusable = unusable(check, preparation) {
      if toolbox.wasInterrupted { throw .interrupted }
      return CheckResult(task: task, check: check, verdict: unusable, seconds: nil)
    }
    let key = memoryKey(check, preparation)
    if let known = memory.verdict(key) {
      return CheckResult(task: task, check: check, verdict: known, seconds: nil)
    }
    let start = run.world.monotonic()
    let verdict: Verdict
    do {
      verdict = try runAnew(check, preparation, tick)
    } catch .interrupted {
      throw .interrupted
    } catch {
      verdict = error.verdict
    }
    if check.tier == .offline { memory.remember(verdict, key) }
    return CheckResult(
      task: task, check: check, verdict: verdict, seconds: run.world.monotonic() - start)
  }

  /// Removes every copy.
  func close() {
    for preparation in preparations.values { preparation.copy.remove() }
    preparations = [:]
  }

  /// The versions of the tools a check rests on.
  func versions(_ checks: [Check]) -> [(tool: String, version: String)] {
    var seen: Set<Tool.ID> = []
    return checks.flatMap { check in
      tools(of: check).filter { seen.insert($0).inserted }.compactMap { id in
        guard case .ready(_, let version) = toolbox.state(of: id, tier(id, check)) else {
          return nil
        }
        return (id.rawValue, version)
      }
    }
  }

  private func tools(of check: Check) -> [Tool.ID] {
    let preparation = lesson.proofs.preparation(of: check)
    return check.uses + (preparation?.uses ?? []) + [.jq]
  }

  /// jq only reads what a tool printed, so it is the same in both tiers.
  private func tier(_ id: Tool.ID, _ check: Check) -> Check.Tier {
    id == .jq ? .offline : check.tier
  }

  private func unusable(_ check: Check, _ preparation: Check.Procedure?) -> Verdict? {
    let steps = check.procedure.steps + (preparation?.steps ?? [])
    let needsJQ = steps.contains { $0.complaints != nil }
    for id in tools(of: check) where id != .jq || needsJQ || check.uses.contains(id) {
      if case .unusable(let reason, let remedy) = toolbox.state(of: id, tier(id, check)) {
        return .couldNotCheck(reason: reason, remedy: remedy)
      }
    }
    return nil
  }

  private func runAnew(
    _ check: Check, _ preparation: Check.Procedure?, _ tick: @escaping (Double) -> Void
  ) throws(CheckFault) -> Verdict {
    if let preparation {
      let prepared = try prepare(preparation, check.tier, tick)
      if prepared.verdict != .passed { return prepared.verdict }
      return try runner(prepared.copy, check.tier, tick).verdict(on: check.procedure)
    }
    let copy = try makeCopy()
    defer { copy.remove() }
    return try runner(copy, check.tier, tick).verdict(on: check.procedure)
  }

  private func prepare(
    _ preparation: Check.Procedure, _ tier: Check.Tier, _ tick: @escaping (Double) -> Void
  ) throws(CheckFault) -> (copy: LabCopy, verdict: Verdict) {
    let key = Prepared(id: preparation.id, tier: tier)
    if let ready = preparations[key] { return ready }
    let copy = try makeCopy()
    do {
      let verdict = try runner(copy, tier, tick).prepare(preparation)
      preparations[key] = (copy, verdict)
      return (copy, verdict)
    } catch {
      copy.remove()
      throw error
    }
  }

  private func makeCopy() throws(CheckFault) -> LabCopy {
    try LabCopy(of: folder, named: lesson.folder, work.entries, in: run.world)
  }

  private func runner(_ copy: LabCopy, _ tier: Check.Tier, _ tick: @escaping (Double) -> Void)
    -> StepRunner
  {
    StepRunner(
      world: run.world, toolbox: toolbox, tier: tier, definitions: lesson.proofs.jq, copy: copy,
      tick: tick)
  }

  /// What a verdict depends on: the files, the check, the tools, the environment. Anything new
  /// makes another key.
  private func memoryKey(_ check: Check, _ preparation: Check.Procedure?) -> String {
    let parts =
      [VersionCommand.number, work.digest, lesson.proofs.jq, check.procedure.definition]
      + [preparation?.definition ?? ""]
      + tools(of: check).map { "\($0) \(toolbox.fingerprint(of: $0, tier($0, check)))" }
      + toolbox.environment(check.tier).filter { $0.key != "TMPDIR" }
      .map { "\($0.key)=\($0.value)" }.sorted()
    return SHA256.hex(of: Array(parts.joined(separator: "\u{0}").utf8))
  }
}
