import StudyCore

/// One step as it runs, among what the check has around it.
struct StepPerformance {
  let runner: StepRunner
  let surroundings: Surroundings
  let names: Placeholders
  let step: Check.Step

  var world: World { runner.world }

  /// Why a step could not even begin.
  struct Unusable: Error { let verdict: Verdict }

  /// Runs the step, saves what it wrote, and asks for the complaints about it.
  func run() throws(CheckFault) -> Result<StepRun, Unusable> {
    var (run, output): (StepRun, [UInt8])
    switch step.source {
    case .read(let globs):
      output = try runner.copy.read(globs.map(names.fill))
      run = StepRun(ending: .exited(0), text: String(decoding: output, as: UTF8.self))
    case .run(let words):
      switch request(words) {
      case .success(let request): (run, output) = try finished(request)
      case .failure(let fault): return .failure(fault)
      }
    case .start(let service):
      switch request(service.command) {
      case .success(let request): return try start(service, request)
      case .failure(let fault): return .failure(fault)
      }
    case .stop(let stop): (run, output) = stopped(stop)
    }
    if let save = step.save { try runner.copy.write(save, output) }
    if step.endedWell(run) { run.complaints = try runner.complaints(of: step, output) }
    return .success(run)
  }

  private func finished(_ request: ProcessRequest) throws(CheckFault) -> (StepRun, [UInt8]) {
    let outcome = world.processes.run(request, runner.tick)
    if outcome.ending == .interrupted { throw .interrupted }
    let run = StepRun(
      ending: outcome.ending.judged, text: outcome.text, truncated: outcome.truncated)
    return (run, outcome.output)
  }

  private func request(_ words: [String]) -> Result<ProcessRequest, Unusable> {
    let toolbox = runner.toolbox
    let words = words.map(names.fill)
    let tool: [String]
    switch toolbox.state(of: Tool.ID(rawValue: words[0]), runner.tier) {
    case .ready(let ready, _): tool = ready
    case .unusable(let reason, let remedy):
      return .failure(Unusable(verdict: .couldNotCheck(reason: reason, remedy: remedy)))
    }
    var folder = runner.copy.folder
    if let inner = step.folder.map(names.fill) {
      folder += "/" + inner
      if world.files.kind(folder) != .folder {
        let reason = "There is no folder \(inner) in the week's folder."
        return .failure(Unusable(verdict: .failed([reason])))
      }
    }
    var environment = toolbox.environment(runner.tier)
    // The temporary folder may lie in a repository, which is none of the check's business.
    environment["GIT_CEILING_DIRECTORIES"] = runner.copy.root
    for (name, value) in step.environment { environment[name] = names.fill(value) }
    if let standIns = surroundings.standIns {
      environment["PATH"] = standIns.path + ":" + (environment["PATH"] ?? "")
    }
    return .success(
      ProcessRequest(
        executable: tool[0], arguments: Array(tool.dropFirst() + words.dropFirst()),
        environment: environment, folder: folder, input: Array(names.fill(step.stdin).utf8),
        timeout: Double(step.timeout), outputLimit: StepRunner.outputLimit, detaches: step.detaches)
    )
  }
}

extension ProcessOutcome.Ending {
  var judged: StepRun.Ending {
    switch self {
    case .exited(let status): .exited(Int(status))
    case .signalled(let signal): .signalled(Int(signal))
    case .timedOut: .timedOut
    case .couldNotStart(let errno): .couldNotStart(describe(errno))
    case .interrupted: .couldNotStart("interrupted")
    }
  }
}
