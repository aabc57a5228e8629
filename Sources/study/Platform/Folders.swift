// Folders made whole: with those above them, and on the disk, since a file acknowledged in a folder
// that a power failure then takes away was not kept. And private ones for the copies checks run on.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

enum Folders {
  /// Makes a folder and those above it that are missing, as `mkdir -p` does.
  ///
  /// Throws `writeFailed(path, .makeFolder, errno)` naming the folder that could not be made;
  /// ENOTDIR where a file stands in the way.
  ///
  /// - Parameter durable: whether it must survive a power failure, which takes a while.
  static func makeFolders(_ path: String, durable: Bool = true) throws(FileFault) {
    guard !path.utf8.contains(0) else { throw .writeFailed(path, .makeFolder, errno: EINVAL) }
    var missing: [String] = []
    var current = path
    while true {
      if let status = FileStatus.following(current) {
        guard status.kind == .folder else {
          throw .writeFailed(current, .makeFolder, errno: ENOTDIR)
        }
        break
      }
      let code = errno
      guard code == ENOENT else { throw .writeFailed(current, .makeFolder, errno: code) }
      missing.append(current)
      let above = RealFile.splitPath(current).folder
      guard above != current else { break }
      current = above
    }
    for folder in missing.reversed() {
      // EEXIST: someone else made it meanwhile, or the path ends in a slash or a dot.
      guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
        throw .writeFailed(folder, .makeFolder, errno: errno)
      }
      if durable { syncFolder(RealFile.splitPath(folder).folder) }
    }
  }

  /// Makes a folder only its owner can enter, with a name no one else has.
  ///
  /// `parent` is TMPDIR or `/tmp`. Throws `writeFailed(parent, .makeFolder, errno)`.
  static func makeTemporaryFolder(
    prefix: String, in parent: String
  ) throws(FileFault) -> String {
    let template = parent + "/" + prefix + "XXXXXX"
    var bytes = Array(template.utf8) + [0]
    let made = bytes.withUnsafeMutableBytes { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        text.baseAddress.map { mkdtemp($0) != nil } ?? false
      }
    }
    guard made else { throw .writeFailed(parent, .makeFolder, errno: errno) }
    return String(decoding: bytes.dropLast(), as: UTF8.self)
  }

  /// Best effort: a folder that cannot be synced is still there.
  private static func syncFolder(_ path: String) {
    let folder = System.uninterrupted { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard folder >= 0 else { return }
    _ = Replacement.sync(folder)
    close(folder)
  }
}
