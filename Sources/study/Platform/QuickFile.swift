// Files of copies and caches: written in one go by a temporary name, so that a reader never sees
// half of one, and not synced, since losing them costs only time.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

enum QuickFile {
  /// Writes a whole file, in the place of one that is there; its mode is kept unless given.
  ///
  /// Throws `writeFailed` with the step that failed.
  static func write(_ path: String, _ bytes: [UInt8], mode: mode_t? = nil) throws(FileFault) {
    try ChildProcess.starting.held { () throws(FileFault) in
      try writeAlone(path, bytes, mode: mode)
    }
  }

  private static func writeAlone(
    _ path: String, _ bytes: [UInt8], mode: mode_t?
  ) throws(FileFault) {
    let mode = mode ?? FileStatus.of(path)?.mode ?? 0o644
    let temporary = "\(path).\(getpid()).new"
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
    let file = System.uninterrupted { open(temporary, flags, mode) }
    guard file >= 0 else { throw .writeFailed(path, .create, errno: errno) }
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        System.send(file, UnsafeRawBufferPointer(rebasing: buffer[sent...]))
      }
      guard count > 0 else {
        let code = errno
        close(file)
        unlink(temporary)
        throw .writeFailed(path, .write, errno: code)
      }
      sent += count
    }
    close(file)
    guard rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw .writeFailed(path, .rename, errno: code)
    }
  }
}
