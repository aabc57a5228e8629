/// A path with `*` (within one part), `?` and `**` (any number of parts).
///
/// Own code, since libc's `glob` reads folders and this matches a list that was read once.
public struct Glob: Sendable {
  /// The glob as written.
  public let pattern: String
  private let parts: [[Character]]

  /// The glob as written, relative to a folder.
  public init(_ pattern: String) {
    self.pattern = pattern
    parts = pattern.split(separator: "/").filter { $0 != "." }.map(Array.init)
  }

  /// Whether a relative path matches.
  public func matches(_ path: String) -> Bool {
    Self.matches(parts[...], path.split(separator: "/").map(Array.init)[...])
  }

  /// The first match: fewest folders, then alphabetical.
  public static func first(of globs: [String], in paths: [String]) -> String? {
    for glob in globs.map(Glob.init) {
      let found = paths.filter(glob.matches).min {
        ($0.split(separator: "/").count, $0) < ($1.split(separator: "/").count, $1)
      }
      if let found { return found }
    }
    return nil
  }

  private static func matches(
    _ parts: ArraySlice<[Character]>, _ path: ArraySlice<[Character]>
  ) -> Bool {
    guard let part = parts.first else { return path.isEmpty }
    if part == ["*", "*"] {
      return matches(parts.dropFirst(), path)
        || (!path.isEmpty && matches(parts, path.dropFirst()))
    }
    guard let name = path.first, matchesName(part[...], name[...]) else { return false }
    return matches(parts.dropFirst(), path.dropFirst())
  }

  private static func matchesName(_ part: ArraySlice<Character>, _ name: ArraySlice<Character>)
    -> Bool
  {
    guard let first = part.first else { return name.isEmpty }
    if first == "*" {
      return matchesName(part.dropFirst(), name)
        || (!name.isEmpty && matchesName(part, name.dropFirst()))
    }
    guard let letter = name.first, first == "?" || first == letter else { return false }
    return matchesName(part.dropFirst(), name.dropFirst())
  }
}
