// Where a path really leads. Renaming over a symlink would replace the link by a file, as
// Foundation's atomic write does (6.3.1, Linux), and a learner who keeps study.json in a synced
// folder behind a link would lose the link to it. So the chain of links is followed by hand and
// the work is done in the folder of the real file.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder and name behind a path's links. The file itself may be absent.
struct RealFile: Equatable {
  /// Links followed before giving up, as many as Linux follows.
  static let longestChain = 40

  var folder: String
  var name: String

  var path: String { Self.join(folder, name) }

  /// Follows the links at the end of a path; the system follows those in its folders.
  ///
  /// Throws `linkLoop`, `notRegular` where the path ends in a folder's name, or `unreadable`.
  init(following path: String) throws(FileFault) {
    var (folder, name) = try Self.split(path, asked: path)
    for _ in 0...Self.longestChain {
      self.folder = folder
      self.name = name
      guard let status = FileStatus.of(self.path) else {
        let code = errno
        switch code {
        case ENOENT: return
        case ELOOP: throw .linkLoop(path)
        default: throw .unreadable(path, errno: code)
        }
      }
      guard status.kind == .symlink else { return }
      guard let bytes = System.target(ofLink: self.path) else {
        throw .unreadable(path, errno: errno)
      }
      guard let target = String(validating: bytes, as: UTF8.self) else {
        throw .unreadable(path, errno: EILSEQ)
      }
      let next = target.utf8.first == UInt8(ascii: "/") ? target : folder + "/" + target
      (folder, name) = try Self.split(next, asked: path)
    }
    throw .linkLoop(path)
  }

  /// The fault of a path that leads to nothing, where a link to nothing is why.
  ///
  /// What a link names is never made: on a drive that is not mounted it would be made beside it, and
  /// the next mount would hide it.
  static func danglingLink(on path: String) -> FileFault? {
    var path = path
    while FileStatus.following(path) == nil, errno == ENOENT {
      if let target = System.target(ofLink: path) {
        return .danglingLink(path, target: String(decoding: target, as: UTF8.self))
      }
      let folder = splitPath(path).folder
      if folder == path { return nil }
      path = folder
    }
    return nil
  }

  private static func split(
    _ path: String, asked: String
  ) throws(FileFault) -> (folder: String, name: String) {
    guard !path.utf8.contains(0) else { throw .unreadable(asked, errno: EINVAL) }
    let (folder, name) = splitPath(path)
    guard !["", ".", ".."].contains(name) else { throw .notRegular(asked, .folder) }
    return (folder, name)
  }

  static func join(_ folder: String, _ name: String) -> String {
    folder == "/" ? "/" + name : folder + "/" + name
  }

  /// Cuts a path before its last part: `a/b` into `a` and `b`, `b` into `.` and `b`.
  static func splitPath(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    let folder = String(path[..<slash])
    let name = String(path[path.utf8.index(after: slash)...])
    return (folder.isEmpty ? "/" : folder, name)
  }
}
