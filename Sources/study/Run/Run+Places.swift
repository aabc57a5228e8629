import StudyCore

extension Run {
  /// The path from the root, for a path as the user typed it.
  func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : Paths.join(world.folder, path)
  }

  /// A path as people write it: relative to the current folder where it lies inside, else with `~`.
  func shown(_ path: String) -> String {
    if path.hasPrefix(world.folder + "/") { return String(path.dropFirst(world.folder.count + 1)) }
    guard let home = world.environment["HOME"], home.count > 1 else { return path }
    if path == home { return "~" }
    return path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
  }

  /// The folders from the current one up to the root.
  private var ancestors: [String] {
    var folders = [Paths.trimmed(world.folder)]
    while let last = folders.last, last.hasPrefix("/"), last != "/" {
      folders.append(Paths.parent(last))
    }
    return folders
  }

  /// The nearest folder upward with a `study.json`. A link to nothing is one too, for to pass it over
  /// would be to take another progress.
  var nearestLab: String? {
    ancestors.first { world.files.ownKind(Paths.join($0, "study.json")) != nil }
  }

  /// The nearest folder upward that was made a lab, where none has a `study.json`: the line for it in
  /// `.gitattributes` outlives it.
  var labWithoutProgress: String? { ancestors.first(where: namesProgress) }

  /// Whether a folder's `.gitattributes` says how progress is merged.
  func namesProgress(_ folder: String) -> Bool {
    let path = Paths.join(folder, ".gitattributes")
    guard let bytes = (try? world.files.read(path, Self.fileLimit)) ?? nil else { return false }
    return bytes.split(separator: UInt8(ascii: "\n"))
      .contains { $0.starts(with: "study.json ".utf8) }
  }

  /// The program's own folder below an XDG base directory; relative values are ignored, as the
  /// XDG Base Directory Specification demands.
  func dataFolder(
    variable: String = "XDG_DATA_HOME", fallback: String = ".local/share"
  ) throws(StudyError) -> String {
    if let base = world.environment[variable], base.hasPrefix("/") {
      return Paths.join(base, "study")
    }
    guard let home = world.environment["HOME"], home.hasPrefix("/") else {
      throw .other("neither HOME nor \(variable) says where to keep files; set HOME", .inputOutput)
    }
    return Paths.join(Paths.join(home, fallback), "study")
  }

  /// The learner's folder: the nearest one upward with a `study.json`, else the one above a
  /// `weekNN`, else the current one.
  var lab: String {
    if let nearestLab { return nearestLab }
    for folder in ancestors {
      let name = Paths.name(folder)
      if name.hasPrefix("week"), Int(name.dropFirst(4)) != nil { return Paths.parent(folder) }
    }
    return world.folder
  }
}
