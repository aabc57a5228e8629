// Running a tool so that it can neither hang us nor outlive us. Reading one stream to its end before
// the other deadlocks as soon as a tool fills the second pipe (64 KiB), so one poll serves stdin,
// both streams and Ctrl-C. A grandchild in the background may hold a pipe long after the program has
// ended; so that end is asked for too, not only the end of the streams. Memory is not bounded, nor is
// the number of processes: a fork bomb in a learner's script does here what it does in a shell.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

enum ProcessRunner {
  /// Seconds between SIGTERM and SIGKILL, as long as a tool has to remove its own locks.
  static let grace = 1.0
  /// Seconds we read on after the program has ended and all it started was ended. Only what could
  /// not be can still write then; what was written before is in the pipe and read in any case.
  static let afterglow = 0.2
  /// Seconds between looks at what a program has written.
  static let roomInterval = 0.5

  /// Runs a program to its end, its timeout or an interruption, and always reaps it.
  ///
  /// What the program left running in its group is killed when it ends. `tick` gets the seconds
  /// since the start about every 100 ms. Blocks; may be called from several threads.
  static func run(
    _ request: ProcessRequest, interruption: Interruption = .signals,
    tick: ((Double) -> Void)? = nil
  ) -> ProcessOutcome {
    _ = Interruption.keepsChildStatus
    do {
      let child = try ChildProcess.start(request)
      var watched = Watched(child, request, interruption)
      watched.untilEnd(tick)
      return watched.outcome()
    } catch {
      return ProcessOutcome(ending: .couldNotStart(errno: error.errno))
    }
  }
}

private struct Watched {
  let child: ChildProcess
  let request: ProcessRequest
  let interruption: Interruption
  let start = System.monotonicSeconds()
  var input: Int32
  var sent = 0
  var output: CapturedStream
  var errors: CapturedStream
  /// Why we ended the program, if we did.
  var reason: ProcessOutcome.Ending?
  /// When SIGKILL follows SIGTERM.
  var killAt = Double.infinity
  /// When we stop reading, once the program has ended.
  var stopAt: Double?
  /// When it is looked whether it fills its room.
  var nextLook = ProcessRunner.roomInterval
  var hasFilledRoom = false

  init(_ child: ChildProcess, _ request: ProcessRequest, _ interruption: Interruption) {
    self.child = child
    self.request = request
    self.interruption = interruption
    input = child.input
    output = CapturedStream(child.output, limit: request.outputLimit)
    errors = CapturedStream(child.errors, limit: request.outputLimit)
  }

  mutating func untilEnd(_ tick: ((Double) -> Void)?) {
    var nextTick = 0.1
    // The program's end wakes no poll, so that is looked for ever less often, up to 20 ms apart.
    var slice: Int32 = 1
    while true {
      slice = wait(slice) ? 1 : min(slice * 2, 20)
      feed()
      output.drain()
      errors.drain()
      let now = System.monotonicSeconds()
      if now - start >= nextTick {
        tick?(now - start)
        nextTick = now - start + 0.1
      }
      if let stopAt {
        if now >= stopAt || (output.file < 0 && errors.file < 0) { return }
      } else if child.hasEnded {
        child.send(SIGKILL)
        stopAt = now + ProcessRunner.afterglow
      } else {
        enforce(now)
      }
    }
  }

  mutating func outcome() -> ProcessOutcome {
    endInput()
    output.end()
    errors.end()
    let (ending, leftRunning) = child.reapAll()
    return ProcessOutcome(
      ending: reason ?? ending, output: output.bytes, errors: errors.bytes,
      truncated: output.truncated || errors.truncated,
      seconds: System.monotonicSeconds() - start, leftRunning: leftRunning,
      hasFilledRoom: hasFilledRoom || ending == .signalled(SIGXFSZ))
  }

  /// Waits until a stream is ready; false if none was. Streams already at an end are -1, which
  /// poll ignores, and so is the interruption once heeded: it would wake us without end.
  private func wait(_ milliseconds: Int32) -> Bool {
    let readable = Int16(POLLIN)
    let heeding = reason == nil && stopAt == nil
    var watched = [
      pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: output.file, events: readable, revents: 0),
      pollfd(fd: errors.file, events: readable, revents: 0),
      pollfd(fd: heeding ? interruption.watched : -1, events: readable, revents: 0),
    ]
    return poll(&watched, nfds_t(watched.count), milliseconds) > 0
  }

  /// Ends the program when it is time to: politely, a second later for good.
  private mutating func enforce(_ now: Double) {
    if reason != nil {
      if now >= killAt {
        child.send(SIGKILL)
        killAt = .infinity
      }
    } else if interruption.isRequested {
      stop(.interrupted, now)
    } else if now - start >= request.timeout {
      stop(.timedOut, now)
    } else if let room = request.room, now - start >= nextLook {
      if room.isExceeded {
        hasFilledRoom = true
        stop(.signalled(SIGXFSZ), now)
        child.send(SIGKILL)
      }
      // A large tree takes a while to look at.
      let took = System.monotonicSeconds() - now
      nextLook = now - start + max(ProcessRunner.roomInterval, took * 10)
    }
  }

  private mutating func stop(_ why: ProcessOutcome.Ending, _ now: Double) {
    reason = why
    killAt = now + ProcessRunner.grace
    child.send(SIGTERM)
    // One that stopped itself, asking a terminal it may not read, has to go on to hear it.
    child.send(SIGCONT)
  }

  private mutating func feed() {
    guard input >= 0 else { return }
    while sent < request.input.count, stopAt == nil {
      let count = request.input.withUnsafeBytes { bytes in
        Pipes.sendQuietly(input, UnsafeRawBufferPointer(rebasing: bytes[sent...]))
      }
      if count < 0, errno == EAGAIN || errno == EWOULDBLOCK { return }
      // A program need not read all it is given.
      guard count > 0 else { break }
      sent += count
    }
    endInput()
  }

  private mutating func endInput() {
    if input >= 0 { close(input) }
    input = -1
  }
}
