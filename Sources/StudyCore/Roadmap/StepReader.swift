extension Check.Step {
  /// The members that name what a step does; each step has one.
  private static let sources = ["run", "read", "start", "stop"]

  init(_ fields: inout Fields) {
    let kind = fields.only(of: Self.sources)
    source =
      switch kind {
      case "read": .read(fields.texts("read"))
      case "start": .start(Check.Service(&fields))
      case "stop": .stop(Check.Stop(&fields))
      default: .run(fields.texts("run"))
      }
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
    isOurs = fields.flag("ours")
    needsNetwork = fields.flag("network")
    detaches = fields.flag("detaches")
    standIns = fields.standIns()
    for (name, sources) in Self.onlyFor where !sources.contains(kind) {
      if fields.has(name) { fields.add(.noUse(in: kind), to: name) }
    }
  }

  /// Members that only some kinds of step heed. A judge that never runs would prove nothing.
  private static let onlyFor: [(String, Set<String>)] = [
    ("complaints", ["run", "read", "stop"]), ("says", ["run", "read", "stop"]),
    ("save", ["run", "read", "stop"]), ("as", ["run", "read", "stop"]),
    ("exit", ["run", "read", "stop"]), ("stdin", ["run", "read"]), ("timeout", ["run", "read"]),
    ("in", ["run", "read", "start"]), ("env", ["run", "read", "start"]),
    ("network", ["run"]), ("detaches", ["run"]), ("ours", ["run", "start", "stop"]),
  ]

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
    switch source {
    case .read: complaints != nil
    case .run: complaints != nil || (!isOurs && (!says.isEmpty || exit != Array(0...255)))
    case .start: !isOurs
    case .stop: complaints != nil || !isOurs
    }
  }
}

extension Check.Service {
  fileprivate init(_ fields: inout Fields) {
    command = fields.texts("start")
    name = fields.slug("name")
    ready =
      fields.object("ready", required: true) { fields in
        Check.Ready(
          port: fields.slug("port"), path: fields.pagePath("path"),
          status: fields.optionalInteger("status", in: 100...599),
          within: fields.integer("within", in: 1...300, default: 10))
      } ?? Check.Ready(port: "", path: nil, status: nil, within: 10)
  }
}

extension Check.Stop {
  fileprivate init(_ fields: inout Fields) {
    name = fields.slug("stop")
    signal = fields.word("signal", default: .terminate)
    within = fields.integer("within", in: 1...300, default: 10)
  }
}

extension Check.Replacement {
  init(_ fields: inout Fields) {
    globs = fields.texts("in", least: 1)
    old = fields.text("this")
    new = fields.text("by")
    isOptional = fields.flag("optional")
    otherwise = fields.optionalText("otherwise")
  }
}

extension Fields {
  /// A slug that is not kept as an id of its own type.
  fileprivate mutating func slug(_ name: String) -> String {
    slug(name, as: Check.ID.self).rawValue
  }

  /// The path of a page, from its first `/`.
  fileprivate mutating func pagePath(_ name: String) -> String? {
    guard let path = optionalText(name) else { return nil }
    let isPath = path.hasPrefix("/") && path.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    if !isPath { add(.notAPagePath, to: name) }
    return isPath ? path : nil
  }
}
