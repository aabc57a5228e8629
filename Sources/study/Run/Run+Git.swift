import StudyCore

extension Run {
  /// What git says in a folder; nil where it exits with another status than 0.
  ///
  /// What a repository's own configuration says is not heeded where it would run a program: hooks,
  /// a watcher of files, a remote that is to bring what is missing. Nor does git write an index that
  /// it was only to read, or take another repository for this one since a hook that calls us works
  /// on that.
  ///
  /// - Parameter environment: the user's whole one unless given, since it is the user's git that is
  ///   asked or set up.
  /// - Throws: where there is no git, or it did not end by itself.
  func git(
    _ arguments: [String], in folder: String, environment: [String: String]? = nil
  ) throws(StudyError) -> [UInt8]? {
    guard let git = world.processes.find("git") else {
      throw .tool("git", status: "it is not installed; `study doctor` says how to get it")
    }
    var environment = environment ?? world.environment
    for name in Self.choosing { environment[name] = nil }
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    environment["GIT_NO_LAZY_FETCH"] = "1"
    // No protocol has this name. Before version 2.44 git heeds this alone.
    environment["GIT_ALLOW_PROTOCOL"] = "none"
    let hardened = ["-C", folder, "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"]
    let outcome = world.processes.run(
      ProcessRequest(
        executable: git, arguments: hardened + arguments, environment: environment,
        folder: folder, timeout: 30, outputLimit: Self.fileLimit + 1)
    ) { _ in }
    switch outcome.ending {
    case .exited(0): return outcome.output
    case .exited: return nil
    case .couldNotStart(let code): throw .tool("git", status: describe(code))
    case .timedOut: throw .tool("git", status: "no answer in 30 s")
    case .signalled(let number): throw .tool("git", status: "signal \(number)")
    case .interrupted: throw .tool("git", status: "interrupted")
    }
  }

  /// The variables by which git is told what repository it works on, as `git rev-parse
  /// --local-env-vars` lists them; they stand in the environment of every hook.
  private static let choosing = [
    "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_IMPLICIT_WORK_TREE", "GIT_PREFIX", "GIT_NAMESPACE",
    "GIT_GRAFT_FILE", "GIT_SHALLOW_FILE", "GIT_REPLACE_REF_BASE", "GIT_NO_REPLACE_OBJECTS",
    "GIT_INTERNAL_SUPER_PREFIX", "GIT_CONFIG", "GIT_CONFIG_PARAMETERS", "GIT_EXTERNAL_DIFF",
  ]

  /// The one line git says, without its end.
  func gitLine(
    _ arguments: [String], in folder: String, environment: [String: String]? = nil
  ) throws(StudyError) -> String? {
    guard var line = try git(arguments, in: folder, environment: environment) else { return nil }
    if line.last == UInt8(ascii: "\n") { line.removeLast() }
    return String(validating: line, as: UTF8.self)
  }

  /// The commit of the lab, if nothing in its folder is uncommitted but our own progress: that is no
  /// part of the work, and the first check of several writes it. What else the repository holds is
  /// of no concern.
  ///
  /// Git runs with the environment of a check, and without the filters of the lab's configuration:
  /// to compare files it would run them. Nor does that configuration hide files.
  func labCommit() -> String? {
    var environment = CheckEnvironment.build(tier: .offline, user: world.environment)
    let changes =
      ["status", "--porcelain", "--untracked-files=normal", "--ignore-submodules=none"]
      + ["--", "."] + progressInLab.map { ":(exclude,literal)" + $0 }
    do {
      // 1 where there are none.
      let filters = ["config", "-z", "--name-only", "--get-regexp", #"^filter\."#]
      let names = try git(filters, in: lab, environment: environment) ?? []
      environment.merge(Self.withoutFilters(names)) { _, new in new }
      guard try git(changes, in: lab, environment: environment) == [],
        let commit = try gitLine(["rev-parse", "HEAD"], in: lab, environment: environment)
      else { return nil }
      return commit.count >= 40 && commit.allSatisfy(\.isHexDigit) ? commit : nil
    } catch { return nil }
  }

  /// The paths in the lab that hold progress.
  private var progressInLab: [String] {
    let own = (try? progressPath()).flatMap { path in
      path.hasPrefix(lab + "/") ? String(path.dropFirst(lab.utf8.count + 1)) : nil
    }
    return ["study.json"] + (own.map { [$0] } ?? [])
  }

  /// The environment that takes the programs from git's filters.
  ///
  /// - Parameter names: `filter.NAME.KEY`, each with a NUL behind it.
  private static func withoutFilters(_ names: [UInt8]) -> [String: String] {
    let filters = Set(
      names.split(separator: 0).map { name in
        let end = name.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex
        return String(decoding: name[..<end], as: UTF8.self)
      })
    let settings = filters.sorted().flatMap { filter in
      [("clean", ""), ("process", ""), ("required", "false")].map { ("\(filter).\($0)", $1) }
    }
    var environment = ["GIT_CONFIG_COUNT": String(settings.count)]
    for (number, (key, value)) in settings.enumerated() {
      environment["GIT_CONFIG_KEY_\(number)"] = key
      environment["GIT_CONFIG_VALUE_\(number)"] = value
    }
    return environment
  }

  /// What git has of a file: the sides of an unfinished merge, and the last commit.
  ///
  /// The merge base (`:1:`) is not asked for: what both sides dropped stays dropped. Without git
  /// there is nothing.
  func gitCopies(of path: String) -> [Repair.Copy] {
    let (folder, name) = Paths.split(path)
    return Repair.Copy.Place.allCases.compactMap { place in
      let revision =
        switch place {
        case .ours: ":2"
        case .theirs: ":3"
        case .lastCommit: "HEAD"
        }
      guard let bytes = try? git(["cat-file", "blob", "\(revision):./\(name)"], in: folder),
        bytes.count <= Self.fileLimit
      else { return nil }
      return Repair.Copy(place, bytes)
    }
  }
}
