extension Check {
  init(_ fields: inout Fields) {
    tier = fields.word("tier", default: .offline)
    after = fields.optionalText("after").map(ID.init)
    procedure = Procedure(&fields)
    id = procedure.id
    title = procedure.title
    if !procedure.steps.contains(where: \.canFail) { fields.add(.canProveNothing, to: "steps") }
  }
}

extension Check.Procedure {
  init(_ fields: inout Fields) {
    json = fields.json
    id = fields.slug("id", as: Check.ID.self)
    title = fields.text("title")
    uses = fields.texts("uses").map(Tool.ID.init)
    find = fields.map("find", "an array of globs") { json in
      json.array?.compactMap(\.string)
    }.map { (name: $0.name, globs: $0.value) }
    fixtures = fields.files("fixtures")
    steps = fields.objects("steps", least: 1) { fields, _ in Check.Step(&fields) }
    for step in steps {
      if case .run(let words) = step.source, let tool = words.first,
        !uses.contains(Tool.ID(rawValue: tool))
      {
        fields.add(
          .unknownReference(
            tool, to: "tool of this check's uses",
            nearest: Nearest.word(to: tool, among: uses.map(\.rawValue))), to: "steps")
      }
    }
  }
}

extension Check.Step {
  init(_ fields: inout Fields) {
    let words = fields.texts("run")
    let globs = fields.texts("read")
    if words.isEmpty == globs.isEmpty { fields.add(.sourceCount, to: "run") }
    source = globs.isEmpty ? .run(words) : .read(globs)
    folder = fields.optionalText("in")
    if let folder, !Fields.staysInside(folder) { fields.add(.outsideFolder, to: "in") }
    exit = Self.statuses(&fields)
    timeout = fields.integer("timeout", in: 1...1800, default: 60)
    stdin = fields.lines("stdin") ?? ""
    environment = fields.map("env", "a string") { $0.string }.map { ($0.name, $0.value) }
    save = fields.optionalText("save")
    if let save, !Fields.staysInside(save) { fields.add(.outsideFolder, to: "save") }
    says = fields.texts("says")
    shape = fields.word("as", default: .json)
    complaints = fields.lines("complaints")
    otherwise = fields.optionalText("otherwise")
    excuses = fields.objects("excuses") { fields, _ in
      Excuse(says: fields.text("says"), remedy: fields.text("remedy"))
    }
  }

  private static func statuses(_ fields: inout Fields) -> [Int] {
    guard let value = fields.value("exit") else { return [0] }
    let numbers = value.integer.map { [$0] } ?? value.array?.compactMap(\.integer) ?? []
    if numbers.isEmpty || numbers.count != value.array?.count ?? 1 {
      fields.add(
        .wrongKind(expected: "an exit status or an array of them", found: value.kind), to: "exit")
    }
    for number in numbers where !(0...255).contains(number) {
      fields.add(.outOfRange(0...255), to: "exit")
    }
    return numbers
  }

  /// Whether wrong work can make the step say so.
  var canFail: Bool {
    if case .read = source { return complaints != nil }
    return complaints != nil || !says.isEmpty || exit != Array(0...255)
  }
}

extension Roadmap {
  /// Notes ids used twice and references to nothing.
  func checkReferences(_ sink: FlawSink, _ json: JSON) {
    func unique(_ ids: [(id: String, path: Path, offset: Int)]) {
      var seen: Set<String> = []
      for (id, path, offset) in ids where !seen.insert(id).inserted && !id.isEmpty {
        sink.add(.usedTwice(id), .member(path, "id"), offset)
      }
    }
    func entries(_ json: JSON?, _ path: Path) -> [(id: String, path: Path, offset: Int)] {
      (json?.array ?? []).enumerated().map { index, item in
        (
          item["id"]?.string ?? "", .index(path, index),
          item["id"]?.offset ?? item.offset
        )
      }
    }
    let lessonsPath = Path.member(.root, "lessons")
    let lessonEntries = entries(json["lessons"], lessonsPath)
    let lessonNodes = json["lessons"]?.array ?? []
    unique(entries(json["tools"], .member(.root, "tools")))
    unique(lessonEntries)
    unique(
      zip(lessonNodes, lessonEntries).flatMap { node, entry in
        entries(node["tasks"], .member(entry.path, "tasks"))
      })
    for (node, entry) in zip(lessonNodes, lessonEntries) { checkNames(sink, node, entry.path) }
  }

  /// Notes preparations and tools that a lesson names and nothing defines.
  private func checkNames(_ sink: FlawSink, _ lesson: JSON, _ path: Path) {
    func items(_ json: JSON, _ name: String, _ path: Path) -> [(json: JSON, path: Path)] {
      (json[name]?.array ?? []).enumerated().map { ($1, .index(.member(path, name), $0)) }
    }
    let known = tools.map(\.id.rawValue)
    func checkTools(_ json: JSON, _ name: String, _ path: Path) {
      for item in items(json, name, path) {
        guard let id = item.json.string, !known.contains(id) else { continue }
        sink.add(
          .unknownTool(id, nearest: Nearest.word(to: id, among: known)), item.path,
          item.json.offset)
      }
    }
    let preparations = items(lesson, "preparations", path)
    let names = preparations.compactMap { $0.json["id"]?.string }
    checkTools(lesson, "tools", path)
    for preparation in preparations { checkTools(preparation.json, "uses", preparation.path) }
    for task in items(lesson, "tasks", path) {
      for check in items(task.json, "checks", task.path) {
        checkTools(check.json, "uses", check.path)
        guard let after = check.json["after"], let name = after.string, !names.contains(name) else {
          continue
        }
        sink.add(
          .unknownReference(
            name, to: "preparation of the lesson", nearest: Nearest.word(to: name, among: names)),
          .member(check.path, "after"), after.offset)
      }
    }
  }
}
