import StudyCore

/// `study roadmap validate`: every flaw of a roadmap at once.
struct RoadmapValidateCommand: Command {
  var place: String?
  var earlier: String?

  static let name = "roadmap validate"
  static let summary = "List every flaw of a roadmap, with its place"
  static let details =
    "FILE is a bundle, DIR a folder with a `roadmap.json` and its course. Without either it looks "
    + "at the roadmap in use. With `--against OLD`, an earlier edition, it also lists the task ids "
    + "that are gone and stand in no task's `formerly`: work recorded under them would not count."
  static let example = (
    command: "study roadmap validate mine.json", meaning: "Exits 65 if anything is wrong."
  )
  static var parameters: [Parameter<Self>] {
    [
      .argument("FILE|DIR", "The roadmap", \.place),
      .option("against", nil, "OLD", "Say which task ids of OLD are gone", \.earlier),
    ]
  }

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    let newer = if let place { try source(place, run) } else { try run.roadmapSource() }
    let flaws = try run.reading(newer) { try Roadmap.flaws(in: newer.bytes, newer.shelf) }
    let name = place ?? newer.path
    var page = Document()
    let isWhole = try !tellVanished(from: newer, run, on: &page)
    if flaws.isEmpty {
      if isWhole { page.prose("\(name) has no flaws") }
      try run.print(page)
      return isWhole ? .done : .badContent
    }
    for flaw in flaws {
      let file = flaw.file.map { $0 + ": " } ?? ""
      page.paragraph([Span(file + flaw.description)], marker: ["- "])
    }
    page.paragraph([
      Span("\(name) has \(Self.count(flaws))", .bad)
    ])
    try run.print(page)
    return .badContent
  }

  /// Lists what an earlier edition had and this one lacks; returns whether there is anything.
  private func tellVanished(
    from newer: Run.RoadmapSource, _ run: Run, on page: inout Document
  ) throws(StudyError) -> Bool {
    guard let earlier else { return false }
    let old = try source(earlier, run)
    // What is no JSON at all is told under its own name.
    _ = try run.reading(old) { try Roadmap.flaws(in: old.bytes, old.shelf) }
    let vanished = try run.reading(newer) {
      try Roadmap.vanished(from: (old.bytes, old.shelf), in: (newer.bytes, newer.shelf))
    }
    for task in vanished {
      let id = task.id.rawValue
      var text =
        "\(old.path), line \(task.place.line): the task \"\(id)\" is gone from \(newer.path), so "
        + "that what was done of it no longer counts"
      if let (likely, place) = task.likely {
        text +=
          "; if it is now \"\(likely)\" (line \(place.line)), write "
          + "\"formerly\": [\"\(id)\"] there"
      }
      page.paragraph([Span(text)], marker: ["- "])
    }
    if vanished.isEmpty {
      page.prose("\(newer.path) keeps every task of \(old.path)")
    } else {
      let count = vanished.count == 1 ? "one task id" : "\(vanished.count) task ids"
      page.paragraph([Span("\(newer.path) lacks \(count) of \(old.path)", .bad)])
    }
    return !vanished.isEmpty
  }

  /// Of each document so many are noted and no more.
  private static func count(_ flaws: [RoadmapFlaw]) -> String {
    if flaws.count == 1 { return "one flaw" }
    return (flaws.count < RoadmapFlaw.most ? "" : "at least ") + "\(flaws.count) flaws"
  }

  private func source(_ place: String, _ run: Run) throws(StudyError) -> Run.RoadmapSource {
    if run.world.files.kind(run.absolute(place)) == .folder { return try run.course(in: place) }
    return Run.RoadmapSource(path: place, bytes: try run.bytes(of: place))
  }
}
