// A folder as a list. Checks run on a copy of the learner's folder and are remembered by a digest of
// it: both need the same complete, ordered account of what is there, and must refuse what cannot be
// copied (a FIFO would block whoever reads it) or would lead a tool out of the copy.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a folder cannot be listed, copied or removed: facts only, worded elsewhere.
///
/// Paths are relative to the folder, but for `unreadable` and `writeFailed`.
enum TreeFault: Error, Equatable {
  case tooManyEntries(limit: Int)
  case tooManyBytes(limit: Int)
  /// A FIFO, socket or device.
  case notCopyable(String, FileKind)
  /// A link that is absolute or leads above the folder: in a copy it would lead out of the copy.
  case linkLeavesFolder(String, target: String)
  /// A name or link that is not UTF-8, shown with replacement characters.
  case notUTF8(String)
  /// It is no longer what it was when it was listed.
  case changed(String)
  case unreadable(String, errno: Int32)
  case writeFailed(String, errno: Int32)
}

enum FileTree {
  struct Entry: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
      case file, folder
      /// A link, kept as its text and not followed.
      case symlink(target: String)
    }

    /// Relative to the root, parts separated by `/`.
    var path: String
    var kind: Kind
    /// Permission bits; those of a link mean nothing and are 0.
    var mode: mode_t
    /// Bytes of a file, 0 of others.
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int64
  }

  struct Limits: Sendable {
    var entries: Int
    /// The sum of all files' sizes.
    var bytes: Int
  }

  /// Everything below `root` in the order of the paths' bytes, so that a folder comes before what
  /// it holds.
  ///
  /// Names in `excluded` are passed over at any depth.
  static func list(
    _ root: String, excluding excluded: Set<String>, limits: Limits
  ) throws(TreeFault) -> [Entry] {
    try list(root, omitting: Omissions(names: excluded), limits: limits)
  }

  /// Everything below `root` but what is left out, in the order of the paths' bytes.
  ///
  /// Dangling links are listed as they are, links that leave the root refused. Throws a `TreeFault`
  /// at the first thing that is wrong; depth is bounded by the limit on entries.
  static func list(
    _ root: String, omitting: Omissions, limits: Limits
  ) throws(TreeFault) -> [Entry] {
    var entries: [Entry] = []
    var waiting = [(path: "", isIgnored: false)]
    var bytes = 0
    var searched: Set<String> = []
    while let folder = waiting.popLast() {
      for name in try names(below: root, folder.path) where !omitting.names.contains(name) {
        let path = folder.path.isEmpty ? name : "\(folder.path)/\(name)"
        let full = "\(root)/\(path)"
        guard let status = FileStatus.of(full) else { throw .unreadable(full, errno: errno) }
        let isFolder = status.kind == .folder
        let choice = omitting.choice(
          path, isFolder: isFolder, isWithinIgnored: folder.isIgnored)
        if choice == .leave || (isFolder && isMarked(full, omitting)) { continue }
        if choice == .search { searched.insert(path) }
        let entry = try describe(path, status, below: root)
        guard entries.count < limits.entries else {
          throw .tooManyEntries(limit: limits.entries)
        }
        guard entry.size <= limits.bytes - bytes else { throw .tooManyBytes(limit: limits.bytes) }
        bytes += entry.size
        entries.append(entry)
        if isFolder { waiting.append((path, choice == .search)) }
      }
    }
    entries = withoutEmpty(searched, entries)
    entries.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    try refuseLinksThatLeave(entries)
    return entries
  }

  private static func isMarked(_ folder: String, _ omitting: Omissions) -> Bool {
    omitting.marker.map { FileStatus.of("\(folder)/\($0)") != nil } ?? false
  }

  /// The entries, but for those of these folders in which nothing was taken.
  private static func withoutEmpty(_ folders: Set<String>, _ entries: [Entry]) -> [Entry] {
    if folders.isEmpty { return entries }
    var filled: Set<String> = []
    for entry in entries where entry.kind != .folder {
      var path = RealFile.splitPath(entry.path).folder
      while folders.contains(path), filled.insert(path).inserted {
        path = RealFile.splitPath(path).folder
      }
    }
    return entries.filter { !folders.contains($0.path) || filled.contains($0.path) }
  }

  private static func names(
    below root: String, _ folder: String
  ) throws(TreeFault) -> [String] {
    let path = folder.isEmpty ? root : "\(root)/\(folder)"
    // The root may be a link, as /tmp is on macOS; folders found below it are none.
    let links = folder.isEmpty ? 0 : O_NOFOLLOW
    let file = System.uninterrupted {
      open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | links)
    }
    guard file >= 0 else { throw .unreadable(path, errno: errno) }
    defer { close(file) }
    guard let names = System.names(in: file) else { throw .unreadable(path, errno: errno) }
    var texts: [String] = []
    for name in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let text = String(validating: name, as: UTF8.self) else {
        let shown = String(decoding: name, as: UTF8.self)
        throw .notUTF8(folder.isEmpty ? shown : "\(folder)/\(shown)")
      }
      texts.append(text)
    }
    return texts
  }

  private static func describe(
    _ path: String, _ status: FileStatus, below root: String
  ) throws(TreeFault) -> Entry {
    let full = "\(root)/\(path)"
    var entry = Entry(
      path: path, kind: .file, mode: status.mode, size: 0, modified: status.modified)
    switch status.kind {
    case .file: entry.size = status.size
    case .folder: entry.kind = .folder
    case .symlink:
      guard let bytes = System.target(ofLink: full) else { throw .unreadable(full, errno: errno) }
      guard let target = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(path) }
      entry.kind = .symlink(target: target)
      entry.mode = 0
    case .fifo, .socket, .device, .unknown: throw .notCopyable(path, status.kind)
    }
    return entry
  }
}
