import StudyCore

extension Run {
  /// Where what can be found out again is kept.
  func cacheFolder() throws(StudyError) -> String {
    try dataFolder(variable: "XDG_CACHE_HOME", fallback: ".cache")
  }

  /// Whether the lab is one: an empty week in it is a failure of the learner's, another folder is
  /// not.
  func hasLab(_ roadmap: Roadmap) -> Bool {
    nearestLab != nil
      || roadmap.lessons.contains { world.files.kind(join(lab, $0.folder)) == .folder }
  }

  /// The tools of a roadmap, with the folders they are told to use.
  func toolbox(_ roadmap: Roadmap) throws(StudyError) -> Toolbox {
    let cache = try cacheFolder()
    let toolbox = Toolbox(roadmap, in: world, cache: cache)
    // Without a cache everything still works, only slower.
    try? world.files.makeFolders(cache + "/tools")
    try? toolbox.prepareFolders()
    return toolbox
  }

  /// The commit of the lab, if it is a git work tree without uncommitted changes.
  ///
  /// `GIT_OPTIONAL_LOCKS=0` keeps git from writing its index, and what the lab's own configuration
  /// says is not heeded where it would run a program or hide files.
  func labCommit() -> String? {
    guard let git = world.processes.find("git") else { return nil }
    func ask(_ arguments: [String]) -> String? {
      var environment = CheckEnvironment.build(tier: .offline, user: world.environment, plugins: "")
      environment["GIT_OPTIONAL_LOCKS"] = "0"
      let outcome = world.processes.run(
        ProcessRequest(
          executable: git,
          arguments: ["-C", lab, "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"]
            + arguments, environment: environment,
          folder: lab, timeout: 10)
      ) { _ in }
      guard outcome.ending == .exited(0) else { return nil }
      return String(decoding: outcome.output, as: UTF8.self)
    }
    let status = ["status", "--porcelain", "--untracked-files=normal", "--ignore-submodules=none"]
    guard ask(status) == "", let head = ask(["rev-parse", "HEAD"]) else { return nil }
    let commit = head.prefix { !$0.isWhitespace }
    return commit.count >= 40 && commit.allSatisfy(\.isHexDigit) ? String(commit) : nil
  }
}
