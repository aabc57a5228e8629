import StudyCore

/// `study roadmap validate`: every flaw of a roadmap at once.
struct RoadmapValidateCommand: Command {
  var file: String?

  static let name = "roadmap validate"
  static let summary = "List every flaw of a roadmap, with its place"
  static let details = "Without FILE it looks at the roadmap in use."
  static let example = (
    command: "study roadmap validate mine.json", meaning: "Exits 65 if anything is wrong."
  )
  static var parameters: [Parameter<Self>] { [.argument("FILE", "The roadmap", \.file)] }

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    let source: (path: String, bytes: [UInt8])
    if let file {
      source = (file, try run.bytes(of: file))
    } else {
      source = try run.roadmapSource()
    }
    let flaws: [RoadmapFlaw]
    do { flaws = try Roadmap.flaws(in: source.bytes) } catch {
      throw .notRoadmap(path: source.path, error)
    }
    if flaws.isEmpty {
      try run.say("\(source.path) has no flaws")
      return .done
    }
    var page = Document()
    for flaw in flaws { page.paragraph([Span(flaw.description)], marker: ["- "]) }
    page.paragraph([
      Span("\(source.path) has \(flaws.count == 1 ? "one flaw" : "\(flaws.count) flaws")", .bad)
    ])
    try run.print(page)
    return .badContent
  }
}

/// `study roadmap show`: the roadmap's own text.
struct RoadmapShowCommand: Command {
  static let name = "roadmap show"
  static let summary = "Print the roadmap in use as JSON"
  static let details = "A copy to start a roadmap of one's own from; use it with `--roadmap FILE`."
  static let example = (
    command: "study roadmap show > mine.json", meaning: "Writes a copy to change."
  )

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    let source = try run.roadmapSource()
    do {
      try run.print(try JSONReader.read(source.bytes))
    } catch let error as JSONFlaw {
      throw .notRoadmap(path: source.path, .malformed(error))
    } catch let error as StudyError {
      throw error
    } catch {
      throw .other("\(error)", .inputOutput)
    }
    return .done
  }
}
