import StudyCore

/// All commands, in the order of the help page.
enum CommandTable {
  static var groups: [(title: String, commands: [any Command.Type])] {
    [
      (
        "Learn",
        [
          NextCommand.self, ListCommand.self, ShowCommand.self, LabCommand.self, CheckCommand.self,
        ]
      ),
      (
        "Progress",
        [
          DoneCommand.self, UndoCommand.self, SkipCommand.self, NoteCommand.self,
          ReportCommand.self, LogCommand.self,
        ]
      ),
      (
        "Set up",
        [
          InitCommand.self, DoctorCommand.self, TrustCommand.self,
        ]
      ),
      (
        "Roadmaps of one's own",
        [
          RoadmapValidateCommand.self, RoadmapBundleCommand.self, RoadmapShowCommand.self,
          RoadmapNewCommand.self,
        ]
      ),
      ("Git", [SyncSetupCommand.self, SyncRepairCommand.self, MergeCommand.self]),
      ("Help", [HelpCommand.self, VersionCommand.self]),
    ]
  }

  static var all: [any Command.Type] { groups.flatMap(\.commands) }

  /// A command and the words for it.
  struct Match {
    let command: any Command.Type
    let rest: [String]
  }

  /// The command that the first words call, and the words after it.
  ///
  /// Options that every command takes may stand before the command.
  static func find(_ words: [String]) throws(UsageError) -> Match {
    let (before, rest) = splitLeadingOptions(words)
    if before.contains(where: isUnknownOption) {
      return Match(command: NextCommand.self, rest: words)
    }
    guard let first = rest.first, first != "--" else {
      return Match(command: NextCommand.self, rest: words)
    }
    let pair = rest.prefix(2).joined(separator: " ")
    if rest.count > 1, let command = all.first(where: { $0.name == pair }) {
      return Match(command: command, rest: before + rest.dropFirst(2))
    }
    if let command = all.first(where: { $0.name == first }) {
      return Match(command: command, rest: before + rest.dropFirst())
    }
    let family = all.filter { $0.name.hasPrefix(first + " ") }
    if !family.isEmpty {
      if rest.dropFirst().contains(where: { $0 == "--help" || $0 == "-h" }) {
        return Match(command: HelpCommand.self, rest: before + [first])
      }
      let nearest = Nearest.word(to: pair, among: family.map { $0.name }) ?? family.first?.name
      throw .unknownCommand(pair, nearest: nearest)
    }
    throw .unknownCommand(first, nearest: Nearest.word(to: first, among: names))
  }

  private static var names: [String] {
    all.map { String($0.name.prefix { $0 != " " }) }
  }

  /// Before a command stand options that every command takes, or those of `next`.
  private static func splitLeadingOptions(_ words: [String]) -> ([String], [String]) {
    let withValue =
      names(GlobalOptions.parameters.filter(\.takesValue))
      + names(NextCommand.parameters.filter(\.takesValue))
    var index = 0
    while index < words.count, words[index].hasPrefix("-"), words[index] != "--" {
      index += withValue.contains(words[index]) ? 2 : 1
    }
    index = min(index, words.count)
    return (Array(words[..<index]), Array(words[index...]))
  }

  /// Whether a leading word is an option neither of all commands nor of `next`, which alone may
  /// stand without its name.
  private static func isUnknownOption(_ word: String) -> Bool {
    let known = names(GlobalOptions.parameters) + names(NextCommand.parameters)
    return word.hasPrefix("--") && !known.contains(String(word.prefix { $0 != "=" }))
  }

  private static func names<Root>(_ parameters: [Parameter<Root>]) -> [String] {
    parameters.flatMap { ["--" + $0.name] + ($0.short.map { ["-\($0)"] } ?? []) }
  }
}
