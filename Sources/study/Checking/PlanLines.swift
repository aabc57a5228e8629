import StudyCore

extension Check.Procedure {
  /// What it lays out before its steps, for people, a sentence each.
  var arrangements: [String] {
    var lines: [String] = []
    if !generated.isEmpty { lines.append("Leaves out \(generated.joined(separator: ", "))") }
    for replacement in replacements {
      let optional = replacement.isOptional ? ", if it is there" : ""
      lines.append(
        "Puts \"\(replacement.new)\" in the place of \"\(replacement.old)\" in "
          + replacement.globs.joined(separator: ", ") + optional)
    }
    if !fixtures.isEmpty {
      lines.append("Brings \(fixtures.map(\.path).joined(separator: ", "))")
    }
    if !portNames.isEmpty {
      let names = portNames.map { "{port:\($0)}" }.joined(separator: ", ")
      lines.append("Chooses a free port of 127.0.0.1 for \(names)")
    }
    for standIn in standIns { lines += ["Stands in for \(standIn.summary)"] + standIn.commands }
    return lines
  }
}

extension Check.StandIn {
  /// The program, and how many answers are prepared.
  fileprivate var summary: String {
    "\(name), with \(answers.count) answer\(answers.count == 1 ? "" : "s")"
  }

  /// What runs in the place of an answer, a line each.
  fileprivate var commands: [String] {
    answers.filter { !$0.real.isEmpty }.map { answer in
      "For \(([name] + answer.pattern).joined(separator: " ")) it runs "
        + answer.real.joined(separator: " ")
    }
  }
}

extension Check.Step {
  /// The step as a command line, its tool's first words found by `words`.
  func plan(_ words: (Tool.ID) -> [String]) -> [String] {
    func called(_ command: [String]) -> [String] {
      command.first.map { words(Tool.ID(rawValue: $0)) + command.dropFirst() } ?? []
    }
    let judge = complaints == nil ? [] : ["| jq"]
    return switch source {
    case .run(let command): called(command) + judge
    case .read(let globs): ["(read)"] + globs + judge
    case .start(let service): called(service.command) + ["&"]
    case .stop(let stop): ["(stop)", stop.name] + judge
    }
  }

  /// What else there is to know before it runs, for people.
  var remarks: [String] {
    var lines: [String] = []
    switch source {
    case .start(let service):
      let page = service.ready.path.map { "page \($0) of " } ?? ""
      let status = service.ready.status.map { " with status \($0)" } ?? ""
      lines.append(
        "service \(service.name), ready once \(page){port:\(service.ready.port)} answers\(status), "
          + "within \(service.ready.within) s")
    case .stop(let stop):
      lines.append("by SIG\(stop.signal.rawValue), within \(stop.within) s")
    case .run, .read: break
    }
    if isOurs { lines.append("the check's own: if it fails, nothing is said of the work") }
    if detaches { lines.append("what it leaves running stays, for a later step to end") }
    if needsNetwork {
      lines.append("has the network, your proxies and Terraform's settings, to fetch what it needs")
    }
    for standIn in standIns {
      lines += ["before its other answers: \(standIn.summary)"] + standIn.commands
    }
    return lines
  }
}
