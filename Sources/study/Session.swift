import StudyCore

/// One run of the program: the world, the options of every command, and what they lead to.
struct Session {
  let world: World
  let global: GlobalOptions
  let recorded = Recorded()

  /// The limit of `roadmap.json` and `study.json`, in bytes.
  static let fileLimit = 8 << 20

  // MARK: Roadmap

  /// The id of the roadmap that came with the program.
  static let builtInID = "devops-ten-weeks"

  /// The roadmap to use: `--roadmap FILE`, else the one in the program, whose tests have proved it
  /// right, as an outline: ``inFull(_:)`` has a lesson's texts.
  func roadmap() throws(StudyError) -> Roadmap {
    let source = try roadmapSource()
    guard global.roadmap == nil else { return try roadmap(source) }
    do { return try Roadmap.outline(source.bytes) } catch {
      throw .notRoadmap(path: source.path, error)
    }
  }

  /// A lesson of ``roadmap()`` with all its texts.
  func inFull(_ lesson: Lesson) throws(StudyError) -> Lesson {
    if global.roadmap != nil { return lesson }
    let source = try roadmapSource()
    do { return try Roadmap.inFull(lesson, source.bytes) } catch {
      throw .notRoadmap(path: source.path, error)
    }
  }

  /// The whole of a roadmap, with its checks.
  func roadmap(_ source: RoadmapSource) throws(StudyError) -> Roadmap {
    do { return try Roadmap.read(source.bytes) } catch {
      throw .notRoadmap(path: source.path, error)
    }
  }

  /// A roadmap's bytes, read once, so that what is trusted is what runs; and its name.
  typealias RoadmapSource = (path: String, bytes: [UInt8])

  /// The roadmap to use, as it is in its file.
  func roadmapSource() throws(StudyError) -> RoadmapSource {
    guard let path = global.roadmap else { return ("roadmap.json", world.builtInRoadmap()) }
    return (path, try bytes(of: path))
  }

  /// The content of a file that must exist.
  func bytes(of path: String) throws(StudyError) -> [UInt8] {
    do {
      guard let bytes = try world.files.read(absolute(path), Self.fileLimit) else {
        throw StudyError.noSuchFile(path: path)
      }
      return bytes
    } catch let error as FileFault {
      throw .file(error)
    } catch let error as StudyError {
      throw error
    } catch {
      throw .other("\(error)", .inputOutput)
    }
  }

  // MARK: Folders

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

  private var nearestLab: String? {
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

  // MARK: Progress

  /// The progress file: `--progress`, `STUDY_PROGRESS`, the nearest `study.json` upward, or the
  /// one in the user's data folder.
  func progressPath() throws(StudyError) -> String {
    if let path = global.progress { return absolute(path) }
    if let path = world.environment["STUDY_PROGRESS"], !path.isEmpty { return absolute(path) }
    if let nearestLab { return join(nearestLab, "study.json") }
    return try dataFolder(variable: "XDG_DATA_HOME", fallback: ".local/share") + "/study.json"
  }

  /// The program's own folder below an XDG base directory; relative values are ignored, as the
  /// XDG Base Directory Specification demands.
  func dataFolder(variable: String, fallback: String) throws(StudyError) -> String {
    if let base = world.environment[variable], base.hasPrefix("/") { return join(base, "study") }
    guard let home = world.environment["HOME"], home.hasPrefix("/") else {
      throw .other("neither HOME nor \(variable) says where to keep files; set HOME", .inputOutput)
    }
    return join(home, fallback) + "/study"
  }

  /// The learner's progress; empty where there is no file. Writes nothing.
  func logbook() throws(StudyError) -> Logbook {
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

  /// Changes the progress file under its lock; `change` may run more than once.
  ///
  /// - Parameter change: gets the progress as it is and returns the events to add; none writes
  ///   nothing.
  /// - Returns: whether anything was written.
  @discardableResult
  func record(_ change: (Logbook) throws(StudyError) -> [Event]) throws(StudyError) -> Bool {
    let path = try progressPath()
    let shownPath = shown(path)
    var wrote = false
    do {
      if global.progress == nil, world.environment["STUDY_PROGRESS"]?.isEmpty != false {
        try world.files.makeFolders(String(path.dropLast("/study.json".count)))
      }
      try world.files.update(path) { bytes in
        wrote = false
        var logbook = try Self.logbook(bytes, path: shownPath)
        let events = try change(logbook)
        if events.isEmpty { return nil }
        if logbook.isNewer {
          throw StudyError.newerProgress(path: shownPath, format: logbook.format)
        }
        logbook.insert(events)
        let bytes = logbook.fileBytes
        if bytes.count > Self.fileLimit {
          throw StudyError.file(.tooLarge(shownPath, limit: Self.fileLimit))
        }
        _ = try Self.logbook(bytes, path: shownPath)
        wrote = true
        return bytes
      }
    } catch let error as StudyError {
      throw error
    } catch let error as FileFault {
      throw .file(error)
    } catch {
      throw .other("\(error)", .inputOutput)
    }
    if wrote { recorded.value = true }
    return wrote
  }

  /// A path as people write it: relative to the current folder where it lies inside, else with `~`.
  func shown(_ path: String) -> String {
    if path.hasPrefix(world.folder + "/") { return String(path.dropFirst(world.folder.count + 1)) }
    guard let home = world.environment["HOME"], home.count > 1 else { return path }
    if path == home { return "~" }
    return path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
  }

  /// Makes events of this moment, after all that `logbook` has.
  func newEvents(
    _ kind: (Lesson.Task.ID) -> Event.Kind, _ tasks: [Lesson.Task.ID], in roadmap: Roadmap,
    after logbook: Logbook,
    of: (Lesson.Task.ID) -> [String] = { _ in [] }, note: String? = nil,
    evidence: (Lesson.Task.ID) -> JSON? = { _ in nil }
  ) -> [Event] {
    let at = world.now().text
    var last = logbook.last(at: at)?.id
    var batch: String?
    return tasks.map { task in
      let id = EventID.make(after: last, random: world.random)
      last = id
      if tasks.count > 1, batch == nil { batch = id }
      return Event(
        kind(task), task: task, at: at, id: id,
        roadmap: roadmap.id == Self.builtInID ? nil : roadmap.id,
        of: of(task), note: note, batch: batch, evidence: evidence(task))
    }
  }
}
