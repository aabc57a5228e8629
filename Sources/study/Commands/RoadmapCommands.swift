import StudyCore

/// `study roadmap show`: the roadmap's own text.
struct RoadmapShowCommand: Command {
  static let name = "roadmap show"
  static let summary = "Print the roadmap in use as one JSON document"
  static let details =
    "A bundle of all its texts, checks included, to read or to start a roadmap of one's own from; "
    + "use it with `--roadmap FILE`."
  static let example = (
    command: "study roadmap show > mine.json", meaning: "Writes a copy to change."
  )

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    if run.global.roadmap == nil {
      try run.write(run.builtInBundle())
      return .done
    }
    let source = try run.roadmapSource()
    let json = try run.reading(source) { try JSONReader.read(source.bytes, limits: .fromElsewhere) }
    try run.print(json)
    return .done
  }
}

/// `study roadmap bundle`: a folder made one file.
struct RoadmapBundleCommand: Command {
  var folder: String?

  static let name = "roadmap bundle"
  static let summary = "Make one file of a folder with a roadmap and its course"
  static let details =
    "DIR holds `roadmap.json`, `tools.json` and `week01/checks.json` and so on, with the files they "
    + "name. The bundle goes to standard output: it needs no other file, so that trusting its exact "
    + "text trusts all that its checks run."
  static let example = (
    command: "study roadmap bundle mine > mine.json", meaning: "Makes mine.json of the folder mine."
  )
  static var parameters: [Parameter<Self>] {
    [.argument("DIR", "The folder", required: true, \.folder)]
  }

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    let source = try run.course(in: folder ?? "")
    let edition = try run.reading(source) { try Edition(reading: source.bytes, source.shelf) }
    let bundle = try run.reading(source) { try edition.bundle() }.pretty + "\n"
    if bundle.utf8.count > Run.fileLimit {
      throw .file(.tooLarge(source.path, limit: Run.fileLimit))
    }
    try run.write(bundle)
    return .done
  }
}

/// `study roadmap new`: the smallest good roadmap, to grow from.
struct RoadmapNewCommand: Command {
  var folder: String?

  static let name = "roadmap new"
  static let summary = "Begin a roadmap of your own"
  static let details =
    "Writes the smallest good one into DIR: a lesson, a task with its starter, a check with a right "
    + "and a wrong answer. Files that are there already are never overwritten."
  static let example = (
    command: "study roadmap new mine",
    meaning: "Afterwards `study roadmap validate mine` is content."
  )
  static var parameters: [Parameter<Self>] {
    [.argument("DIR", "The folder to write it into", required: true, \.folder)]
  }

  /// Where the course in the program keeps it.
  private static let template = "new/"

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    let folder = folder ?? ""
    let target = run.absolute(folder)
    var rows: [[[Span]]] = []
    for path in run.world.builtInPaths() where path.hasPrefix(Self.template) {
      let file = Paths.join(target, String(path.dropFirst(Self.template.count)))
      try run.makeFolders(Paths.parent(file))
      let text = String(decoding: run.world.builtInCourse(path) ?? [], as: UTF8.self)
      rows.append([[Span(try run.make(file, text).rawValue, .faint)], [Span(run.shown(file))]])
    }
    var page = Document()
    page.table(rows, flexible: 1)
    page.blank()
    page.prose("A lesson with one task, its check, and the answers that try the check out. Next:")
    page.verbatim("$ study roadmap validate \(folder)", indent: 2)
    page.verbatim("$ study roadmap bundle \(folder) > \(folder).json", indent: 2)
    page.verbatim("$ study --roadmap \(folder).json next", indent: 2)
    try run.print(page)
    return .done
  }
}
