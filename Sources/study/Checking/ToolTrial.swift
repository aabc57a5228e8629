import StudyCore

/// Trying a program out before it is believed: it must tell its version and reject a known-bad input.
struct ToolTrial {
  /// The first words of its command line.
  let words: [String]
  let environment: [String: String]
  /// An empty folder.
  let folder: String
  /// Where it runs.
  let cell: Cell?
  let world: World

  /// Why it is not believed.
  struct Fault: Error {
    let reason: String
    var isInterruption = false
  }

  /// Seconds a tool has to tell its version or reject its canary, where `STUDY_PATIENCE` does not
  /// say.
  private static let patience = 15.0

  private var patience: Double {
    let seconds = world.environment["STUDY_PATIENCE"].flatMap(Double.init) ?? Self.patience
    return (0.1...3600).contains(seconds) ? seconds : Self.patience
  }

  private var shown: String { words.joined(separator: " ") }

  /// The version it tells.
  func result(of tool: Tool) -> Result<String, Fault> {
    var version = ""
    if !tool.version.isEmpty {
      let outcome = run(tool.version)
      if let fault = fault(outcome.ending) { return .failure(fault) }
      guard outcome.ending == .exited(0), let found = ToolVersion(firstIn: outcome.text) else {
        return .failure(
          Fault(reason: "\(shown) does not tell its version, so it can't be believed"))
      }
      if let oldest = tool.oldest.flatMap(ToolVersion.init(firstIn:)), found < oldest {
        return .failure(Fault(reason: "\(shown) is version \(found), older than \(oldest)"))
      }
      version = found.description
    }
    guard let canary = tool.canary else { return .success(version) }
    let outcome = show(canary)
    if let fault = outcome.flatMap({ fault($0.ending) }) { return .failure(fault) }
    guard let outcome, canary.isRejected(outcome) else {
      return .failure(
        Fault(reason: "\(shown) does not reject what it should, so it can't be believed"))
    }
    return .success(version)
  }

  /// What an end that is not the tool's own means.
  private func fault(_ ending: ProcessOutcome.Ending) -> Fault? {
    switch ending {
    case .interrupted: Fault(reason: "\(shown) was interrupted", isInterruption: true)
    case .timedOut:
      Fault(
        reason: "\(shown) did not answer within \(Int(patience.rounded(.up))) s "
          + "(`STUDY_PATIENCE=60` gives it longer)")
    case .exited, .signalled, .couldNotStart: nil
    }
  }

  private func show(_ canary: Tool.Canary) -> ProcessOutcome? {
    for file in canary.files {
      let text = file.lines.map { $0 + "\n" }.joined()
      let path = folder + "/" + file.path
      try? world.trees.makeFolders(RealFile.splitPath(path).folder)
      try? world.trees.write(path, Array(text.utf8))
    }
    guard case .run(let arguments) = canary.step.source else { return nil }
    return run(arguments, input: Array(canary.step.stdin.utf8))
  }

  private func run(_ arguments: [String], input: [UInt8] = []) -> ProcessOutcome {
    var environment = environment
    environment["GIT_CEILING_DIRECTORIES"] = RealFile.splitPath(folder).folder
    return world.processes.run(
      ProcessRequest(
        executable: words[0], arguments: words.dropFirst() + arguments,
        environment: environment, folder: folder, input: input, timeout: patience, cell: cell)
    ) { _ in }
  }
}

extension Tool.Canary {
  fileprivate func isRejected(_ outcome: ProcessOutcome) -> Bool {
    guard case .exited(let status) = outcome.ending else { return false }
    return step.exit.contains(Int(status)) && step.says.allSatisfy(outcome.text.contains)
  }
}
