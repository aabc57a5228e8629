#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folders that a program may fill, and how far: one that writes without end would take the
/// disk from all.
struct Room: Sendable {
  var folders: [String]
  var bytes: Int

  /// What a file costs at least, so that many empty ones count, too.
  private static let least = 4096

  /// Whether there is more in the folders than may be. Follows no link, and counts blocks, since a
  /// file may be long and hold nothing.
  var isExceeded: Bool {
    var sum = 0
    var waiting = folders
    while let folder = waiting.popLast() {
      let file = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard file >= 0 else { continue }
      defer { close(file) }
      for name in System.names(in: file) ?? [] {
        let path = String(decoding: name, as: UTF8.self)
        var info = stat()
        guard fstatat(file, path, &info, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
        sum += max(Int(info.st_blocks) * 512, Self.least)
        if sum > bytes { return true }
        if info.st_mode & S_IFMT == S_IFDIR { waiting.append(folder + "/" + path) }
      }
    }
    return false
  }
}
