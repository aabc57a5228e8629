import StudyCore

extension Run {
  /// A folder with a roadmap and its course: the files stand beside `roadmap.json`, or in
  /// `Sources/Course` as in the repository of this program.
  func course(in folder: String) throws(StudyError) -> RoadmapSource {
    let root = absolute(folder)
    let own = Paths.join(root, "Sources/Course")
    let course = world.files.kind(Paths.join(own, "tools.json")) == .file ? own : root
    return RoadmapSource(
      path: Paths.join(folder, "roadmap.json"),
      bytes: try bytes(of: Paths.join(folder, "roadmap.json")),
      shelf: Shelf { item(at: $0, in: course) })
  }

  /// What stands under a path of a course. A link is none of it, nor is what lies in a folder that
  /// is one: what a bundle holds must stand in the folder that was looked at.
  private func item(at path: String, in course: String) -> Shelf.Item {
    var here = course
    for part in path.split(separator: "/") {
      here = Paths.join(here, String(part))
      switch world.files.ownKind(here) {
      case nil: return .missing
      case .symlink: return .link
      default: break
      }
    }
    do {
      return try world.files.read(here, Self.fileLimit).map(Shelf.Item.file) ?? .missing
    } catch {
      return .unusable(error.message)
    }
  }
}
