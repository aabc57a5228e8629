import StudyCore

/// What of a folder is not the work: caches, virtual environments, what is made anew.
struct Omissions {
  /// What becomes of a file or a folder.
  enum Choice { case take, leave, search }

  /// Names that are passed over at any depth.
  var names: Set<String> = []
  /// A file by which a folder is known to be none of the work, with all in it.
  var marker: String?
  /// Globs of files, and of folders with all in them, that are made anew.
  var generated: [String] = []
  /// Paths that `.gitignore` names; of a folder ignored as a whole, its own alone.
  var ignored: Set<String> = []
  /// Globs of files that are taken though they are ignored. One that begins with `**` reaches into
  /// no ignored folder: who asks for every certificate doesn't mean those in a cache.
  var kept: [String] = []

  /// Only names.
  init(names: Set<String> = []) { self.names = names }

  /// What becomes of one path.
  ///
  /// `search` is a folder that is ignored, but may hold what is kept.
  ///
  /// - Parameter isWithinIgnored: whether a folder above it is ignored.
  func choice(_ path: String, isFolder: Bool, isWithinIgnored: Bool) -> Choice {
    if generated.contains(where: { Glob($0).matches(path) }) { return .leave }
    let isIgnored = isWithinIgnored || ignored.contains(path)
    if !isIgnored { return .take }
    if isFolder { return kept.contains { reaches($0, into: path) } ? .search : .leave }
    let isKept = kept.contains { glob in
      Glob(glob).matches(path) && !(isWithinIgnored && glob.hasPrefix("**"))
    }
    return isKept ? .take : .leave
  }

  /// Whether a glob names this folder and something below it.
  private func reaches(_ glob: String, into folder: String) -> Bool {
    let parts = glob.split(separator: "/")
    let names = folder.split(separator: "/")
    if parts.first == "**" { return false }
    for (index, name) in names.enumerated() {
      guard index < parts.count else { return false }
      if parts[index] == "**" { return true }
      guard Glob(String(parts[index])).matches(String(name)) else { return false }
    }
    return parts.count > names.count
  }
}
