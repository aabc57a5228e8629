import StudyCore

extension Run {
  /// Where what can be found out again is kept; without a home a place that keeps nothing.
  var cacheFolder: String { ownCache ?? "/dev/null" }

  private var ownCache: String? {
    try? dataFolder(variable: "XDG_CACHE_HOME", fallback: ".cache")
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
    guard let cache = ownCache else {
      // Terraform takes an empty name for none, and one that is not there for an error.
      var world = world
      world.environment["TF_PLUGIN_CACHE_DIR", default: ""] += ""
      return Toolbox(tools, in: world, cache: cacheFolder)
    }
    let toolbox = Toolbox(tools, in: world, cache: cache)
    // Without a cache everything still works, only slower.
    try? world.files.makeFolders(Paths.join(cache, "tools"))
    world.cells.hide()
    return toolbox
  }
}
