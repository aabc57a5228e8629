extension Check.StandIn.Answer {
  fileprivate init(_ fields: inout Fields) {
    pattern = fields.texts("when")
    if !fields.has("when") { fields.add(.missing, to: "when") }
    exit = fields.integer("exit", in: 0...255, default: 0)
    output = fields.output("out")
    errors = fields.output("err")
    delay = fields.milliseconds("delay")
    times = fields.optionalInteger("times", in: 1...1000)
    real = fields.texts("real")
    notesInput = fields.flag("stdin")
    for name in ["out", "err", "exit", "stdin"] where !real.isEmpty && fields.has(name) {
      fields.add(.noUse(in: "real"), to: name)
    }
  }
}

extension Fields {
  /// Stand-ins: the names of programs with their answers.
  mutating func standIns() -> [Check.StandIn] {
    groups("standins") { name, fields in
      // Longer is no file's name, and would be looked through for each of its answers.
      let isName = (1...255).contains(name.utf8.count) && !name.utf8.contains(UInt8(ascii: "/"))
      if !isName { fields.add(.notAProgram(name), to: "when") }
      return Check.StandIn.Answer(&fields)
    }.map { Check.StandIn(name: $0.name, answers: $0.values) }
  }

  /// What a program prints: a text or lines, ended as lines are.
  fileprivate mutating func output(_ name: String) -> String {
    let text = lines(name) ?? ""
    return text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
  }

  /// Seconds with up to three decimals, as milliseconds; none is 0.
  fileprivate mutating func milliseconds(_ name: String) -> Int {
    guard let value = value(name) else { return 0 }
    guard case .number(let digits) = value.value, let seconds = Double(digits),
      (0...60).contains(seconds)
    else {
      add(.wrongKind(expected: "a number of seconds up to 60", found: value.kind), to: name)
      return 0
    }
    return Int(seconds * 1000 + 0.5)
  }
}
