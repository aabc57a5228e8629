// Removing a copy, whatever tools left in it: links out of it, read-only folders (Go's module cache),
// nests deeper than a path may be long. Recursion would hold a descriptor or a stack frame a level;
// instead folders within folders are first moved up to the top, so that two levels are all there
// ever is.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileTree {
  /// Removes a folder with all it holds, following no link; nothing to do where it is absent.
  ///
  /// Throws `writeFailed(root, errno)` where something could not be removed, e.g. a folder that is
  /// not ours.
  static func remove(_ root: String) throws(TreeFault) {
    guard let top = openFolder(root, in: AT_FDCWD) else {
      if errno == ENOENT { return }
      throw .writeFailed(root, errno: errno)
    }
    var code = empty(top)
    close(top)
    if code == 0, rmdir(root) != 0 { code = errno }
    guard code == 0 else { throw .writeFailed(root, errno: code) }
  }

  /// Takes everything out of an open folder; `errno`, 0 if all went well.
  private static func empty(_ top: Int32) -> Int32 {
    var moved = 0
    while true {
      guard let names = System.names(in: top) else { return errno }
      if names.isEmpty { return 0 }
      for name in names {
        let code = withPath(name) { path in
          if unlinkat(top, path, 0) == 0 { return 0 }
          let code = errno
          // Linux says EISDIR of a folder, POSIX and macOS EPERM.
          guard code == EISDIR || code == EPERM else { return code }
          return flatten(path, in: top, &moved)
        }
        if code != 0 { return code }
      }
    }
  }

  /// Removes a folder of `top`, its own folders moved up into `top`, where their turn comes.
  private static func flatten(
    _ path: UnsafePointer<CChar>, in top: Int32, _ moved: inout Int
  ) -> Int32 {
    guard let folder = openFolder(path, in: top) else { return errno }
    defer { close(folder) }
    guard let names = System.names(in: folder) else { return errno }
    for name in names {
      let code = withPath(name) { inner in
        if unlinkat(folder, inner, 0) == 0 { return 0 }
        let code = errno
        guard code == EISDIR || code == EPERM else { return code }
        return moveUp(inner, from: folder, to: top, &moved)
      }
      if code != 0 { return code }
    }
    return unlinkat(top, path, AT_REMOVEDIR) == 0 ? 0 : errno
  }

  private static func moveUp(
    _ inner: UnsafePointer<CChar>, from folder: Int32, to top: Int32, _ moved: inout Int
  ) -> Int32 {
    // A folder that cannot be written cannot be moved either, as its `..` changes.
    if let opened = openFolder(inner, in: folder) { close(opened) }
    while true {
      moved += 1
      if renameat(folder, inner, top, ".study-moved-\(moved)") == 0 { return 0 }
      // The name is taken, by a folder that is not empty or by a file.
      guard [EEXIST, ENOTEMPTY, ENOTDIR].contains(errno) else { return errno }
    }
  }

  /// Opens a folder, no link, and makes it one we may empty; nil leaves the reason in `errno`.
  private static func openFolder(_ path: UnsafePointer<CChar>, in folder: Int32) -> Int32? {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    var opened = System.uninterrupted { openat(folder, path, flags) }
    if opened < 0, errno == EACCES {
      fchmodat(folder, path, 0o700, AT_SYMLINK_NOFOLLOW)
      opened = System.uninterrupted { openat(folder, path, flags) }
    }
    guard opened >= 0 else { return nil }
    if let status = FileStatus.ofOpen(opened), status.mode & 0o700 != 0o700 {
      fchmod(opened, 0o700)
    }
    return opened
  }

  private static func withPath(
    _ name: [UInt8], _ body: (UnsafePointer<CChar>) -> Int32
  ) -> Int32 {
    (name.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { text in
      text.baseAddress.map(body) ?? EINVAL
    }
  }
}
