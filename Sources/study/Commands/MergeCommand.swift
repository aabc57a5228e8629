import StudyCore

/// `study merge`: the union of two progress files, called by git.
struct MergeCommand: Command {
  var base: String?
  var ours: String?
  var theirs: String?

  static let name = "merge"
  static let summary = "Merge two progress files, as git asks it to"
  static let details =
    "A git merge driver; `study sync setup` has git call it. The union of the events in OURS and "
    + "THEIRS is written to OURS. BASE is not looked at, so an event deleted by hand comes back: "
    + "`study undo` takes one back for good. Exits 1 if a side can't be read; OURS is then as it "
    + "was. An empty or missing side is one without events."
  static let example = (
    command: "study merge base.json study.json other.json",
    meaning: "Adds the events of other.json to study.json."
  )
  static var parameters: [Parameter<Self>] {
    [
      .argument("BASE", "The common ancestor, not read", required: true, \.base),
      .argument("OURS", "Our side, and where the result goes", required: true, \.ours),
      .argument("THEIRS", "Their side", required: true, \.theirs),
    ]
  }

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    do {
      try merge(ours ?? "", theirs ?? "", run)
      return .done
    } catch {
      // Git takes 1 for a conflict, and more than 128 for a broken driver.
      for line in error.message { run.warn(line) }
      run.warn("\(ours ?? "") is as it was; `study sync repair` takes both sides of a conflict")
      return .failed
    }
  }

  private func merge(
    _ ours: String, _ theirs: String, _ run: Run
  ) throws(StudyError) {
    let bytes: [UInt8]?
    do { bytes = try run.world.files.read(run.absolute(theirs), Run.fileLimit) } catch {
      throw .file(error)
    }
    let theirSide = try side(bytes, path: theirs)
    try run.edit(run.absolute(ours)) { bytes in
      try Run.fileBytes(side(bytes, path: ours).merged(with: theirSide), path: ours)
    }
  }

  /// One side, which must be wholly understood: what a newer program wrote would lose its meaning.
  private func side(_ bytes: [UInt8]?, path: String) throws(StudyError) -> Logbook {
    guard let bytes, bytes.contains(where: { !" \t\r\n".utf8.contains($0) }) else {
      return Logbook()
    }
    let logbook = try Run.logbook(bytes, path: path)
    try Run.requireKnownFormat(logbook, path: path)
    return logbook
  }
}
