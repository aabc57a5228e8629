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
