#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Wakes one thread when another has news.
final class Bell: Sendable {
  private let pipe = Pipes.make()

  init() {
    if let pipe { for end in [pipe.readEnd, pipe.writeEnd] { Pipes.makeNonblocking(end) } }
  }

  deinit {
    if let pipe { for end in [pipe.readEnd, pipe.writeEnd] { close(end) } }
  }

  func ring() {
    var byte: UInt8 = 1
    if let pipe { _ = write(pipe.writeEnd, &byte, 1) }
  }

  /// Waits until it has rung since the last wait, but not for longer than this.
  func wait(milliseconds: Int32) {
    // Where no pipe could be made, it is looked often instead.
    guard let pipe else { return System.pause(milliseconds: min(milliseconds, 10)) }
    var watch = pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0)
    guard poll(&watch, 1, milliseconds) > 0 else { return }
    withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { buffer in
      while System.receive(pipe.readEnd, into: buffer) == buffer.count {}
    }
  }
}
