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
      || roadmap.lessons.contains { world.files.kind(Paths.join(lab, $0.folder)) == .folder }
  }

  /// The tools of a roadmap, with the folders they are told to use.
  func toolbox(_ edition: Edition) throws(StudyError) -> Toolbox {
    let cache = try cacheFolder()
    let tools = try reading { try edition.tools() }
    let toolbox = Toolbox(tools, in: world, cache: cache)
    // Without a cache everything still works, only slower.
    try? world.files.makeFolders(Paths.join(cache, "tools"))
    world.cells.hide()
    return toolbox
  }
}
