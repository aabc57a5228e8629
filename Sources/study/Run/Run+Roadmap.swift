import StudyCore

extension Run {
  /// The id of the roadmap that came with the program.
  static let builtInID = "devops-ten-weeks"

  /// A roadmap's bytes, read once, so that what is trusted is what runs; with its name, and where
  /// the files that it names are.
  struct RoadmapSource {
    let path: String
    let bytes: [UInt8]
    var shelf = Shelf.empty
  }

  /// The roadmap to use: `--roadmap FILE`, else the one in the program.
  func roadmapSource() throws(StudyError) -> RoadmapSource {
    if let path = global.roadmap { return RoadmapSource(path: path, bytes: try bytes(of: path)) }
    let course = world.builtInCourse
    return RoadmapSource(
      path: "roadmap.json", bytes: world.builtInRoadmap(),
      shelf: Shelf { path in course(path).map(Shelf.Item.file) ?? .missing })
  }

  /// The roadmap to use. The one in the program was proved right by its tests, so that no more of
  /// it is read than is asked for.
  func edition() throws(StudyError) -> Edition { try edition(roadmapSource()) }

  /// The roadmap of a source.
  func edition(_ source: RoadmapSource) throws(StudyError) -> Edition {
    try reading(source) {
      global.roadmap == nil
        ? try Edition(known: source.bytes, source.shelf)
        : try Edition(reading: source.bytes, source.shelf)
    }
  }

  /// The headings of the roadmap to use.
  func roadmap() throws(StudyError) -> Roadmap { try edition().roadmap }

  /// Reads a part of the roadmap to use; `part` throws what reading a roadmap or its JSON throws.
  func reading<Part>(
    _ source: RoadmapSource? = nil, _ part: () throws -> Part
  ) throws(StudyError) -> Part {
    let path = source?.path ?? global.roadmap ?? "roadmap.json"
    do { return try part() } catch let error as Roadmap.ReadingError {
      throw .notRoadmap(path: path, error)
    } catch let flaw as JSONFlaw {
      throw .notRoadmap(path: path, .malformed(flaw))
    } catch {
      throw .other("\(error)", .inputOutput)
    }
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
}
