import StudyCore

/// What `.gitignore` files say of a week's folder, in git's own words.
///
/// The lab's repository is asked through an empty one of ours: its index tells what is tracked and
/// so not ignored, while its configuration, which can name programs to run, is never read.
struct IgnoredFiles {
  let world: World
  let lab: String
  let folder: String

  /// Paths in the folder that are ignored, of a folder ignored as a whole its own alone. None where
  /// git is missing or gives no answer, or where all of the folder is ignored: a lab within a
  /// repository of dotfiles is work all the same.
  ///
  /// - Parameter repository: makes the empty repository and returns its path.
  func paths(_ repository: () -> String?) -> Set<String> {
    let top = topOfTree
    guard let git = world.processes.find("git"), let repository = repository() else { return [] }
    let below = folder == top ? "" : String(folder.dropFirst(top.count)).withoutSlash + "/"
    let outcome = world.processes.run(
      ProcessRequest(
        executable: git,
        arguments: [
          "-c", "core.excludesFile=/dev/null", "-c", "core.fsmonitor=false", "-c",
          "core.hooksPath=/dev/null", "ls-files", "-o", "-i", "--exclude-standard", "--directory",
          "-z", "--", below.isEmpty ? "." : below,
        ], environment: environment(repository, top), folder: top, timeout: 10)
    ) { _ in }
    guard outcome.ending == .exited(0), !outcome.truncated else { return [] }
    let paths = outcome.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    if paths.contains(where: { below.hasPrefix($0) || $0 == "./" }) { return [] }
    return Set(paths.map { String($0.dropFirst(below.utf8.count)).withoutSlash })
  }

  private func environment(_ repository: String, _ top: String) -> [String: String] {
    var environment = [
      "PATH": CheckEnvironment.searched(world.environment["PATH"]), "LC_ALL": "C",
      "HOME": "/dev/null", "GIT_DIR": repository, "GIT_WORK_TREE": top,
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_OPTIONAL_LOCKS": "0",
    ]
    if let index { environment["GIT_INDEX_FILE"] = index }
    return environment
  }

  /// The folder that the patterns start from: that of the nearest repository, or else the lab.
  private var topOfTree: String {
    var current = folder
    while current != "/" {
      if world.files.kind(current + "/.git") != nil { return current }
      current = RealFile.splitPath(current).folder
    }
    return folder.hasPrefix(lab + "/") ? lab : folder
  }

  /// Whether there is a `.gitignore` in the folder or above it.
  var isNamedAbove: Bool {
    let top = topOfTree
    var current = folder
    while true {
      if world.files.kind(RealFile.join(current, ".gitignore")) == .file { return true }
      if current == top || current == "/" { return false }
      current = RealFile.splitPath(current).folder
    }
  }

  /// The repository's list of tracked files; in a linked work tree `.git` is a file that says where.
  private var index: String? {
    let git = RealFile.join(topOfTree, ".git")
    var place = git
    if world.files.kind(git) == .file {
      guard let bytes = try? world.files.read(git, 1 << 12) else { return nil }
      let text = String(decoding: bytes, as: UTF8.self)
      guard text.hasPrefix("gitdir: ") else { return nil }
      place = String(text.dropFirst(8).prefix { $0 != "\n" })
      if !place.hasPrefix("/") { place = RealFile.join(topOfTree, place) }
    }
    return world.files.kind(place + "/index") == .file ? place + "/index" : nil
  }
}

extension String {
  /// Without one slash at either end.
  fileprivate var withoutSlash: String {
    let rest = hasPrefix("/") ? dropFirst() : self[...]
    return String(rest.hasSuffix("/") ? rest.dropLast() : rest)
  }
}
