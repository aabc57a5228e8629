// A program that stays while others run. Its output goes to a file: a worker it leaves behind, or
// nginx with `error_log stderr`, would hold a pipe open long after its end, and a full one would
// stop it. So its end is asked for, never the end of its output.

import StudyCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A running program in a group of its own. Whoever starts it must `end` it: nothing else does.
final class ServiceProcess {
  private let group: pid_t
  private var ending: ProcessOutcome.Ending?

  private init(group: pid_t) { self.group = group }

  /// Starts a program that reads nothing and writes to the end of a file; the request's input and
  /// time have no meaning here.
  static func start(_ request: ProcessRequest, log: String) throws(SpawnFault) -> ServiceProcess {
    _ = Interruption.keepsChildStatus
    let input = opened("/dev/null", O_RDONLY)
    let output = opened(log, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW)
    defer { for file in [input, output] where file >= 0 { close(file) } }
    guard input >= 0, output >= 0 else { throw SpawnFault(errno: errno) }
    let group = try ChildProcess.spawn(request, streams: [input, output, output])
    return ServiceProcess(group: group)
  }

  private var child: ChildProcess { ChildProcess(group: group, input: -1, output: -1, errors: -1) }

  /// Whether the program itself has ended, if not all it started.
  var hasEnded: Bool { ending != nil || child.hasEnded }

  /// How the program ended, once all of its group has been ended.
  ///
  /// - Parameters:
  ///   - number: the signal it is asked by, if it runs.
  ///   - seconds: the time it has before SIGKILL.
  /// - Returns: its own end, or `timedOut` if it had to be killed; and whether it had ended before.
  func end(by number: Int32 = SIGTERM, within seconds: Double = ProcessRunner.grace)
    -> (ending: ProcessOutcome.Ending, wasGone: Bool)
  {
    if let ending { return (ending, true) }
    let wasGone = child.hasEnded
    if !wasGone { ask(by: number) }
    let isInTime = wait(until: System.monotonicSeconds() + seconds)
    return (finish(isInTime: isInTime), wasGone)
  }

  /// Ends several within the time of one.
  static func endAll(_ services: [ServiceProcess]) {
    let running = services.filter { $0.ending == nil }
    for service in running { service.ask(by: SIGTERM) }
    let end = System.monotonicSeconds() + ProcessRunner.grace
    for service in running { _ = service.finish(isInTime: service.wait(until: end)) }
  }

  private func ask(by number: Int32) {
    child.send(number)
    child.send(SIGCONT)
  }

  private func wait(until end: Double) -> Bool {
    while !child.hasEnded {
      if System.monotonicSeconds() >= end { return false }
      System.pause(milliseconds: 5)
    }
    return true
  }

  private func finish(isInTime: Bool) -> ProcessOutcome.Ending {
    child.send(SIGKILL)
    let own = child.reap()
    ending = own
    return isInTime ? own : .timedOut
  }

  /// A file that programs we start don't inherit, and that is none of 0, 1 and 2, which their
  /// streams replace.
  private static func opened(_ path: String, _ flags: Int32) -> Int32 {
    let file = System.uninterrupted { open(path, flags | O_CLOEXEC, 0o600) }
    guard (0...2).contains(file) else { return file }
    defer { close(file) }
    return fcntl(file, F_DUPFD_CLOEXEC, 3)
  }
}

extension Check.Stop.Signal {
  /// The system's number.
  var number: Int32 {
    switch self {
    case .terminate: SIGTERM
    case .interrupt: SIGINT
    case .quit: SIGQUIT
    case .hangUp: SIGHUP
    case .kill: SIGKILL
    }
  }
}
