import StudyCore

/// Checks that share copies, and so run one after another: those of one preparation, one that stands
/// alone, or all that look at something live.
final class Lane {
  /// A check, its task, and its place in what is shown.
  struct Item {
    let index: Int
    let task: Lesson.Task
    let check: Check
  }

  private(set) var items: [Item] = []
  private let week: Week
  private var preparations: [Check.ID: (copy: LabCopy, verdict: Verdict)] = [:]

  init(_ week: Week) { self.week = week }

  func add(_ item: Item) { items.append(item) }

  /// About how long it takes: the most it may take.
  var weight: Int {
    var seen: Set<Check.ID> = []
    return items.reduce(0) { sum, item in
      let first = week.preparation(of: item.check).flatMap {
        seen.insert($0.id).inserted ? $0 : nil
      }
      let steps = item.check.procedure.steps + (first?.steps ?? [])
      return sum + steps.reduce(0) { $0 + $1.timeout }
    }
  }

  /// Checks one thing, from memory if nothing changed.
  func result(of item: Item, tick: @escaping (Double) -> Void) throws(CheckFault) -> CheckResult {
    let (task, check) = (item.task, item.check)
    let world = week.world
    func known(_ verdict: Verdict) -> CheckResult {
      CheckResult(task: task, check: check, verdict: verdict, seconds: nil)
    }
    if !week.work.hasFiles {
      return known(
        .failed([
          "\(week.lesson.folder) has no files yet; `study show \(task.number)` tells what to do."
        ]))
    }
    if let unusable = week.unusable(check) {
      if week.toolbox.wasInterrupted { throw .interrupted }
      return known(unusable)
    }
    let key = week.memoryKey(check)
    if let remembered = week.memory.verdict(key) { return known(remembered) }
    let start = world.monotonic()
    let verdict: Verdict
    do {
      verdict = try runAnew(check, tick)
    } catch .interrupted {
      throw .interrupted
    } catch {
      verdict = error.verdict
    }
    if check.tier == .offline { week.memory.remember(verdict, key) }
    return CheckResult(
      task: task, check: check, verdict: verdict, seconds: world.monotonic() - start)
  }

  /// Removes every copy.
  func close() {
    for preparation in preparations.values { preparation.copy.remove() }
    preparations = [:]
  }

  private func runAnew(_ check: Check, _ tick: @escaping (Double) -> Void)
    throws(CheckFault) -> Verdict
  {
    if let preparation = week.preparation(of: check) {
      let prepared = try prepare(preparation, check.tier, tick)
      if prepared.verdict != .passed { return prepared.verdict }
      return try verdict(of: check, in: prepared.copy, tick)
    }
    let copy = try week.makeCopy()
    defer { copy.remove() }
    return try verdict(of: check, in: copy, tick)
  }

  /// What was prepared in one environment is not for checks of another, which have another lane.
  private func prepare(
    _ preparation: Check.Procedure, _ tier: Check.Tier, _ tick: @escaping (Double) -> Void
  ) throws(CheckFault) -> (copy: LabCopy, verdict: Verdict) {
    if let ready = preparations[preparation.id] { return ready }
    let copy = try week.makeCopy()
    do {
      let verdict = try self.verdict(in: copy, tier, tick) { runner throws(CheckFault) in
        try runner.prepare(preparation)
      }
      preparations[preparation.id] = (copy, verdict)
      return (copy, verdict)
    } catch {
      copy.remove()
      throw error
    }
  }

  private func verdict(
    of check: Check, in copy: LabCopy, _ tick: @escaping (Double) -> Void
  ) throws(CheckFault) -> Verdict {
    try verdict(in: copy, check.tier, tick) { runner throws(CheckFault) in
      try runner.verdict(on: check.procedure)
    }
  }

  private func verdict(
    in copy: LabCopy, _ tier: Check.Tier, _ tick: @escaping (Double) -> Void,
    _ judge: (StepRunner) throws(CheckFault) -> Verdict
  ) throws(CheckFault) -> Verdict {
    let steward = Steward(week.toolbox.place.room(copy.root))
    let runner = StepRunner(
      world: steward.world(week.world), toolbox: week.toolbox, tier: tier,
      definitions: week.lesson.proofs.jq,
      copy: copy, tick: tick)
    let verdict = try judge(runner)
    if let obstacle = steward.obstacle { return obstacle }
    // A tool that finds no room says so in words that look like the learner's fault.
    // So does one that may write nowhere else.
    return verdict.isFailure ? week.toolbox.place.lack() ?? steward.keptOut ?? verdict : verdict
  }
}
