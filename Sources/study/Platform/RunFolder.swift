// The private folder of one run, and what became of those of runs that were killed. A lock that the
// system takes away with its holder tells the living from the dead; nothing else does for certain.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

enum RunFolder {
  static let prefix = "study-"
  /// The file that is locked for as long as the run lasts.
  static let marker = ".study-run"
  /// The variable by which what a run started is known: the path of its folder.
  static let variable = "STUDY_RUN"
  /// Seconds after which a folder without its marker's content is not just being made.
  private static let making = 60.0

  private static let held = Held()

  /// Makes a folder that only its owner can enter, and holds it until it is removed.
  static func make(in parent: String) throws(FileFault) -> String {
    let path = try Folders.makeTemporaryFolder(prefix: prefix, in: parent)
    let name = path + "/" + marker
    let file = open(name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      let code = errno
      rmdir(path)
      throw .writeFailed(parent, .makeFolder, errno: code)
    }
    // Where there are no locks, no one takes it for left behind, either.
    _ = System.uninterrupted { flock(file, LOCK_EX) }
    _ = withUnsafeBytes(of: UInt8(ascii: "\n")) { System.send(file, $0) }
    held.add(path, file)
    return path
  }

  /// Removes a folder and lets go of it, its marker last: who is killed before that leaves one that
  /// is known for ours.
  static func remove(_ path: String) {
    let folder = System.uninterrupted { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    if folder >= 0 {
      for name in System.names(in: folder) ?? [] {
        let name = String(decoding: name, as: UTF8.self)
        if name != marker, unlinkat(folder, name, 0) != 0 {
          try? FileTree.remove(path + "/" + name)
        }
      }
      close(folder)
    }
    try? FileTree.remove(path)
    held.release(path)
  }

  /// Removes the folders of runs that were killed, after ending what they left running. Follows no
  /// link, and touches nothing that is another user's or of a run that goes on.
  static func sweep(_ parent: String) {
    let folder = System.uninterrupted { open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard folder >= 0 else { return }
    defer { close(folder) }
    for name in System.names(in: folder) ?? [] {
      let name = String(decoding: name, as: UTF8.self)
      guard name.hasPrefix(prefix), name.utf8.count == prefix.utf8.count + 6 else { continue }
      sweep(name, in: folder, parent + "/" + name)
    }
  }

  private static func sweep(_ name: String, in parent: Int32, _ path: String) {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let folder = openat(parent, name, flags | O_DIRECTORY)
    guard folder >= 0 else { return }
    defer { close(folder) }
    guard FileStatus.ofOpen(folder)?.owner == geteuid() else { return }
    let file = openat(folder, marker, flags)
    guard file >= 0 else { return }
    defer { close(file) }
    guard let status = FileStatus.ofOpen(file), status.kind == .file, status.owner == geteuid(),
      flock(file, LOCK_EX | LOCK_NB) == 0
    else { return }
    let age = System.wallSeconds() - Double(status.changed) / 1e9
    if status.size == 0, age < making { return }
    endProcesses(of: path)
    remove(path)
  }

  /// Ends what a killed run left running. Its guards did so on Linux, unless they were killed, too;
  /// what is left is known by its environment. On macOS another process's can't be read so.
  private static func endProcesses(of path: String) {
    for _ in 0..<100 {
      let found = processes(of: path)
      if found.isEmpty { return }
      for number in found { kill(number, SIGKILL) }
      System.pause(milliseconds: 10)
    }
  }

  /// The numbers of the processes in whose environment a run is named.
  static func processes(of path: String) -> [pid_t] {
    let folder = open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return [] }
    defer { close(folder) }
    let entry = Array("\(variable)=\(path)".utf8)
    return (System.names(in: folder) ?? []).compactMap { name in
      guard let number = pid_t(String(decoding: name, as: UTF8.self)), number != getpid(),
        let bytes = try? DurableFile.read("/proc/\(number)/environ", limit: 1 << 20),
        bytes.split(separator: 0).contains(where: { $0.elementsEqual(entry) })
      else { return nil }
      return number
    }
  }
}

/// The markers that this process holds, by folder.
private final class Held: @unchecked Sendable {
  private let lock = ThreadLock()
  private var files: [String: Int32] = [:]

  func add(_ path: String, _ file: Int32) { lock.held { files[path] = file } }

  func release(_ path: String) {
    if let file = lock.held({ files.removeValue(forKey: path) }) { close(file) }
  }
}
