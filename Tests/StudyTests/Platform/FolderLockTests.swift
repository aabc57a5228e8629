import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@testable import study

@Suite("The lock of a folder lets one writer in")
struct FolderLockTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let refuse: @Sendable (Int32, Int32) -> Int32 = { _, _ in
    errno = ENOLCK
    return -1
  }

  private func take(_ call: @escaping FolderLock.Call = { flock($0, $1) }) throws -> FolderLock {
    let folder = open(scratch.path, O_RDONLY | O_CLOEXEC)
    return try FolderLock.take(folder, path: scratch.path, patience: 0.1, call: call) { _ in }
  }

  @Test("A second writer finds the folder busy until the first lets go")
  func busy() throws {
    let first = try take()
    #expect(throws: FileFault.busy(folder: scratch.path, seconds: 0)) { try take() }
    first.release()
    try take().release()
  }

  @Test("Where folders cannot be locked a lock file does, is said and goes away")
  func lockFile() throws {
    var warnings: [FileWarning] = []
    let file = scratch("study.json")
    try DurableFile.update(file, limit: 9, call: Self.refuse, warn: { warnings.append($0) }) { _ in
      #expect(scratch.names == [".study-lock"])
      return Array("new".utf8)
    }
    #expect(warnings == [.lockFileUsed(scratch(".study-lock"))])
    #expect(scratch.names == ["study.json"])
  }

  @Test("A young lock file makes the folder busy; an old one is reported, never broken")
  func stale() throws {
    let path = try scratch.write("", to: ".study-lock")
    #expect(throws: FileFault.busy(folder: scratch.path, seconds: 0)) { try take(Self.refuse) }
    let old = timeval(tv_sec: time(nil) - 1230, tv_usec: 0)
    try #require(utimes(path, [old, old]) == 0)
    #expect(throws: FileFault.staleLock(path, minutes: 20)) { try take(Self.refuse) }
    #expect(scratch.names == [".study-lock"])
  }

  @Test("Any other refusal of the lock is a failure")
  func failure() throws {
    #expect(throws: FileFault.writeFailed(scratch.path, .lock, errno: EIO)) {
      try take { _, _ in
        errno = EIO
        return -1
      }
    }
  }
}
