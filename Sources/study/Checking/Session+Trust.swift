import StudyCore

extension Session {
  /// Whether the commands of the roadmap in use may run: those in the program may, others only if
  /// their exact text was trusted here. Trust is kept outside any lab.
  func isTrusted(_ roadmap: Roadmap) throws(StudyError) -> Bool {
    guard global.roadmap != nil else { return true }
    let source = try roadmapSource()
    if source.bytes == world.builtInRoadmap() { return true }
    let path = try trustFolder() + "/" + SHA256.hex(of: source.bytes)
    do { return try world.files.read(path, Self.fileLimit) == source.bytes } catch { return false }
  }

  func trustFolder() throws(StudyError) -> String {
    try dataFolder(variable: "XDG_DATA_HOME", fallback: ".local/share") + "/trusted"
  }
}
