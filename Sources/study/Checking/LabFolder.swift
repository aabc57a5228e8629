import StudyCore

/// A lesson's folder in the lab as it is now: its list, and a digest of all that is in it.
struct LabFolder {
  /// The most that is copied.
  static let limits = (files: 2000, bytes: 50 << 20)

  /// Everything in it, but for what is not copied.
  private(set) var entries: [FileTree.Entry] = []
  /// SHA-256 of paths, kinds, modes and contents, in hexadecimal.
  private(set) var digest = ""

  /// One of which nothing is known yet.
  init() {}

  /// Lists a lesson's folder, empty if there is none, and takes its digest.
  init(
    _ lesson: Lesson.Whole, _ folder: String, lab: String, in world: World, _ place: Workplace
  ) throws(CheckFault) {
    guard world.files.kind(folder) != nil else {
      digest = SHA256().hex()
      return
    }
    let ignored = IgnoredFiles(world: world, lab: lab, folder: folder)
    func list(_ paths: Set<String>) throws(TreeFault) -> [FileTree.Entry] {
      try world.trees.list(folder, NotTheWork.omissions(lesson, ignored: paths))
    }
    do {
      if ignored.isNamedAbove {
        entries = try list(ignored.paths(place.emptyRepository))
      } else if let all = try? list([]), !all.contains(where: { $0.isIgnoreFile }) {
        entries = all
      } else {
        entries = try list(ignored.paths(place.emptyRepository))
      }
    } catch {
      throw .tree(error)
    }
    var sha = SHA256()
    for entry in entries {
      sha.update(Array("\(entry.path)\u{0}\(entry.kind)\u{0}\(entry.mode & 0o777)\u{0}".utf8))
      guard entry.kind == .file else { continue }
      do {
        let bytes = try world.files.read(folder + "/" + entry.path, Self.limits.bytes) ?? []
        sha.update(Array("\(bytes.count)\u{0}".utf8))
        sha.update(bytes)
      } catch {
        throw .file(error)
      }
    }
    digest = sha.hex()
  }

  /// Whether there is more than folders.
  var hasFiles: Bool { entries.contains { $0.kind != .folder } }

  /// Whether a file, or a link to one, is where any of the globs say or below.
  func hasAny(of globs: [String]) -> Bool {
    let paths = entries.filter { $0.kind != .folder }.map { Glob.Path($0.path) }
    return globs.contains { paths.contains(where: Glob($0 + "/**").matches) }
  }
}

extension FileTree.Entry {
  fileprivate var isIgnoreFile: Bool { path.hasSuffix("/.gitignore") }
}
