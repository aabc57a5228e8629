// New content beside the old, complete and on the disk before it takes the name. Writing in place
// by truncating, as one popular peer does, left invalid JSON after 133 of 141 kills; Foundation's
// atomic write loses mode and owner and leaves its temporary file when it dies.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A temporary file that will become the new content of a file in the same folder.
struct Replacement {
  static let prefix = ".study-tmp-"
  /// Seconds after which a temporary file of ours is taken for one whose writer died.
  static let abandonedAfter = 3600.0

  let folder: Int32
  let name: String

  /// Writes, syncs and closes a temporary file with the old file's owner and mode.
  ///
  /// A new file has no mode to keep or hide: it is created 0644, so that the system itself applies
  /// the umask, which cannot be read without changing it for every thread. Throws
  /// `writeFailed(path, step, errno)`; nothing is left behind then.
  init(
    of path: String, in folder: Int32, content: [UInt8], replacing old: FileStatus?
  ) throws(FileFault) {
    self.folder = folder
    name = Self.prefix + String(UInt64.random(in: .min ... .max), radix: 36)
    let flags = O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY | O_CLOEXEC
    let mode: mode_t = old == nil ? 0o644 : 0o600
    let name = name
    let file = System.uninterrupted { openat(folder, name, flags, mode) }
    guard file >= 0 else { throw .writeFailed(path, .create, errno: errno) }
    var failure = Self.fill(file, content, replacing: old)
    if close(file) != 0, failure == nil, errno != EINTR { failure = (.close, errno) }
    if let (step, code) = failure {
      discard()
      throw .writeFailed(path, step, errno: code)
    }
  }

  /// Gives the temporary file its real name, in place of what had it.
  ///
  /// Throws `writeFailed(path, .rename, errno)`; EBUSY (a file mounted by itself, as in a
  /// container) is among them, for writing in place instead can lose everything to a kill.
  func takeName(_ real: String, path: String) throws(FileFault) {
    guard renameat(folder, name, folder, real) == 0 else {
      let code = errno
      discard()
      throw .writeFailed(path, .rename, errno: code)
    }
  }

  func discard() {
    unlinkat(folder, name, 0)
  }

  /// Removes temporary files that killed runs left over an hour ago. Call with the lock held.
  static func sweep(_ folder: Int32) {
    let oldest = System.wallSeconds() - abandonedAfter
    for bytes in System.names(in: folder) ?? [] where bytes.starts(with: prefix.utf8) {
      let name = String(decoding: bytes, as: UTF8.self)
      guard let status = FileStatus.of(name, in: folder), status.kind == .file,
        Double(status.modified) / 1e9 < oldest
      else { continue }
      unlinkat(folder, name, 0)
    }
  }

  /// Brings a file or folder to the disk itself: fsync on macOS stops at the drive's cache.
  static func sync(_ file: Int32) -> Int32 {
    #if canImport(Darwin)
      if System.uninterrupted({ fcntl(file, F_FULLFSYNC) }) != -1 { return 0 }
    #endif
    return System.uninterrupted { fsync(file) } == 0 ? 0 : errno
  }

  private static func fill(
    _ file: Int32, _ content: [UInt8], replacing old: FileStatus?
  ) -> (FileStep, Int32)? {
    var start = 0
    while start < content.count {
      let count = content.withUnsafeBytes { bytes in
        System.send(file, UnsafeRawBufferPointer(rebasing: bytes[start...]))
      }
      guard count > 0 else { return (.write, count == 0 ? EIO : errno) }
      start += count
    }
    if let old {
      // Best effort: only root may give a file away. The mode comes after, since a new owner
      // clears some of its bits.
      if fchown(file, old.owner, old.group) != 0 { _ = fchown(file, uid_t.max, old.group) }
      if fchmod(file, old.mode) != 0 { return (.setMode, errno) }
    }
    let code = sync(file)
    return code == 0 ? nil : (.sync, code)
  }
}
