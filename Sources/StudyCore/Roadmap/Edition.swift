/// One exact text of a roadmap: its headings at once, and the rest when it is asked for.
///
/// What learners read stands in the roadmap's document. What machines run stands in the files of its
/// course, or, in a bundle, within the document too. Each part is read by itself and what lies
/// between only scanned for its end: most commands need a twentieth of the whole.
public struct Edition {
  /// The headings.
  public let roadmap: Roadmap
  private let bytes: [UInt8]
  private let shelf: Shelf

  /// An edition that is known to have no fatal flaws.
  ///
  /// - Throws: ``Roadmap/ReadingError/malformed(_:)`` if it is not JSON after all.
  public init(known bytes: [UInt8], _ shelf: Shelf) throws(Roadmap.ReadingError) {
    self.bytes = bytes
    self.shelf = shelf
    roadmap = try Self.part(of: bytes, without: Members.reading + Members.running) { fields in
      let lessons = fields.objects("lessons") { fields, index in
        let tasks = fields.objects("tasks") { fields, task in
          Lesson.Task(&fields, number: "\(index + 1).\(task + 1)")
        }
        return Lesson(&fields, week: index + 1, tasks: tasks)
      }
      return Roadmap(&fields, lessons: lessons)
    }
  }

  /// Reads the whole of an edition, to use it: unknown members are ignored.
  ///
  /// - Throws: ``Roadmap/ReadingError`` with every fatal flaw.
  public init(reading bytes: [UInt8], _ shelf: Shelf = .empty) throws(Roadmap.ReadingError) {
    self.bytes = bytes
    self.shelf = shelf
    let whole = try WholeReading(bytes, shelf)
    let fatal = whole.flaws.filter(\.isFatal)
    if !fatal.isEmpty { throw .flawed(fatal) }
    roadmap = whole.roadmap
  }

  /// What a learner reads of a lesson.
  ///
  /// - Throws: ``Roadmap/ReadingError``, never for an edition that was read as a whole.
  public func texts(of lesson: Lesson) throws(Roadmap.ReadingError) -> Lesson.Texts {
    try Self.part(of: bytes, at: lesson.offset, without: ["tasks"] + Members.running) { fields in
      Lesson.Texts(&fields)
    }
  }

  /// What a learner reads of a task.
  ///
  /// - Throws: as ``texts(of:)-(Lesson)``.
  public func texts(of task: Lesson.Task) throws(Roadmap.ReadingError) -> Lesson.Task.Texts {
    try Self.part(of: bytes, at: task.offset, without: Members.running) { fields in
      Lesson.Task.Texts(&fields)
    }
  }

  /// What the checks of a lesson claim.
  ///
  /// - Throws: as ``texts(of:)-(Lesson)``.
  public func claims(of lesson: Lesson) throws(Roadmap.ReadingError) -> Lesson.Claims {
    if case .file(let document) = shelf.item(CourseFile.checks(lesson.week)) {
      return try Self.part(of: document, without: Members.behindClaims) { fields in
        let entries = fields.entries("tasks") { fields, name in
          (Lesson.Task.ID(rawValue: name), Lesson.Claims.Entry(&fields))
        }
        return Lesson.Claims(tasks: Dictionary(entries) { first, _ in first })
      }
    }
    let without = Members.behindClaims + Members.reading
    return try Self.part(of: bytes, at: lesson.offset, without: without) { fields in
      let entries = fields.objects("tasks") { fields, _ in
        (fields.slug("id", as: Lesson.Task.ID.self), Lesson.Claims.Entry(&fields))
      }
      return Lesson.Claims(tasks: Dictionary(entries) { first, _ in first })
    }
  }

