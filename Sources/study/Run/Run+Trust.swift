import StudyCore

extension Run {
  /// Whether the commands of a roadmap may run: those in the program may, others only if their
  /// exact text was trusted here. Trust is kept outside any lab.
  func isTrusted(_ bytes: [UInt8]) throws(StudyError) -> Bool {
    if bytes == world.builtInRoadmap() { return true }
    if try wasTrusted(bytes) { return true }
    return try Array(builtInBundle().utf8) == bytes
  }

  /// What `study roadmap show` prints of the roadmap in the program.
  func builtInBundle() throws(StudyError) -> String {
    let builtIn = Run(world: world, global: GlobalOptions())
    let edition = try builtIn.edition()
    return try builtIn.reading { try edition.bundle() }.pretty + "\n"
  }

  /// Whether this exact text was trusted by the user; its name alone is no proof.
  func wasTrusted(_ bytes: [UInt8]) throws(StudyError) -> Bool {
    // Without a home nothing can have been trusted.
    guard let folder = try? trustFolder() else { return false }
    let path = folder + "/" + SHA256.hex(of: bytes)
    do { return try world.files.read(path, Self.fileLimit) == bytes } catch { return false }
  }

  func trustFolder() throws(StudyError) -> String {
    try dataFolder(variable: "XDG_DATA_HOME", fallback: ".local/share") + "/trusted"
  }
}
