import StudyCore

extension Run {
  /// The path from the root, for a path as the user typed it.
  func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : world.folder == "/" ? "/" + path : world.folder + "/" + path
  }

  /// The folders from the current one up to the root.
  private var ancestors: [String] {
    var folders: [String] = []
    var parts = world.folder.split(separator: "/")
    while !parts.isEmpty {
      folders.append("/" + parts.joined(separator: "/"))
      parts.removeLast()
    }
    return folders + ["/"]
  }

  var nearestLab: String? {
    ancestors.first { world.files.kind(join($0, "study.json")) != nil }
  }

  func join(_ folder: String, _ name: String) -> String {
    folder == "/" ? "/" + name : folder + "/" + name
  }

  /// The learner's folder: the nearest one upward with a `study.json`, else the one above a
  /// `weekNN`, else the current one.
  var lab: String {
    if let nearestLab { return nearestLab }
    for folder in ancestors {
      let parts = folder.split(separator: "/")
      guard let last = parts.last, last.hasPrefix("week"), Int(last.dropFirst(4)) != nil else {
        continue
      }
      return "/" + parts.dropLast().joined(separator: "/")
    }
    return world.folder
  }
}
