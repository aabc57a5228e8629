extension Check.Step {
  /// What a step's run says. Pure: the same facts give the same verdict.
  ///
  /// Only the expected exit status, every expected text and an empty list of complaints pass; a
  /// service that starts passes once it is ready.
  public func verdict(on run: StepRun) -> Verdict {
    if let obstacle = obstacle(in: run) { return obstacle }
    if let wrong = wrong(in: run) { return verdict(onWrong: wrong, run) }
    if case .start = source { return .passed }
    switch run.complaints {
    case .none where complaints == nil: return .passed
    case .none:
      return .couldNotCheck(reason: "\(name)'s output was not judged", remedy: "try again")
    case .said(let sentences): return sentences.isEmpty ? .passed : .failed(sentences)
    case .unsure(let sentences): return .unsure(sentences)
    case .unclear(let reason):
      return .couldNotCheck(reason: reason, remedy: "`study doctor` tells whether the tools work")
    }
  }

  /// Whether it ended as it was to, so that what it wrote can be judged.
  public func endedWell(_ run: StepRun) -> Bool {
    run.status.map(exit.contains) == true && !run.truncated
  }

  /// What keeps the run from saying anything about the work.
  private func obstacle(in run: StepRun) -> Verdict? {
    switch (source, run.ending) {
    case (_, .couldNotStart(let reason)):
      return .couldNotCheck(
        reason: "\(name) could not be started: \(reason)", remedy: "`study doctor` tells more")
    case (.run, .timedOut), (.read, .timedOut):
      return .couldNotCheck(
        reason: "\(name) took longer than \(timeout) s and was stopped",
        remedy: "try again when the machine is less busy; `study check --plan` shows the command")
    case (.run, .signalled(let signal)), (.read, .signalled(let signal)):
      return .couldNotCheck(
        reason: "\(name) was ended by signal \(signal)", remedy: "`study doctor` tells more")
    default: break
    }
    // What was not kept could say anything, so only a wrong status can be judged.
    let isJudged = missing(from: run) != nil || complaints != nil || save != nil
    if run.truncated, run.status.map(exit.contains) == true, isJudged {
      return .couldNotCheck(
        reason: "\(name) wrote more than can be kept", remedy: "make the folder smaller")
    }
    return nil
  }

  /// What is wrong with how it ended or with what it wrote, as a sentence.
  private func wrong(in run: StepRun) -> String? {
    switch source {
    case .start(let service): return service.wrong(in: run)
    case .stop(let stop):
      if let sentence = stop.wrong(in: run, wanted: exit) { return sentence }
    case .run, .read:
      if let status = run.status, !exit.contains(status) {
        let wanted = exit.map(String.init).joined(separator: " or ")
        return "`\(command)` ended with status \(status), where \(wanted) was expected."
      }
    }
    return missing(from: run).map { "`\(command)` did not print \"\($0)\"." }
  }

  private func missing(from run: StepRun) -> String? { says.first { !run.text.contains($0) } }

  /// Whose fault it is: what excuses it says nothing about the work, nor does what is ours.
  private func verdict(onWrong sentence: String, _ run: StepRun) -> Verdict {
    if let excuse = excuses.first(where: { run.text.contains($0.says) }) {
      return .couldNotCheck(
        reason: "\(name) said: \(ToolText.line(of: run.text, with: excuse.says))",
        remedy: excuse.remedy)
    }
    let lines = isService ? ToolText.errors(in: run.text) : ToolText.tail(of: run.text)
    if isOurs {
      let said = lines.isEmpty ? "" : " It said: " + lines.joined(separator: "; ")
      return .couldNotCheck(
        reason: "what the check brings along did not work. \(otherwise ?? sentence)\(said)",
        remedy: "`study doctor` tells whether the tools work; this says nothing about your work")
    }
    return .failed([otherwise ?? sentence] + lines.map { "  " + $0 })
  }

  private var isService: Bool {
    switch source {
    case .start, .stop: true
    case .run, .read: false
    }
  }

  /// The words of a step's command, or what it reads.
  public var command: String {
    switch source {
    case .run(let words): words.joined(separator: " ")
    case .read(let globs): "read " + globs.joined(separator: " ")
    case .start(let service): service.command.joined(separator: " ")
    case .stop(let stop): stop.name
    }
  }

  private var name: String {
    switch source {
    case .run(let words): words.first ?? "the step"
    case .read: "reading the files"
    case .start(let service): service.command.first ?? service.name
    case .stop(let stop): stop.name
    }
  }
}
