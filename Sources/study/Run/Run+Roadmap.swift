import StudyCore

extension Run {
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
}
