// Pipes that only the child they are meant for inherits. A descriptor another child got by chance
// keeps a stream open, and its reader waiting, for as long as that child lives.

import SystemCalls

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

enum Pipes {
  /// A pipe whose ends close on exec and are none of 0, 1 and 2, which a child's streams replace.
  /// Nil leaves the reason in `errno`.
  static func make() -> (readEnd: Int32, writeEnd: Int32)? {
    var ends: [Int32] = [-1, -1]
    #if canImport(Darwin)
      guard pipe(&ends) == 0 else { return nil }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #else
      guard study_pipe_closing_on_exec(&ends) == 0 else { return nil }
    #endif
    for index in ends.indices where (0...2).contains(ends[index]) {
      let lifted = fcntl(ends[index], F_DUPFD_CLOEXEC, 3)
      let code = errno
      close(ends[index])
      ends[index] = lifted
      if lifted < 0 {
        for end in ends where end >= 0 { close(end) }
        errno = code
        return nil
      }
    }
    return (ends[0], ends[1])
  }

  static func makeNonblocking(_ file: Int32) {
    _ = fcntl(file, F_SETFL, fcntl(file, F_GETFL) | O_NONBLOCK)
  }

  /// Writes what fits; with EPIPE instead of a deadly SIGPIPE if no one reads any more.
  ///
  /// The signal is held back for this thread and this write only, and taken away if it came, so
  /// what the rest of the program does on SIGPIPE is its own affair.
  static func sendQuietly(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
      _ = fcntl(file, F_SETNOSIGPIPE, 1)
      return System.send(file, bytes)
    #else
      var pipeSignal = sigset_t()
      var before = sigset_t()
      var waiting = sigset_t()
      sigemptyset(&pipeSignal)
      sigaddset(&pipeSignal, SIGPIPE)
      sigpending(&waiting)
      pthread_sigmask(SIG_BLOCK, &pipeSignal, &before)
      let count = System.send(file, bytes)
      let code = errno
      if count < 0, code == EPIPE, sigismember(&waiting, SIGPIPE) == 0 {
        var now = timespec()
        _ = System.uninterrupted { sigtimedwait(&pipeSignal, nil, &now) }
      }
      pthread_sigmask(SIG_SETMASK, &before, nil)
      errno = code
      return count
    #endif
  }
}

/// One stream of a child, read to its end but kept only up to a limit.
struct CapturedStream {
  /// -1 once the stream has ended or was given up.
  private(set) var file: Int32
  let limit: Int
  private(set) var bytes: [UInt8] = []
  private(set) var truncated = false

  init(_ file: Int32, limit: Int) {
    Pipes.makeNonblocking(file)
    self.file = file
    self.limit = limit
  }

  /// Takes what is there without waiting, at most 1 MiB: a pipe never holds more, and a child that
  /// writes without end must not keep us from looking at the clock.
  mutating func drain() {
    guard file >= 0 else { return }
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
      for _ in 0..<16 {
        let count = System.receive(file, into: buffer)
        if count < 0, errno == EAGAIN || errno == EWOULDBLOCK { return }
        guard count > 0 else { return end() }
        let kept = min(count, limit - bytes.count)
        bytes.append(contentsOf: buffer[..<kept])
        if kept < count { truncated = true }
      }
    }
  }

  mutating func end() {
    if file >= 0 { close(file) }
    file = -1
  }
}
