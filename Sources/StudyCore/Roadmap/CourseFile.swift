/// The documents of a course, beside the roadmap: what machines run.
enum CourseFile {
  /// How each tool is found and tried out.
  static let tools = "tools.json"

  /// The checks of a week.
  static func checks(_ week: Int) -> String { Lesson.folder(week) + "/checks.json" }

  /// A document that was read, and where its flaws gather.
  struct Content {
    let json: JSON
    let sink: FlawSink
  }

  /// Why a document that should be there can't be read.
  struct Fault: Error {
    let problem: RoadmapFlaw.Problem
  }

  /// Reads a document with the texts of its files in place; nil where there is none.
  ///
  /// - Parameter folder: what the paths in it are relative to, with its slash.
  static func read(
    _ file: String, within folder: String, _ shelf: Shelf
  ) -> Result<Content, Fault>? {
    let bytes: [UInt8]
    switch shelf.item(file) {
    case .missing: return nil
    case .link: return .failure(Fault(problem: .linkedFile(file)))
    case .unusable(let why): return .failure(Fault(problem: .unusableFile(file, why)))
    case .file(let content): bytes = content
    }
    let sink = FlawSink(bytes: bytes, file: file)
    do {
      let json = try JSONReader.read(bytes, limits: .fromElsewhere)
      let references = FileReferences(shelf: shelf, folder: folder, sink: sink)
      return .success(Content(json: references.resolved(json, at: .root), sink: sink))
    } catch {
      sink.add(.malformed(error), .root, error.offset)
      return .success(Content(json: JSON(.object([])), sink: sink))
    }
  }
}
