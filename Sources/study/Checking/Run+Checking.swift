import StudyCore

extension Run {
  /// Where what can be found out again is kept; without a home a place that keeps nothing.
  var cacheFolder: String {
    (try? dataFolder(variable: "XDG_CACHE_HOME", fallback: ".cache")) ?? "/dev/null"
  }

  /// Whether the lab is one: an empty week in it is a failure of the learner's, another folder is
  /// not.
  func hasLab(_ roadmap: Roadmap) -> Bool {
    nearestLab != nil
      || roadmap.lessons.contains { world.files.kind(Paths.join(lab, $0.folder)) == .folder }
  }

  /// The tools of a roadmap, with the folders they are told to use.
  func toolbox(_ edition: Edition) throws(StudyError) -> Toolbox {
    let tools = try reading { try edition.tools() }
    // Without a cache everything still works, only slower.
    try? world.files.makeFolders(Paths.join(cacheFolder, "tools"))
    world.cells.hide()
    return Toolbox(tools, in: world, cache: cacheFolder)
  }
}
