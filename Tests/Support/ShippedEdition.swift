import RoadmapData
public import StudyCore

/// What the program was built with: the roadmap, and the files of its course.
public enum Shipped {
  /// The bytes of `roadmap.json`.
  public static let roadmap = Array(
    UnsafeBufferPointer(start: study_roadmap_bytes, count: Int(study_roadmap_count)))

  /// The files of `Sources/Course`, by their paths.
  public static let files: [String: [UInt8]] = {
    let files = UnsafeBufferPointer(start: study_course_files, count: Int(study_course_count))
    return Dictionary(
      uniqueKeysWithValues: files.map { file in
        let bytes = UnsafeBufferPointer(start: file.bytes, count: Int(file.count))
        return (String(cString: file.path), Array(bytes))
      })
  }()

  /// Where the files of the course stand.
  public static var shelf: Shelf { Shelf { files[$0].map(Shelf.Item.file) ?? .missing } }

  /// The edition, read part by part as the program reads it.
  public static func edition() throws -> Edition { try Edition(known: roadmap, shelf) }
}
