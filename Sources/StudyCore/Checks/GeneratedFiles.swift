/// What the work makes anew whenever it runs, such as `pki/out`: no part of the work itself.
public struct GeneratedFiles: Sendable {
  private let globs: [Glob]

  /// - Parameter globs: of files, and of folders with all in them.
  public init(globs: [String]) { self.globs = globs.map(Glob.init) }

  /// Whether a path is among them: it, or a folder it is in, matches.
  public func contains(_ path: String) -> Bool {
    if globs.isEmpty { return false }
    let parts = path.split(separator: "/")
    return (1...max(1, parts.count)).contains { count in
      let part = parts.prefix(count).joined(separator: "/")
      return globs.contains { $0.matches(part) }
    }
  }
}
