// What a program that stands in for another needs of the system. Several may be called at once, and
// each adds a line to the same files and counts those before its own: so they take turns. flock is
// let go by the system however a program ends.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

enum SharedNotes {
  /// Does something that no other program does meanwhile, to what belongs to this file.
  static func holding<Result>(_ path: String, _ work: () -> Result) -> Result {
    let file = System.uninterrupted { open(path, O_RDONLY | O_CLOEXEC) }
    defer { if file >= 0 { close(file) } }
    if file >= 0 { _ = System.uninterrupted { flock(file, LOCK_EX) } }
    return work()
  }

  /// Adds bytes to the end of a file, in one write.
  static func add(_ bytes: [UInt8], to path: String) {
    let file = System.uninterrupted { open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600) }
    guard file >= 0 else { return }
    _ = bytes.withUnsafeBytes { System.send(file, $0) }
    close(file)
  }

  /// All of standard input, up to a limit.
  static func input(limit: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
      while bytes.count < limit {
        let count = System.receive(0, into: buffer)
        guard count > 0 else { return }
        bytes += buffer[..<count]
      }
    }
    return Array(bytes.prefix(limit))
  }

  /// Writes a text to a stream of ours.
  static func say(_ text: String, to file: Int32) {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { System.send(file, $0) }
      if count <= 0 { return }
      sent += count
    }
  }

  static var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }

  /// Becomes another program, with our streams and environment; returns `errno` if it can't.
  static func become(_ words: [String]) -> Int32 {
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    execv(words[0], &arguments)
    return errno
  }
}
