import StudyCore

extension Run {
  /// The progress file: `--progress`, `STUDY_PROGRESS`, the nearest `study.json` upward, or the
  /// one in the user's data folder.
  func progressPath() throws(StudyError) -> String {
    if let path = chosenProgress { return path }
    let path = Paths.join(try dataFolder(), "study.json")
    told.once {
      if let lab = labWithoutProgress {
        warn(
          "\(shown(lab)) had a study.json, as its .gitattributes tells, and has none now; "
            + "\(shown(path)) is taken in its place. `git checkout HEAD -- study.json` there "
            + "brings it back if it was committed, `study init` begins a new one")
      }
    }
    return path
  }

  /// The progress file that was named, or that of the lab.
  private var chosenProgress: String? {
    if let path = global.progress { return absolute(path) }
    if let path = world.environment["STUDY_PROGRESS"], !path.isEmpty { return absolute(path) }
    return nearestLab.map { Paths.join($0, "study.json") }
  }

  /// The learner's progress; empty where there is no file, or no place for one. Writes nothing.
  func logbook() throws(StudyError) -> Logbook {
    if chosenProgress == nil, (try? dataFolder()) == nil { return Logbook() }
    let path = try progressPath()
    let bytes: [UInt8]?
    do { bytes = try world.files.read(path, Self.fileLimit) } catch { throw .file(error) }
    return try Self.logbook(bytes, path: shown(path))
  }

  static func logbook(_ bytes: [UInt8]?, path: String) throws(StudyError) -> Logbook {
    guard let bytes else { return Logbook() }
    do { return try Logbook(bytes) } catch { throw .notProgress(path: path, error) }
  }

  /// What the progress file says about a roadmap.
  func standings(_ roadmap: Roadmap) throws(StudyError) -> Standings {
    Standings(try logbook(), roadmap: roadmap, builtIn: Self.builtInID)
  }

  /// Changes the progress file under its lock.
  ///
  /// - Parameter make: gets the progress as it is, and again as it is by then where something else
  ///   changed it meanwhile; a change without events writes nothing.
  /// - Returns: the change that was made, and whether anything was written.
  func record(
    _ roadmap: Roadmap, _ make: (Change.Ground) throws(StudyError) -> Change
  ) throws(StudyError) -> (change: Change, wrote: Bool) {
    let path = try progressPath()
    if global.progress == nil, world.environment["STUDY_PROGRESS"]?.isEmpty != false {
      try makeFolders(Paths.parent(path))
    }
    let maker = EventMaker(
      roadmap: roadmap.id, builtIn: Self.builtInID, at: world.now(), machine: world.machine(),
      random: world.random)
    var change = Change.empty
    try edit(path) { bytes in
      let logbook = try Self.logbook(bytes, path: shown(path))
      change = try make(Change.Ground(logbook, roadmap, maker))
      if change.events.isEmpty { return nil }
      var grown = logbook
      grown.insert(change.events)
      return try Self.fileBytes(grown, path: shown(path))
    }
    if !change.events.isEmpty { recorded.value = true }
    return (change, !change.events.isEmpty)
  }

  /// A progress file to be written, if it can be read again.
  static func fileBytes(_ logbook: Logbook, path: String) throws(StudyError) -> [UInt8] {
    try requireKnownFormat(logbook, path: path)
    let bytes = logbook.fileBytes
    if bytes.count > fileLimit { throw .file(.tooLarge(path, limit: fileLimit)) }
    _ = try Self.logbook(bytes, path: path)
    return bytes
  }

  /// - Throws: `newerProgress` for what a newer program wrote: it can't be wholly understood.
  static func requireKnownFormat(_ logbook: Logbook, path: String) throws(StudyError) {
    if logbook.isNewer { throw .newerProgress(path: path, format: logbook.format) }
  }
}
