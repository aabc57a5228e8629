// Folders of a cache: a name in them, a link among them, one moved to where others find it.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileTree {
  /// The names in a folder, in the order of their bytes; none where it can't be read.
  static func names(_ path: String) -> [String] {
    let folder = System.uninterrupted { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard folder >= 0 else { return [] }
    defer { close(folder) }
    return (System.names(in: folder) ?? []).compactMap { String(validating: $0, as: UTF8.self) }
      .sorted()
  }

  /// Makes a link, and the folders above it, if nothing is there.
  static func link(_ path: String, to target: String) {
    try? Folders.makeFolders(RealFile.splitPath(path).folder, durable: false)
    _ = symlink(target, path)
  }

  /// Moves a folder to where nothing is, and leaves a link to it; what is there stays.
  static func move(_ from: String, to target: String) {
    try? Folders.makeFolders(RealFile.splitPath(target).folder, durable: false)
    if FileStatus.of(target) == nil, rename(from, target) == 0 { _ = symlink(target, from) }
  }
}
