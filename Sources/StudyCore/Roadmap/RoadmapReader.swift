extension Roadmap {
  /// Why a roadmap can't be used.
  public enum ReadingError: Error, Sendable {
    /// It is not JSON.
    case malformed(JSONFlaw)
    /// It is JSON, but not a roadmap.
    case flawed([RoadmapFlaw])
  }

  /// Reads a roadmap to use it: unknown members are ignored, ``rules`` are not looked at.
  ///
  /// - Throws: ``ReadingError`` with every fatal flaw.
  public static func read(_ bytes: [UInt8]) throws(ReadingError) -> Roadmap {
    let sink = FlawSink(bytes: bytes)
    let roadmap = try decode(bytes, sink)
    let fatal = sink.inOrder.filter(\.isFatal)
    if !fatal.isEmpty { throw .flawed(fatal) }
    return roadmap
  }

  /// Every flaw of a roadmap, in the order of the document.
  ///
  /// - Throws: ``ReadingError/malformed(_:)`` if it is not JSON.
  public static func flaws(in bytes: [UInt8]) throws(ReadingError) -> [RoadmapFlaw] {
    let sink = FlawSink(bytes: bytes)
    _ = try decode(bytes, sink)
    return sink.inOrder
  }

  /// Reads only what tells tasks apart (ids, titles, minutes, the checks' ids and tiers) of a
  /// roadmap that is known to have no flaws: most commands need no more, and all its texts and
  /// checks take ten times as long.
  ///
  /// - Throws: ``ReadingError/malformed(_:)`` if it is not JSON.
  public static func outline(_ bytes: [UInt8]) throws(ReadingError) -> Roadmap {
    do {
      let json = try JSONReader.outline(of: bytes, without: forRunning + forReading)
      return decode(json, .muted)
    } catch {
      throw .malformed(error)
    }
  }

  /// A lesson of the outline with all its texts, but without what only running checks needs.
  ///
  /// - Parameter bytes: what the outline was read from.
  /// - Throws: ``ReadingError/malformed(_:)`` if they are others.
  public static func inFull(_ lesson: Lesson, _ bytes: [UInt8]) throws(ReadingError) -> Lesson {
    do {
      let json = try JSONReader.outline(of: bytes, at: lesson.offset, without: forRunning)
      var fields = Fields(json, path: .root, sink: .muted)
      return Lesson(&fields, week: lesson.week)
    } catch {
      throw .malformed(error)
    }
  }

  /// The members that only running checks needs.
  private static let forRunning = [
    "fixtures", "preparations", "jq", "complaints", "stdin", "canary", "find",
  ]

  /// The members that only a lesson's reader needs.
  private static let forReading = [
    "steps", "hints", "concepts", "starter", "tools", "why", "objectives", "readings", "goal",
    "deliverable", "teardown",
  ]

  private static func decode(_ bytes: [UInt8], _ sink: FlawSink) throws(ReadingError) -> Roadmap {
    let json: JSON
    do { json = try JSONReader.read(bytes) } catch { throw .malformed(error) }
    if let schema = json["schema"]?.integer, schema > Roadmap.schema {
      sink.add(.newerSchema(schema), .member(.root, "schema"), json["schema"]?.offset ?? 0)
      throw .flawed(sink.inOrder)
    }
    let roadmap = decode(json, sink)
    roadmap.checkReferences(sink, json)
    return roadmap
  }

  private static func decode(_ json: JSON, _ sink: FlawSink) -> Roadmap {
    var fields = Fields(json, path: .root, sink: sink)
    _ = fields.integer("schema", in: 1...Roadmap.schema)
    let roadmap = Roadmap(
      id: fields.slug("id", as: Lesson.ID.self).rawValue,
      title: fields.text("title"),
      tools: fields.objects("tools") { fields, _ in Tool(&fields) },
      lessons: fields.objects("lessons", least: 1) { fields, index in
        Lesson(&fields, week: index + 1)
      })
    fields.finish()
    return roadmap
  }
}

extension Lesson {
  fileprivate init(_ fields: inout Fields, week expected: Int) {
    offset = fields.json.offset
    week = fields.integer("week", in: 1...99)
    if week != expected { fields.add(.wrongWeek(expected: expected), to: "week") }
    id = fields.slug("id", as: ID.self)
    title = fields.text("title")
    why = fields.text("why")
    concepts = fields.objects("concepts") { fields, _ in
      Concept(term: fields.text("term"), text: fields.text("text"))
    }
    objectives = fields.texts("objectives")
    readings = fields.objects("readings") { fields, _ in
      Reading(title: fields.text("title"), url: fields.address("url"))
    }
    tools = fields.texts("tools").map(Tool.ID.init)
    jq = fields.lines("jq") ?? ""
    preparations = fields.objects("preparations") { fields, _ in Check.Procedure(&fields) }
    tasks = fields.objects("tasks", least: 1) { fields, index in
      Task(&fields, number: "\(expected).\(index + 1)")
    }
  }
}

extension Lesson.Task {
  fileprivate init(_ fields: inout Fields, number: String) {
    self.number = number
    id = fields.slug("id", as: ID.self)
    title = fields.text("title")
    goal = fields.text("goal")
    steps = fields.texts("steps", least: 1)
    minutes = fields.integer("minutes", in: 1...600)
    deliverable = fields.texts("deliverable")
    if !deliverable.allSatisfy(Fields.staysInside) { fields.add(.outsideFolder, to: "deliverable") }
    hints = fields.texts("hints")
    starter = fields.files("starter")
    checks = fields.objects("checks") { fields, _ in Check(&fields) }
    teardown = fields.object("teardown") { fields in
      Teardown(cost: fields.text("cost"), steps: fields.texts("steps", least: 1))
    }
    formerly = fields.texts("formerly").map(ID.init)
    var seen: Set<Check.ID> = []
    for check in checks where !seen.insert(check.id).inserted {
      fields.add(.usedTwice(check.id.rawValue), to: "checks")
    }
  }
}

extension Tool {
  fileprivate init(_ fields: inout Fields) {
    json = fields.json
    id = fields.slug("id", as: ID.self)
    title = fields.text("title")
    var ways: [[String]] = []
    if let value = fields.value("find") {
      ways = value.array?.map { $0.array?.compactMap(\.string) ?? [] } ?? []
      if ways.isEmpty || ways.contains(where: \.isEmpty) {
        fields.add(
          .wrongKind(expected: "an array of argument lists", found: value.kind), to: "find")
      }
    }
    find = ways.isEmpty ? [[id.rawValue]] : ways
    version = fields.texts("version", least: 1)
    oldest = fields.optionalText("oldest")
    source =
      fields.object("get", required: true) { fields in
        Source(
          debian: fields.optionalText("debian"), macos: fields.optionalText("macos"),
          url: fields.address("url"))
      } ?? Source(debian: nil, macos: nil, url: "")
    canary = fields.object("canary") { fields in
      Canary(files: fields.files("files"), step: Check.Step(&fields))
    }
  }
}

extension Fields {
  fileprivate mutating func address(_ name: String) -> String {
    let address = text(name)
    if !address.isEmpty, !address.hasPrefix("https://") { add(.notHTTPS, to: name) }
    return address
  }
}
