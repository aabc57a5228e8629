// Ctrl-C while tools run. They run in process groups of their own, so the terminal's SIGINT reaches
// only us, and dying of it would leave them running and their temporary folders behind. Little is
// allowed in a signal handler, so ours only writes a byte to a pipe. The pipe is the flag: nobody
// reads it, so once a byte is there every poll that watches it wakes, in whatever thread.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Something that may ask all work to stop, once and for good.
struct Interruption: Sendable {
  /// Watched by `poll`: readable once asked for. -1, which poll ignores, if no pipe could be made.
  let watched: Int32
  private let written: Int32

  /// The interruption that the user's signals ask for, once `install` has been called.
  static let signals = Interruption()

  init() {
    let pipe = Pipes.make()
    watched = pipe?.readEnd ?? -1
    written = pipe?.writeEnd ?? -1
    if written >= 0 { Pipes.makeNonblocking(written) }
  }

  /// Makes SIGINT, SIGTERM and SIGHUP ask for `signals`, except those that are ignored, as under
  /// nohup. Nothing else happens on them: whoever calls this must look at `isRequested`.
  ///
  /// More signals change nothing, as users press Ctrl-C more than once; but one that comes three
  /// seconds after the first ends the program the usual way, should something hang.
  static func install() {
    signalPipe = signals.written
    firstSignal = 0
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let old = signal(number, noteSignal)
      if isIgnoring(old) { _ = signal(number, SIG_IGN) }
    }
  }

  /// Lets a dead child be waited for even if our parent had SIGCHLD ignored, which children keep.
  /// Happens once, on first use.
  static let keepsChildStatus: Bool = {
    let old = signal(SIGCHLD, SIG_DFL)
    if !isIgnoring(old) { _ = signal(SIGCHLD, old) }
    return true
  }()

  func request() {
    var byte: UInt8 = 1
    _ = write(written, &byte, 1)
  }

  var isRequested: Bool { !sleep(seconds: 0) }

  /// Waits; returns false at once when asked to stop.
  func sleep(seconds: Double) -> Bool {
    let end = System.monotonicSeconds() + seconds
    while true {
      let left = max(0, end - System.monotonicSeconds())
      var watch = pollfd(fd: watched, events: Int16(POLLIN), revents: 0)
      if poll(&watch, 1, Int32(min(left * 1000, 60_000).rounded(.up))) > 0 { return false }
      if left == 0 { return true }
    }
  }

  private static func isIgnoring<Handler>(_ handler: Handler) -> Bool {
    MemoryLayout<Handler>.size == MemoryLayout<Int>.size
      && withUnsafeBytes(of: handler) { $0.loadUnaligned(as: Int.self) } == 1
  }
}

// Written before the handler is set, and by the handler itself: nothing else touches them.
private nonisolated(unsafe) var signalPipe: Int32 = -1
/// Monotonic seconds, 0 before any signal.
private nonisolated(unsafe) var firstSignal = 0

/// Runs between any two instructions: only calls that POSIX lists as safe in a signal handler.
private func noteSignal(_ number: Int32) {
  let saved = errno
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  if firstSignal == 0 {
    firstSignal = max(1, now.tv_sec)
  } else if now.tv_sec - firstSignal > 3 {
    _ = signal(number, SIG_DFL)
    raise(number)
  }
  var byte: UInt8 = 1
  _ = write(signalPipe, &byte, 1)
  errno = saved
}
