import StudyCore

/// `study help`: the commands, or one of them.
struct HelpCommand: Command {
  var words: [String] = []

  static let name = "help"
  static let summary = "Show help on a command"
  static let example = (command: "study help check", meaning: "All about `study check`.")
  static var parameters: [Parameter<Self>] {
    [.arguments("COMMAND", "The command", \.words)]
  }
  static let needsFolder = false

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    if words.isEmpty {
      try run.print(Help.overview)
      return .done
    }
    let name = words.joined(separator: " ")
    let family = CommandTable.all.filter { $0.name == name || $0.name.hasPrefix(name + " ") }
    if family.isEmpty {
      let nearest = Nearest.word(to: name, among: CommandTable.all.map { $0.name })
      throw .usage(.unknownCommand(name, nearest: nearest.map { "help \($0)" }))
    }
    for (index, command) in family.enumerated() {
      var page = Help.page(of: command)
      if index > 0 {
        page = Document()
        page.blank()
        page.append(Help.page(of: command))
      }
      try run.print(page)
    }
    return .done
  }
}

/// `study --version`.
struct VersionCommand: Command {
  /// The program's version.
  static let number = "0.1.0"

  static let name = "version"
  static let summary = "Print the version"
  static let example = (command: "study --version", meaning: "The same.")
  static let needsFolder = false

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    try run.write("study \(Self.number)\n")
    return .done
  }
}
