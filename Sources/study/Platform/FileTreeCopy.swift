// The copy that checks run on. Byte for byte, with modes and times of files, and refusing what is not
// as it was listed, so that the digest of the list is the digest of what was checked.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileTree {
  /// Copies listed entries from one folder into another that exists and is empty.
  ///
  /// Set-user and set-group bits are not copied. Folders get their modes last, as one may be
  /// read-only. Throws `changed` where a file is no longer as listed, `unreadable` or `writeFailed`;
  /// the caller removes what was copied by then.
  static func copy(_ from: String, to: String, _ entries: [Entry]) throws(TreeFault) {
    for entry in entries {
      let path = "\(to)/\(entry.path)"
      switch entry.kind {
      case .folder:
        guard mkdir(path, 0o700) == 0 else { throw .writeFailed(path, errno: errno) }
      case .symlink(let target):
        guard symlink(target, path) == 0 else { throw .writeFailed(path, errno: errno) }
      case .file:
        try ChildProcess.starting.held { () throws(TreeFault) in
          try copyFile("\(from)/\(entry.path)", to: path, entry)
        }
      }
    }
    for entry in entries.reversed() where entry.kind == .folder {
      let path = "\(to)/\(entry.path)"
      guard chmod(path, entry.mode & 0o777) == 0 else { throw .writeFailed(path, errno: errno) }
    }
  }

  private static func copyFile(
    _ from: String, to path: String, _ entry: Entry
  ) throws(TreeFault) {
    let reading = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW | O_CLOEXEC
    let source = System.uninterrupted { open(from, reading) }
    guard source >= 0 else {
      throw [ENOENT, ELOOP, ENXIO].contains(errno)
        ? .changed(entry.path) : .unreadable(from, errno: errno)
    }
    defer { close(source) }
    guard let status = FileStatus.ofOpen(source) else { throw .unreadable(from, errno: errno) }
    guard status.kind == .file, status.size == entry.size, status.modified == entry.modified
    else { throw .changed(entry.path) }
    let writing = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let copy = System.uninterrupted { open(path, writing, 0o600) }
    guard copy >= 0 else { throw .writeFailed(path, errno: errno) }
    defer { close(copy) }
    guard try pour(source, from, into: copy, path, atMost: entry.size) == entry.size else {
      throw .changed(entry.path)
    }
    let seconds = entry.modified.quotientAndRemainder(dividingBy: 1_000_000_000)
    var time = timespec()
    time.tv_sec = time_t(seconds.quotient)
    time.tv_nsec = Int(seconds.remainder)
    // Times are for tools such as make that compare them; a file system may refuse odd ones.
    let times = [time, time]
    _ = futimens(copy, times)
    guard fchmod(copy, entry.mode & 0o777) == 0 else { throw .writeFailed(path, errno: errno) }
  }

  /// Copies to the end of the source; the bytes copied, or more than `limit` if there are more.
  private static func pour(
    _ source: Int32, _ from: String, into copy: Int32, _ path: String, atMost limit: Int
  ) throws(TreeFault) -> Int {
    var buffer = [UInt8](repeating: 0, count: min(limit, 1 << 18) + 1)
    var total = 0
    while total <= limit {
      let count = buffer.withUnsafeMutableBytes { System.receive(source, into: $0) }
      guard count >= 0 else { throw .unreadable(from, errno: errno) }
      if count == 0 { break }
      var start = 0
      while start < count {
        let sent = buffer.withUnsafeBytes {
          System.send(copy, UnsafeRawBufferPointer(rebasing: $0[start..<count]))
        }
        guard sent > 0 else { throw .writeFailed(path, errno: sent == 0 ? EIO : errno) }
        start += sent
      }
      total += count
    }
    return total
  }
}
