/// What a stand-in is told for one step: the answers, and where calls are noted.
///
/// `study` writes it as JSON beside the program that stands in, which reads it at every call.
public struct StandInTable: Sendable {
  /// An answer, its texts filled in.
  public struct Entry: Sendable {
    /// What tells it from others in the notes: `2` of the check, `step 3: 0` of a step.
    public let id: String
    /// What it says; `real` begins with a program's path.
    public let answer: Check.StandIn.Answer

    /// An answer under a name.
    public init(id: String, answer: Check.StandIn.Answer) {
      self.id = id
      self.answer = answer
    }
  }

  /// The name it is called by.
  public let name: String
  /// The step that runs, from 1.
  public let step: Int
  /// The files that get a line for each call.
  public let logs: [String]
  /// The answers, in the order in which they are tried.
  public let entries: [Entry]

  /// The answers of one stand-in during one step.
  public init(name: String, step: Int, logs: [String], entries: [Entry]) {
    self.name = name
    self.step = step
    self.logs = logs
    self.entries = entries
  }

  /// Whether a call's standard input is noted.
  public func notesInput(of arguments: [String]) -> Bool {
    entries.contains { $0.answer.notesInput && $0.answer.rest(of: arguments) != nil }
  }

  /// The answer to a call; nil if none was prepared.
  ///
  /// - Parameter given: how often each answer was given before, by its id.
  public func entry(for arguments: [String], given: [String: Int]) -> Entry? {
    entries.first { entry in
      entry.answer.rest(of: arguments) != nil
        && entry.answer.times.map { given[entry.id, default: 0] < $0 } ?? true
    }
  }
}

extension StandInTable {
  /// How it is written for the program that stands in.
  public var json: JSON {
    .object([
      "name": .text(name), "step": .count(step), "logs": .texts(logs),
      "answers": .list(entries) { entry in
        let answer = entry.answer
        return .object([
          "id": .text(entry.id), "when": .texts(answer.pattern), "exit": .count(answer.exit),
          "out": .text(answer.output), "err": .text(answer.errors), "delay": .count(answer.delay),
          "times": answer.times.map(JSON.count), "real": .texts(answer.real),
          "stdin": JSON(.bool(answer.notesInput)),
        ])
      },
    ])
  }

  /// Reads what ``json`` writes.
  public init?(_ json: JSON) {
    guard let name = json["name"]?.string, let step = json["step"]?.integer,
      let logs = json["logs"]?.array?.compactMap(\.string), let answers = json["answers"]?.array
    else { return nil }
    self.init(
      name: name, step: step, logs: logs,
      entries: answers.compactMap { item in
        guard let id = item["id"]?.string, let pattern = item["when"]?.array,
          let exit = item["exit"]?.integer
        else { return nil }
        return Entry(
          id: id,
          answer: Check.StandIn.Answer(
            pattern: pattern.compactMap(\.string), exit: exit,
            output: item["out"]?.string ?? "", errors: item["err"]?.string ?? "",
            delay: item["delay"]?.integer ?? 0, times: item["times"]?.integer,
            real: item["real"]?.array?.compactMap(\.string) ?? [],
            notesInput: item["stdin"]?.boolean ?? false))
      })
  }
}

extension JSON {
  /// The truth of true or false.
  var boolean: Bool? {
    if case .bool(let truth) = value { truth } else { nil }
  }
}

extension Check.StandIn.Answer {
  /// The answer with names in braces filled in, and a program's first words in place of its id.
  public func filled(by placeholders: Placeholders, program: [String]) -> Self {
    Self(
      pattern: pattern.map(placeholders.fill), exit: exit, output: placeholders.fill(output),
      errors: placeholders.fill(errors), delay: delay, times: times,
      real: program + real.dropFirst().map(placeholders.fill), notesInput: notesInput)
  }
}