  /// What machines run for a lesson.
  ///
  /// - Throws: as ``texts(of:)-(Lesson)``.
  public func proofs(of lesson: Lesson) throws(Roadmap.ReadingError) -> Lesson.Proofs {
    let file = CourseFile.checks(lesson.week)
    if let document = try document(file, within: lesson.folder + "/") {
      var fields = Fields(document, path: .root, sink: .muted)
      let proofs = fields.entries("tasks") { fields, name in
        (id: Lesson.Task.ID(rawValue: name), proof: Lesson.Task.Proof(&fields))
      }
      let byID = Dictionary(proofs.map { ($0.id, $0.proof) }) { first, _ in first }
      let inOrder = lesson.tasks.compactMap { task in byID[task.id].map { (task.id, $0) } }
      return Lesson.Proofs(&fields, tasks: inOrder)
    }
    // Checks have steps as tasks have.
    let without = Members.reading.filter { $0 != "steps" }
    return try Self.part(of: bytes, at: lesson.offset, without: without) { fields in
      let proofs = fields.objects("tasks") { fields, _ in
        (id: fields.slug("id", as: Lesson.Task.ID.self), proof: Lesson.Task.Proof(&fields))
      }
      return Lesson.Proofs(&fields, tasks: proofs)
    }
  }

  /// The external tools that its checks and its learners use.
  ///
  /// - Throws: as ``texts(of:)-(Lesson)``.
  public func tools() throws(Roadmap.ReadingError) -> [Tool] {
    if let document = try document(CourseFile.tools, within: "") {
      var fields = Fields(document, path: .root, sink: .muted)
      return fields.objects("tools") { fields, _ in Tool(&fields) }
    }
    return try Self.part(of: bytes, without: ["lessons"]) { fields in
      fields.objects("tools") { fields, _ in Tool(&fields) }
    }
  }

  /// The whole of it in one document that needs no other file.
  ///
  /// - Throws: as ``texts(of:)-(Lesson)``.
  public func bundle() throws(Roadmap.ReadingError) -> JSON {
    let json: JSON
    do { json = try JSONReader.read(bytes, limits: .fromElsewhere) } catch {
      throw .malformed(error)
    }
    let tools = try document(CourseFile.tools, within: "")
    var weeks: [JSON?] = []
    for lesson in roadmap.lessons {
      weeks.append(
        try document(CourseFile.checks(lesson.week), within: lesson.folder + "/"))
    }
    return Bundle(roadmap: json, tools: tools, weeks: weeks).json
  }

  private func document(
    _ file: String, within folder: String
  ) throws(Roadmap.ReadingError) -> JSON? {
    guard let document = try? CourseFile.read(file, within: folder, shelf)?.get() else {
      return nil
    }
    let fatal = document.sink.inOrder.filter(\.isFatal)
    if !fatal.isEmpty { throw .flawed(fatal) }
    return document.json
  }

  private static func part<Part>(
    of bytes: [UInt8], at offset: Int = 0, without omitted: [String],
    _ read: (inout Fields) -> Part
  ) throws(Roadmap.ReadingError) -> Part {
    do {
      let json = try JSONReader.outline(of: bytes, at: offset, without: omitted)
      var fields = Fields(json, path: .root, sink: .muted)
      return read(&fields)
    } catch {
      throw .malformed(error)
    }
  }
}

extension Lesson.Claims.Entry {
  init(_ fields: inout Fields) {
    claims = fields.objects("checks") { fields, _ in
      Check.Claim(
        id: fields.slug("id", as: Check.ID.self), title: fields.text("title"),
        tier: fields.word("tier", default: .offline))
    }
    starter = fields.map("starter", "a file") { $0 }.map(\.name)
  }
}

/// The names of members by what they are for, so that the rest can be passed over.
private enum Members {
  /// Only a lesson's reader needs them.
  static let reading = [
    "steps", "hints", "concepts", "why", "objectives", "readings", "goal", "deliverable", "word",
    "teardown",
  ]
  /// Only running checks needs them.
  static let running = ["tools", "jq", "preparations", "starter", "checks"]
  /// How a claim is proved.
  static let behindClaims = ["tools", "jq", "preparations", "steps", "fixtures", "find", "uses"]
}
