extension Check {
  init(_ fields: inout Fields) {
    tier = fields.word("tier", default: .offline)
    after = fields.optionalText("after").map(ID.init)
    procedure = Procedure(&fields)
    id = procedure.id
    title = procedure.title
    if !procedure.canFail { fields.add(.canProveNothing, to: "steps") }
    if tier == .offline { procedure.checkDetaching(fields) }
    // The copy is shared: what one check replaced, the next would look for in vain.
    if after != nil, !procedure.replacements.isEmpty { fields.add(.sharedCopy, to: "replace") }
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
    replacements = fields.objects("replace") { fields, _ in Check.Replacement(&fields) }
    fixtures = fields.files("fixtures")
    standIns = fields.standIns()
    generated = fields.texts("generated")
    if !generated.allSatisfy(Fields.staysInside) { fields.add(.outsideFolder, to: "generated") }
    var steps = fields.objects("steps", least: 1) { fields, _ in Check.Step(&fields) }
    let ours = steps.startedOurs
    for (index, step) in steps.enumerated() {
      if case .stop(let stop) = step.source, ours.contains(ByteText(stop.name)) {
        steps[index].isOurs = true
      }
    }
    self.steps = steps
    let known = Set(uses)
    for tool in toolsCalled where !known.contains(Tool.ID(rawValue: tool)) {
      fields.add(
        .unknownReference(
          tool, to: "tool of this check's uses",
          nearest: fields.nearest(to: tool, among: uses.lazy.map(\.rawValue))), to: "steps")
    }
    checkServices(fields)
  }

  /// Notes steps that leave something running where nothing outlives a check.
  func checkDetaching(_ fields: Fields) {
    if steps.contains(where: \.detaches) { fields.add(.onlyLive("detaches"), to: "steps") }
  }

  /// Whether wrong work can make it say so.
  var canFail: Bool {
    steps.contains(where: \.canFail) || replacements.contains { $0.otherwise != nil }
  }

  /// The tools that its steps and its stand-ins call, in order.
  private var toolsCalled: [String] {
    let standIns = standIns + steps.flatMap(\.standIns)
    return steps.compactMap { step in
      switch step.source {
      case .run(let words): words.first
      case .start(let service): service.command.first
      case .read, .stop: nil
      }
    } + standIns.flatMap(\.answers).compactMap(\.real.first)
  }

  /// Notes services that are stopped and never started, or started twice at once, and ports of
  /// theirs that nothing is told of.
  private func checkServices(_ fields: Fields) {
    var running: Set<ByteText> = []
    let ports = Placeholders.names(.port, in: texts)
    let known = Set(ports.map(ByteText.init))
    for step in steps {
      switch step.source {
      case .start(let service):
        if !running.insert(ByteText(service.name)).inserted, !service.name.isEmpty {
          fields.add(.usedTwice(service.name), to: "steps")
        }
        let port = service.ready.port
        if !port.isEmpty, !known.contains(ByteText(port)) {
          fields.add(
            .unknownReference(
              port, to: "port that this check puts anywhere, as {port:\(port)}",
              nearest: fields.nearest(to: port, among: ports)), to: "steps")
        }
      case .stop(let stop):
        if running.remove(ByteText(stop.name)) == nil, !stop.name.isEmpty {
          fields.add(
            .unknownReference(
              stop.name, to: "service that this check has started",
              nearest: fields.nearest(to: stop.name, among: running.lazy.map(\.text))),
            to: "steps")
        }
      case .run, .read: break
      }
    }
  }
}

extension [Check.Step] {
  /// The names of the services that are the check's own.
  fileprivate var startedOurs: Set<ByteText> {
    Set(
      compactMap { step in
        if case .start(let service) = step.source, step.isOurs {
          ByteText(service.name)
        } else {
          nil
        }
      })
  }
}
