import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@testable import study

/// A folder of a test's own, removed with it.
final class Scratch: Sendable {
  let path: String

  init() throws {
    path = try Folders.makeTemporaryFolder(prefix: "study-test-", in: "/tmp")
  }

  deinit { try? FileTree.remove(path) }

  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  @discardableResult
  func write(_ text: String, to name: String, mode: mode_t = 0o644) throws -> String {
    let path = self(name)
    try Folders.makeFolders(RealFile.splitPath(path).folder)
    try DurableFile.update(path, limit: 1 << 20) { _ in Array(text.utf8) }
    try #require(chmod(path, mode) == 0)
    return path
  }

  func text(_ name: String) throws -> String? {
    try DurableFile.read(self(name), limit: 1 << 20).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Names in the folder, sorted.
  var names: [String] {
    let folder = open(path, O_RDONLY | O_CLOEXEC)
    defer { close(folder) }
    return (System.names(in: folder) ?? []).map { String(decoding: $0, as: UTF8.self) }.sorted()
  }
}

/// Runs work on threads of its own, all at once, and waits for them: tasks would share a few.
func onThreads(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
  #if canImport(Darwin)
    typealias Argument = UnsafeMutableRawPointer
  #else
    typealias Argument = UnsafeMutableRawPointer?
  #endif
  let run: @convention(c) (Argument) -> UnsafeMutableRawPointer? = { raw in
    let pointer: UnsafeMutableRawPointer? = raw
    Unmanaged<Job>.fromOpaque(pointer!).takeRetainedValue().work()
    return nil
  }
  let threads = (0..<count).map { index in
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    pthread_create(&thread, nil, run, Unmanaged.passRetained(Job { work(index) }).toOpaque())
    return thread
  }
  for thread in threads {
    let thread: pthread_t? = thread
    pthread_join(thread!, nil)
  }
}

private final class Job: Sendable {
  let work: @Sendable () -> Void
  init(_ work: @escaping @Sendable () -> Void) { self.work = work }
}
