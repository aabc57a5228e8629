/// Paths put together and taken apart, as text: nothing is looked up.
public enum Paths {
  /// A name, or a path, below a folder.
  public static func join(_ folder: String, _ name: String) -> String {
    folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
  }

  /// A path cut before its last part: `a/b` into `a` and `b`, `b` into `.` and `b`, `/b` into `/`
  /// and `b`.
  public static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    let folder = String(path[..<slash])
    return (folder.isEmpty ? "/" : folder, String(path[path.utf8.index(after: slash)...]))
  }

  /// The folder that holds what the path names.
  public static func parent(_ path: String) -> String { split(path).folder }

  /// The last part of a path.
  public static func name(_ path: String) -> String { split(path).name }

  /// The path without the slashes and `.` that it ends in.
  public static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") || path.hasSuffix("/.") { path.removeLast() }
    return path
  }
}
