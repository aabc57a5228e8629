import StudyCore

extension StepPerformance {
  /// Starts a service and waits until it is ready, has ended, or its time is over.
  func start(_ service: Check.Service, _ request: ProcessRequest)
    throws(CheckFault) -> Result<StepRun, Unusable>
  {
    guard let port = surroundings.port(service.ready.port) else {
      return .failure(stray("the check names no port \(service.ready.port)"))
    }
    // What answers now would be taken for the service.
    if world.services.accepts(port, request.cell) {
      return .failure(stray("another program answers on port \(port), chosen for \(service.name)"))
    }
    let process: ServiceProcess
    do {
      process = try world.services.start(request, surroundings.log(service.name))
    } catch {
      return .success(StepRun(ending: .couldNotStart(describe(error.errno))))
    }
    surroundings.keep(process, service.name)
    var run = StepRun(ending: try ending(of: process, service.ready, port, request.cell))
    if run.ending != .ready {
      let written = surroundings.written(by: service.name, limit: StepRunner.outputLimit)
      run.text = String(decoding: written ?? [], as: UTF8.self)
    }
    return .success(run)
  }

  private func stray(_ reason: String) -> Unusable {
    Unusable(verdict: .couldNotCheck(reason: reason, remedy: "try again"))
  }

  private func ending(of process: ServiceProcess, _ ready: Check.Ready, _ port: Int, _ cell: Cell?)
    throws(CheckFault) -> StepRun.Ending
  {
    let start = world.monotonic()
    var last: Int?
    while true {
      let answers = isReady(ready, port, cell, &last)
      // One that goes to the background answers and ends, in this order.
      if answers, !world.processes.sleep(0.1) { throw .interrupted }
      if process.hasEnded { return process.end().ending.judged }
      if answers { return .ready }
      let seconds = world.monotonic() - start
      if seconds >= Double(ready.within) { return .notReady(status: last) }
      runner.tick(seconds)
      if !world.processes.sleep(0.05) { throw .interrupted }
    }
  }

  private func isReady(_ ready: Check.Ready, _ port: Int, _ cell: Cell?, _ last: inout Int?)
    -> Bool
  {
    guard let path = ready.path else { return world.services.accepts(port, cell) }
    guard let status = world.services.status(port, path, cell) else { return false }
    last = status
    return ready.accepts(status)
  }

  /// Ends a service; its text is all it wrote.
  func stopped(_ stop: Check.Stop) -> (StepRun, [UInt8]) {
    guard let process = surroundings.take(stop.name) else {
      return (StepRun(ending: .couldNotStart("it does not run")), [])
    }
    let (ending, wasGone) = process.end(by: stop.signal.number, within: Double(stop.within))
    let written = surroundings.written(by: stop.name, limit: StepRunner.outputLimit)
    let output = written ?? []
    let run = StepRun(
      ending: wasGone ? .gone(status: ending.status) : ending.judged,
      text: String(decoding: output, as: UTF8.self), truncated: written == nil)
    return (run, output)
  }
}

extension ProcessOutcome.Ending {
  /// The exit status as a shell tells it.
  fileprivate var status: Int {
    switch self {
    case .exited(let status): Int(status)
    case .signalled(let signal): 128 + Int(signal)
    case .timedOut, .couldNotStart, .interrupted: 128
    }
  }
}
