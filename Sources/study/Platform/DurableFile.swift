// The learner's file, read and replaced so that an acknowledged change survives kill -9, a full
// disk and concurrent runs, and a failed one leaves the old file byte for byte. Foundation's atomic
// write (6.3.1, Linux) does not do: it syncs the file but not the folder, loses mode and owner,
// replaces links and read-only files, and on EBUSY truncates in place, where a kill left 0 bytes.
// A prototype of these steps held through about 740 kills and 59 injected faults. Other names of a
// file (hard links) keep the old content: that is the price of a rename.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

enum DurableFile {
  /// How often `update` starts over before it calls the file busy.
  static let attempts = 100

  /// The whole content of a regular file, or nil where there is none.
  ///
  /// Never waits (a FIFO is refused at once), never locks or writes. Throws `tooLarge` before
  /// reading, or while reading a file that grows, `notRegular`, `linkLoop`, `danglingLink` or
  /// `unreadable`.
  static func read(_ path: String, limit: Int) throws(FileFault) -> [UInt8]? {
    try content(path, in: AT_FDCWD, shown: path, limit: limit)?.bytes
  }

  /// Replaces a file's content by what `change` makes of it, and returns once that is on the disk.
  ///
  /// `change` gets the bytes as they are under the lock, nil where there is no file, and returns
  /// the new ones or nil for nothing to write. It runs again if something that takes no lock, an
  /// editor or a checkout, changes the file meanwhile. Links are followed; mode and, where allowed,
  /// owner are kept. Throws what `change` throws and every `FileFault`; `call` is for tests.
  static func update(
    _ path: String, limit: Int, call: FolderLock.Call = { flock($0, $1) },
    warn: (FileWarning) -> Void = { _ in }, _ change: ([UInt8]?) throws -> [UInt8]?
  ) throws {
    let start = System.monotonicSeconds()
    for _ in 0..<attempts {
      let real = try RealFile(following: path)
      if let fault = RealFile.danglingLink(on: path) { throw fault }
      let folder = try openFolder(real, path)
      defer { close(folder) }
      let lock = try FolderLock.take(
        folder, path: real.folder, since: start, call: call, warn: warn)
      defer { lock.release() }
      if try isStill(real, folder, path),
        try replace(real, in: folder, shown: path, limit: limit, warn: warn, change)
      {
        return
      }
    }
    let waited = System.monotonicSeconds() - start
    throw FileFault.busy(folder: RealFile.splitPath(path).folder, seconds: Int(waited))
  }

  /// Lets a file-size limit (`ulimit -f`) fail the write with EFBIG, where by default SIGXFSZ kills
  /// the process and its temporary file stays. Call once, first thing; children get the default.
  static func ignoreFileSizeSignal() {
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  private static func openFolder(_ real: RealFile, _ path: String) throws(FileFault) -> Int32 {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    let folder = System.uninterrupted { open(real.folder, flags) }
    let code = errno
    if folder >= 0 { return folder }
    switch code {
    case ENOENT: throw .notFound(real.folder)
    case ELOOP: throw .linkLoop(path)
    default: throw .writeFailed(path, .openFolder, errno: code)
    }
  }

  /// Whether path, links and folder are, now that the lock is held, what they were before.
  private static func isStill(
    _ real: RealFile, _ folder: Int32, _ path: String
  ) throws(FileFault) -> Bool {
    guard try RealFile(following: path) == real, let held = FileStatus.ofOpen(folder),
      let named = FileStatus.following(real.folder)
    else { return false }
    return (held.device, held.inode) == (named.device, named.inode)
  }

  /// One round under the lock; false if the file changed meanwhile and nothing was written.
  private static func replace(
    _ real: RealFile, in folder: Int32, shown path: String, limit: Int,
    warn: (FileWarning) -> Void, _ change: ([UInt8]?) throws -> [UInt8]?
  ) throws -> Bool {
    Replacement.sweep(folder)
    let old = try content(real.name, in: folder, shown: path, limit: limit)
    guard let new = try change(old?.bytes), new != old?.bytes else { return true }
    guard new.count <= limit else { throw FileFault.tooLarge(path, limit: limit) }
    if let old {
      guard old.status.mode & S_IWUSR != 0, faccessat(folder, real.name, W_OK, 0) == 0 else {
        throw FileFault.readOnly(path)
      }
    }
    return try holdingSignals {
      try put(new, over: old, real, in: folder, shown: path, limit: limit, warn: warn)
    }
  }

  /// Writes beside the old content and takes its name, if it is still what it was.
  private static func put(
    _ new: [UInt8], over old: (bytes: [UInt8], status: FileStatus)?, _ real: RealFile,
    in folder: Int32, shown path: String, limit: Int, warn: (FileWarning) -> Void
  ) throws(FileFault) -> Bool {
    let temporary = try Replacement(of: path, in: folder, content: new, replacing: old?.status)
    do {
      let now = try content(real.name, in: folder, shown: path, limit: limit)
      guard now?.bytes == old?.bytes else {
        temporary.discard()
        return false
      }
    } catch {
      temporary.discard()
      // The name has become a link: start over and follow it.
      if case .linkLoop = error { return false }
      throw error
    }
    try temporary.takeName(real.name, path: path)
    switch Replacement.sync(folder) {
    case 0: break
    case EINVAL, ENOTSUP: warn(.folderSyncUnsupported(real.folder))
    case let code: throw FileFault.folderNotSynced(path, errno: code)
    }
    return true
  }

  private static func content(
    _ name: String, in folder: Int32, shown path: String, limit: Int
  ) throws(FileFault) -> (bytes: [UInt8], status: FileStatus)? {
    guard !name.utf8.contains(0) else { throw .unreadable(path, errno: EINVAL) }
    // Only a path as the user gave it may end in a link; a real file's name must not become one.
    let links = folder == AT_FDCWD ? 0 : O_NOFOLLOW
    let flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | links
    let file = System.uninterrupted { openat(folder, name, flags) }
    let code = errno
    if file < 0 {
      switch code {
      case ENOENT:
        if folder == AT_FDCWD, let fault = RealFile.danglingLink(on: path) { throw fault }
        return nil
      case ELOOP: throw .linkLoop(path)
      case ENXIO: throw .notRegular(path, .socket)
      default: throw .unreadable(path, errno: code)
      }
    }
    defer { close(file) }
    guard let status = FileStatus.ofOpen(file) else { throw .unreadable(path, errno: errno) }
    guard status.kind == .file else { throw .notRegular(path, status.kind) }
    guard status.size <= limit else { throw .tooLarge(path, limit: limit) }
    return (try readAll(file, expecting: status.size, path, limit), status)
  }

  private static func readAll(
    _ file: Int32, expecting size: Int, _ path: String, _ limit: Int
  ) throws(FileFault) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(size, 4095) + 1)
    var count = 0
    while true {
      let got = bytes.withUnsafeMutableBytes { buffer in
        let free = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
        return System.receive(file, into: free)
      }
      guard got >= 0 else { throw .unreadable(path, errno: errno) }
      count += got
      guard count <= limit else { throw .tooLarge(path, limit: limit) }
      if got == 0 {
        bytes.removeLast(bytes.count - count)
        return bytes
      }
      if count == bytes.count { bytes += [UInt8](repeating: 0, count: count) }
    }
  }
}
