/// A roadmap read from its first byte to its last, with every file it names, to find what is wrong.
struct WholeReading {
  /// Every flaw, in the order of each document: the roadmap first, then its files.
  let flaws: [RoadmapFlaw]
  /// The headings.
  let roadmap: Roadmap

  /// - Throws: ``Roadmap/ReadingError/malformed(_:)`` if the roadmap is not JSON, and
  ///   ``Roadmap/ReadingError/flawed(_:)`` if it is of a newer schema.
  init(_ bytes: [UInt8], _ shelf: Shelf) throws(Roadmap.ReadingError) {
    let sink = FlawSink(bytes: bytes)
    let json: JSON
    do { json = try JSONReader.read(bytes, limits: .fromElsewhere) } catch {
      throw .malformed(error)
    }
    if let schema = json["schema"]?.integer, schema > Roadmap.schema {
      sink.add(.newerSchema(schema), .member(.root, "schema"), json["schema"]?.offset ?? 0)
      throw .flawed(sink.inOrder)
    }
    let course = CourseDocuments(json, shelf, sink)
    var fields = Fields(json, path: .root, sink: sink)
    let tools = course.tools(&fields)
    let names = References(sink: sink, tools: tools.map(\.id.rawValue))
    let lessons = fields.objects("lessons", least: 1) { fields, index in
      course.lesson(&fields, week: index + 1, names)
    }
    roadmap = Roadmap(&fields, lessons: lessons)
    fields.finish()
    let items = References.items(json["lessons"], .member(.root, "lessons"))
    names.checkIDs(of: items)
    names.checkIDs(
      of: items.flatMap { References.items($0.json["tasks"], .member($0.path, "tasks")) })
    flaws = ([sink] + course.sinks).flatMap(\.inOrder)
  }
}

/// The documents beside the roadmap, and where what is wrong in them is gathered.
private final class CourseDocuments {
  private(set) var sinks: [FlawSink] = []
  private let shelf: Shelf
  private let roadmap: FlawSink
  private let inlineTools: JSON?

  init(_ json: JSON, _ shelf: Shelf, _ sink: FlawSink) {
    self.shelf = shelf
    roadmap = sink
    inlineTools = json["tools"]
  }

  func tools(_ fields: inout Fields) -> [Tool] {
    if let (json, sink) = document(CourseFile.tools, within: "") {
      References(sink: sink, tools: []).checkIDs(
        of: References.items(json["tools"], .member(.root, "tools")))
      var own = Fields(json, path: .root, sink: sink)
      return own.objects("tools") { fields, _ in Tool(&fields) }
    }
    References(sink: roadmap, tools: []).checkIDs(
      of: References.items(inlineTools, .member(.root, "tools")))
    return fields.objects("tools") { fields, _ in Tool(&fields) }
  }

  func lesson(_ fields: inout Fields, week: Int, _ names: References) -> Lesson {
    let folder = Lesson.folder(week)
    let beside = document(CourseFile.checks(week), within: folder + "/")
    var inline: [(id: Lesson.Task.ID, proof: Lesson.Task.Proof)] = []
    let tasks = fields.objects("tasks", least: 1) { fields, index in
      let task = Lesson.Task(&fields, number: "\(week).\(index + 1)")
      _ = Lesson.Task.Texts(&fields)
      if beside == nil { inline.append((task.id, Lesson.Task.Proof(&fields))) }
      return task
    }
    let lesson = Lesson(&fields, week: week, tasks: tasks)
    _ = Lesson.Texts(&fields)
    if let (json, sink) = beside {
      read(json, sink, lesson, names)
    } else {
      let proofs = Lesson.Proofs(&fields, tasks: inline)
      let items = References.items(fields.json["tasks"], .member(fields.path, "tasks"))
      names.checkNames(in: fields.json, fields.path, tasks: items)
      proofs.checkPlaceholders(roadmap, fields.json, fields.path, tasks: items)
    }
    return lesson
  }

  private func read(_ json: JSON, _ sink: FlawSink, _ lesson: Lesson, _ names: References) {
    var fields = Fields(json, path: .root, sink: sink)
    let known = Set(lesson.tasks.map(\.id))
    let tasks = fields.entries("tasks") { fields, name in
      if !known.contains(Lesson.Task.ID(rawValue: name)) {
        fields.addHere(
          .unknownReference(
            name, to: "task of week \(lesson.week)",
            nearest: fields.nearest(to: name, among: lesson.tasks.lazy.map(\.id.rawValue))))
      }
      return (id: Lesson.Task.ID(rawValue: name), proof: Lesson.Task.Proof(&fields))
    }
    let proofs = Lesson.Proofs(&fields, tasks: tasks)
    fields.finish()
    let items = (json["tasks"]?.members ?? []).map { member in
      (json: member.value, path: Path.member(.member(.root, "tasks"), member.name))
    }
    names.noting(in: sink).checkNames(in: json, .root, tasks: items)
    proofs.checkPlaceholders(sink, json, .root, tasks: items)
  }

  /// A document of the course with its files' texts in place; nil where there is none.
  private func document(_ file: String, within folder: String) -> (JSON, FlawSink)? {
    switch CourseFile.read(file, within: folder, shelf) {
    case nil: return nil
    case .success(let document)?:
      sinks.append(document.sink)
      return (document.json, document.sink)
    case .failure(let flaw)?:
      roadmap.add(flaw.problem, .root, 0)
      return nil
    }
  }
}
