import StudyCore

/// The program that stands in for another, as the scripts of a ``StandInFolder`` call it:
/// `study stand-in TABLE ARGUMENTS…`. It is no command, and no help tells of it.
enum StandInProgram {
  static let word = "stand-in"
  /// What a call that was not prepared for ends with.
  static let unprepared: Int32 = 97
  private static let limit = 32 << 20

  /// Notes the call, answers it, and returns the status to end with.
  static func run(_ words: [String]) -> Int32 {
    guard let path = words.first, let bytes = try? DurableFile.read(path, limit: limit),
      let table = (try? JSONReader.read(bytes)).flatMap(StandInTable.init)
    else {
      SharedNotes.say("study: \(word) is how checks call study; nobody else needs it\n", to: 2)
      return unprepared
    }
    let arguments = Array(words.dropFirst())
    let input = table.notesInput(of: arguments) ? SharedNotes.input(limit: 1 << 20) : nil
    let entry = SharedNotes.holding(path) { () -> StandInTable.Entry? in
      let entry = table.entry(for: arguments, given: given(table))
      let call = StandInCall(
        name: table.name, step: table.step, answer: entry?.id, arguments: arguments,
        folder: SharedNotes.currentFolder, time: Int(System.wallSeconds() * 1000),
        input: input.map { String(decoding: $0, as: UTF8.self) })
      for log in table.logs { SharedNotes.add(call.json.canonical + [0x0A], to: log) }
      return entry
    }
    guard let entry else {
      let call = ([table.name] + arguments).joined(separator: " ")
      SharedNotes.say("study: no answer was prepared for `\(call)`\n", to: 2)
      return unprepared
    }
    return give(entry.answer, to: arguments)
  }

  /// How often each answer was given before.
  private static func given(_ table: StandInTable) -> [String: Int] {
    let bytes = table.logs.first.flatMap { try? DurableFile.read($0, limit: limit) } ?? []
    return StandInCall.read(bytes).reduce(into: [:]) { counts, call in
      if let answer = call.answer { counts[answer, default: 0] += 1 }
    }
  }

  private static func give(_ answer: Check.StandIn.Answer, to arguments: [String]) -> Int32 {
    if answer.delay > 0 { System.pause(milliseconds: Int32(answer.delay)) }
    if !answer.real.isEmpty {
      let code = SharedNotes.become(answer.real + (answer.rest(of: arguments) ?? []))
      SharedNotes.say("study: \(answer.real[0]): \(describe(code))\n", to: 2)
      return 127
    }
    SharedNotes.say(answer.output, to: 1)
    SharedNotes.say(answer.errors, to: 2)
    return Int32(answer.exit)
  }
}
