extension Roadmap {
  /// Why a roadmap can't be used.
  public enum ReadingError: Error, Sendable {
    /// It is not JSON.
    case malformed(JSONFlaw)
    /// It is JSON, but not a roadmap.
    case flawed([RoadmapFlaw])
  }

  /// The headings of a roadmap that has all its texts within.
  ///
  /// - Throws: ``ReadingError`` with every fatal flaw.
  public static func read(_ bytes: [UInt8]) throws(ReadingError) -> Roadmap {
    try Edition(reading: bytes).roadmap
  }

  /// Every flaw of a roadmap and the files it names, in the order of each document.
  ///
  /// - Throws: ``ReadingError/malformed(_:)`` if it is not JSON.
  public static func flaws(
    in bytes: [UInt8], _ shelf: Shelf = .empty
  ) throws(ReadingError) -> [RoadmapFlaw] {
    try WholeReading(bytes, shelf).flaws
  }

  init(_ fields: inout Fields, lessons: [Lesson]) {
    _ = fields.integer("schema", in: 1...Roadmap.schema)
    id = fields.slug("id", as: Lesson.ID.self).rawValue
    title = fields.text("title")
    self.lessons = lessons
  }
}

extension Lesson {
  init(_ fields: inout Fields, week expected: Int, tasks: [Task]) {
    offset = fields.json.offset
    week = fields.integer("week", in: 1...99)
    if week != expected { fields.add(.wrongWeek(expected: expected), to: "week") }
    id = fields.slug("id", as: ID.self)
    title = fields.text("title")
    self.tasks = tasks
  }
}

extension Lesson.Texts {
  init(_ fields: inout Fields) {
    why = fields.text("why")
    concepts = fields.objects("concepts") { fields, _ in
      Lesson.Concept(term: fields.text("term"), text: fields.text("text"))
    }
    objectives = fields.texts("objectives")
    readings = fields.objects("readings") { fields, _ in
      Lesson.Reading(title: fields.text("title"), url: fields.address("url"))
    }
  }
}

extension Lesson.Task {
  init(_ fields: inout Fields, number: String) {
    offset = fields.json.offset
    self.number = number
    id = fields.slug("id", as: ID.self)
    title = fields.text("title")
    minutes = fields.integer("minutes", in: 1...600)
    formerly = fields.texts("formerly").map(ID.init)
  }
}

extension Lesson.Task.Texts {
  init(_ fields: inout Fields) {
    goal = fields.text("goal")
    steps = fields.texts("steps", least: 1)
    deliverable = fields.texts("deliverable")
    if !deliverable.allSatisfy(Fields.staysInside) { fields.add(.outsideFolder, to: "deliverable") }
    hints = fields.texts("hints")
    word = fields.texts("word")
    teardown = fields.object("teardown") { fields in
      Lesson.Task.Teardown(cost: fields.text("cost"), steps: fields.texts("steps", least: 1))
    }
  }
}

extension Lesson.Task.Proof {
  init(_ fields: inout Fields) {
    starter = fields.files("starter")
    checks = fields.objects("checks") { fields, _ in Check(&fields) }
    var seen: Set<Check.ID> = []
    for check in checks where !seen.insert(check.id).inserted {
      fields.add(.usedTwice(check.id.rawValue), to: "checks")
    }
  }
}

extension Lesson.Proofs {
  init(_ fields: inout Fields, tasks: [(id: Lesson.Task.ID, proof: Lesson.Task.Proof)]) {
    let tools = fields.texts("tools").map(Tool.ID.init)
    let jq = fields.lines("jq") ?? ""
    let preparations = fields.objects("preparations") { fields, _ in
      let preparation = Check.Procedure(&fields)
      preparation.checkDetaching(fields)
      return preparation
    }
    self.init(tools: tools, jq: jq, preparations: preparations, tasks: tasks)
  }
}

extension Tool {
  init(_ fields: inout Fields) {
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
