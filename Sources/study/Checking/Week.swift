import StudyCore

/// What all checks of one lesson have in common; nothing in it changes while they run.
struct Week {
  let lesson: Lesson.Whole
  let folder: String
  /// The learner's files as they were when the checks began.
  let work: LabFolder
  let world: World
  let toolbox: Toolbox
  let memory: VerdictMemory

  func preparation(of check: Check) -> Check.Procedure? {
    lesson.proofs.preparation(of: check)
  }

  func makeCopy() throws(CheckFault) -> LabCopy {
    try LabCopy(of: folder, named: lesson.folder, work.entries, in: world, toolbox.place)
  }

  /// The versions of the tools that checks rest on.
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

  /// Why a check can't run for want of a tool.
  func unusable(_ check: Check) -> Verdict? {
    let steps = check.procedure.steps + (preparation(of: check)?.steps ?? [])
    let needsJQ = steps.contains { $0.complaints != nil }
    for id in tools(of: check) where id != .jq || needsJQ || check.uses.contains(id) {
      if case .unusable(let reason, let remedy) = toolbox.state(of: id, tier(id, check)) {
        return .couldNotCheck(reason: reason, remedy: remedy)
      }
    }
    return nil
  }

  /// What a verdict depends on: the files, the check, the tools, the environment. Anything new
  /// makes another key.
  func memoryKey(_ check: Check) -> String {
    let parts =
      [VersionCommand.number, work.digest, lesson.proofs.jq, check.procedure.definition]
      + [preparation(of: check)?.definition ?? ""]
      + tools(of: check).map { "\($0) \(toolbox.fingerprint(of: $0, tier($0, check)))" }
      + toolbox.environment(check.tier)
      .filter { $0.key != "TMPDIR" && $0.key != RunFolder.variable }
      .map { "\($0.key)=\($0.value)" }.sorted()
    return SHA256.hex(of: Array(parts.joined(separator: "\u{0}").utf8))
  }

  private func tools(of check: Check) -> [Tool.ID] {
    check.uses + (preparation(of: check)?.uses ?? []) + [.jq]
  }

  /// jq only reads what a tool printed, so it is the same in both tiers.
  private func tier(_ id: Tool.ID, _ check: Check) -> Check.Tier {
    id == .jq ? .offline : check.tier
  }
}
