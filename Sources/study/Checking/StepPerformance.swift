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
      switch try request(words) {
      case .success(let request): (run, output) = try finished(request)
      case .failure(let fault): return .failure(fault)
      }
    case .start(let service):
      switch try request(service.command) {
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
    if step.needsNetwork, outcome.ending == .exited(0) { runner.copy.confinement.keepPlugins() }
    if outcome.ending == .interrupted { throw .interrupted }
    let run = StepRun(
      ending: outcome.ending.judged, text: outcome.text, truncated: outcome.truncated)
    return (run, outcome.output)
  }

  private func request(_ words: [String])
    throws(CheckFault) -> Result<ProcessRequest, Unusable>
  {
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
    var (environment, cell) = try surroundingsOfProgram()
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
        timeout: Double(step.timeout), outputLimit: StepRunner.outputLimit, cell: cell,
        detaches: step.detaches))
  }
}

extension StepPerformance {
  /// The environment of the step's program, and where it runs.
  private func surroundingsOfProgram() throws(CheckFault) -> ([String: String], Cell?) {
    var environment = runner.toolbox.environment(runner.tier)
    if runner.tier == .live { return (environment, nil) }
    let confinement = runner.copy.confinement
    environment["HOME"] = confinement.home
    if step.needsNetwork {
      environment.merge(
        CheckEnvironment.fetching(user: world.environment, plugins: confinement.plugins())
      ) { _, new in new }
      if environment["TF_CLI_CONFIG_FILE"] == nil {
        environment["TF_CLI_CONFIG_FILE"] = world.homes().map { Paths.join($0, ".terraformrc") }
          .first { world.files.kind($0) == .file }
      }
      return (environment, try runner.cell(environment, fetches: true))
    }
    let cell = try runner.cell(environment)
    if cell == nil { environment.merge(CheckEnvironment.nowhere) { _, new in new } }
    return (environment, cell)
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
