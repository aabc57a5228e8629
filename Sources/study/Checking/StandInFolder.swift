import StudyCore

/// A folder of programs that stand in for others, put first on the PATH of steps.
///
/// Each is two lines of shell that call `study` again: so what they answer is said and tested in one
/// place, and no program that the learner's PATH would find takes part in it.
struct StandInFolder {
  let folder: String
  let programs: [String]
  let world: World

  private static let limit = 32 << 20

  /// What goes first on the PATH.
  var path: String { folder + "/bin" }

  /// What names in braces stand for: the notes on each program's calls, and on all.
  var logs: [(name: String, path: String)] {
    programs.map { ("calls:\($0)", log($0)) } + [("calls", folder + "/calls")]
  }

  private func log(_ name: String) -> String { "\(folder)/\(name).calls" }
  private func table(_ name: String) -> String { "\(folder)/\(name).answers" }

  /// Writes the programs.
  func lay(calling study: String) throws(FileFault) {
    try world.files.makeFolders(path)
    for (_, log) in logs { try world.trees.write(log, []) }
    for name in programs {
      let words = [study, StandInProgram.word, table(name)].map(Self.quoted)
      let script = "#!/bin/sh\nexec \(words.joined(separator: " ")) \"$@\"\n"
      try world.trees.writeProgram("\(path)/\(name)", Array(script.utf8))
    }
  }

  /// Makes them answer as they are to during one step, the step's own answers before the others.
  ///
  /// - Parameter words: a tool's first words.
  func answer(
    _ step: Check.Step, number: Int, of procedure: Check.Procedure,
    _ placeholders: Placeholders, words: (Tool.ID) -> [String]
  ) throws(FileFault) {
    func entries(_ standIns: [Check.StandIn], _ name: String, _ prefix: String)
      -> [StandInTable.Entry]
    {
      standIns.filter { $0.name == name }.flatMap(\.answers).enumerated().map { index, answer in
        let program = answer.real.first.map { words(Tool.ID(rawValue: $0)) } ?? []
        return StandInTable.Entry(
          id: prefix + String(index), answer: answer.filled(by: placeholders, program: program))
      }
    }
    for name in programs {
      let table = StandInTable(
        name: name, step: number, logs: [log(name), folder + "/calls"],
        entries: entries(step.standIns, name, "step \(number): ")
          + entries(procedure.standIns, name, ""))
      try world.trees.write(self.table(name), table.json.canonical)
    }
  }

  /// What the calls so far keep from being said of the work.
  func verdict() throws(FileFault) -> Verdict? {
    StandInCall.verdict(
      on: StandInCall.read(try world.files.read(folder + "/calls", Self.limit) ?? []))
  }

  private static func quoted(_ word: String) -> String {
    "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
