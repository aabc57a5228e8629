// Ports of 127.0.0.1, and whether something answers there. A service that a check starts is told its
// port beforehand, so the port must be free for as long as that takes: the system's own choice
// (port 0) is from those it also gives to outgoing connections, of which a test under load makes
// thousands that linger for a minute each. Ours are from below those, and each is given out once.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

enum Loopback {
  /// Where ports are chosen from: above the well-known ones, below the system's own choice (from
  /// 32768 on Linux, 49152 on macOS).
  static let ports = 20_000..<32_000

  private nonisolated(unsafe) static var given: Set<Int> = []
  private static let lock = ThreadLock()

  /// A port that nothing listens on, on 127.0.0.1 and on ::1; not given out again before it is given
  /// back. Nil if none can be found.
  ///
  /// - Parameter cell: where it is to be free.
  static func takePort(in cell: Cell? = nil) -> Int? {
    lock.held {
      for _ in 0..<500 {
        let port = Int.random(in: ports)
        guard !given.contains(port), isFree(port, cell) else { continue }
        given.insert(port)
        return port
      }
      return nil
    }
  }

  /// Lets a port be given out again.
  static func giveBack(_ port: Int) {
    lock.held { _ = given.remove(port) }
  }

  /// Whether something accepts a connection on a port of 127.0.0.1.
  static func accepts(_ port: Int, within seconds: Double = 1, in cell: Cell? = nil) -> Bool {
    guard let socket = connected(port, cell, until: System.monotonicSeconds() + seconds) else {
      return false
    }
    close(socket)
    return true
  }

  /// Whether anything can connect to 127.0.0.1: what no one listens on refuses then, at once.
  static var isUp: Bool {
    let file = makeSocket(AF_INET, nil)
    guard file >= 0 else { return false }
    defer { close(file) }
    Pipes.makeNonblocking(file)
    return withAddress(1) { connect(file, $0, $1) } == 0
      || [ECONNREFUSED, EINPROGRESS].contains(errno)
  }

  /// The status of a page on a port of 127.0.0.1; nil if there is no answer in HTTP in time.
  static func status(
    _ port: Int, _ path: String, within seconds: Double = 2, in cell: Cell? = nil
  ) -> Int? {
    let end = System.monotonicSeconds() + seconds
    guard let socket = connected(port, cell, until: end) else { return nil }
    defer { close(socket) }
    let request = "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n"
    let bytes = Array(request.utf8)
    guard bytes.withUnsafeBytes({ Pipes.sendQuietly(socket, $0) }) == bytes.count else {
      return nil
    }
    var answer: [UInt8] = []
    while answer.count < 12, wait(socket, POLLIN, until: end) {
      let count = withUnsafeTemporaryAllocation(byteCount: 512, alignment: 1) { buffer in
        let count = System.receive(socket, into: buffer)
        if count > 0 { answer += buffer[..<count] }
        return count
      }
      if count <= 0 { break }
    }
    let words = String(decoding: answer.prefix(12), as: UTF8.self).split(separator: " ")
    guard words.count == 2, words[0].hasPrefix("HTTP/") else { return nil }
    return Int(words[1])
  }

  /// An open connection to a port of 127.0.0.1.
  private static func connected(_ port: Int, _ cell: Cell?, until end: Double) -> Int32? {
    let file = makeSocket(AF_INET, cell)
    guard file >= 0 else { return nil }
    Pipes.makeNonblocking(file)
    let result = withAddress(port) { connect(file, $0, $1) }
    if result != 0 {
      var code: Int32 = errno
      if code == EINPROGRESS, wait(file, POLLOUT, until: end) {
        var size = socklen_t(MemoryLayout<Int32>.size)
        if getsockopt(file, SOL_SOCKET, SO_ERROR, &code, &size) != 0 { code = errno }
      }
      guard code == 0 else {
        close(file)
        return nil
      }
    }
    return file
  }

  private static func wait(_ file: Int32, _ event: Int32, until end: Double) -> Bool {
    var watch = pollfd(fd: file, events: Int16(event), revents: 0)
    let left = max(0, end - System.monotonicSeconds())
    return System.uninterrupted({ poll(&watch, 1, Int32((left * 1000).rounded(.up))) }) > 0
  }

  /// Whether a program could listen here. Where there is no IPv6, nothing can be in the way there.
  private static func isFree(_ port: Int, _ cell: Cell?) -> Bool {
    let old = makeSocket(AF_INET, cell)
    guard old >= 0 else { return false }
    defer { close(old) }
    guard withAddress(port, { bind(old, $0, $1) }) == 0 else { return false }
    let new = makeSocket(AF_INET6, cell)
    guard new >= 0 else { return true }
    defer { close(new) }
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    address.sin6_port = in_port_t(UInt16(port).bigEndian)
    address.sin6_addr = in6addr_loopback
    let size = socklen_t(MemoryLayout<sockaddr_in6>.size)
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(new, $0, size) }
    }
    return result == 0 || errno != EADDRINUSE
  }

  private static func withAddress(
    _ port: Int, _ call: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr = in_addr(s_addr: in_addr_t(UInt32(0x7F00_0001).bigEndian))
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        call($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  /// A socket that no program we start inherits: it would hold the port for as long as that runs.
  private static func makeSocket(_ family: Int32, _ cell: Cell?) -> Int32 {
    if let cell { return cell.socket(family) }
    #if canImport(Glibc)
      return socket(family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    #elseif canImport(Musl)
      return socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0)
    #else
      let file = socket(family, SOCK_STREAM, 0)
      _ = fcntl(file, F_SETFD, FD_CLOEXEC)
      return file
    #endif
  }
}
