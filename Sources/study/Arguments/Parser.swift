import StudyCore

/// What is wrong with a command line.
enum UsageError: Error, Equatable {
  case unknownCommand(String, nearest: String?)
  case unknownOption(String, command: String, nearest: String?)
  case missingValue(option: String, placeholder: String)
  case unwantedValue(option: String)
  case badValue(String, option: String, values: [String], nearest: String?)
  case badNumber(String, option: String)
  case missingArgument(String, command: String)
  case tooManyArguments(String, command: String)
}

/// Fills a command from the words of its line.
///
/// Why our own: the field's tool (swift-argument-parser) is a package, and this program has none.
/// As there: `--name=value`, `--name value`, `-n value`, `-nvalue`, joined short flags, `--`.
struct Parser<C: Command> {
  private struct Target {
    var command = C()
    var global = GlobalOptions()
  }

  private var target = Target()
  private let parameters: [Parameter<Target>]
  private var positions: [Parameter<Target>]

  private init() {
    parameters =
      C.parameters.map { $0.lifted(\.command) }
      + GlobalOptions.parameters.map { $0.lifted(\.global) }
    positions = parameters.filter { !$0.isNamed }
  }

  /// The command and the options that all commands take.
  static func parse(_ words: [String]) throws(UsageError) -> (C, GlobalOptions) {
    var parser = Parser()
    try parser.parse(words)
    return (parser.target.command, parser.target.global)
  }

  private mutating func parse(_ words: [String]) throws(UsageError) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        while let word = rest.popFirst() { try position(word) }
      } else if word.hasPrefix("--") {
        try long(word, &rest)
      } else if word.hasPrefix("-"), word != "-" {
        try shorts(word, &rest)
      } else {
        try position(word)
      }
    }
    for parameter in positions where !target.global.help {
      if case .argument(_, true) = parameter.shape {
        throw .missingArgument(parameter.name, command: C.name)
      }
    }
  }

  private mutating func long(_ word: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
    let parts = word.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "")
    guard let parameter = parameters.first(where: { $0.isNamed && $0.name == name }) else {
      let names = parameters.filter(\.isNamed).map { "--" + $0.name }
      throw .unknownOption(
        "--" + name, command: C.name, nearest: Nearest.word(to: "--" + name, among: names))
    }
    try fill(parameter, as: "--" + name, inline: parts.count > 1 ? String(parts[1]) : nil, &rest)
  }

  private mutating func shorts(_ word: String, _ rest: inout ArraySlice<String>) throws(UsageError)
  {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let parameter = parameters.first(where: { $0.short == letter }) else {
        throw .unknownOption("-\(letter)", command: C.name, nearest: nil)
      }
      if case .flag = parameter.shape {
        _ = parameter.set(&target, "")
      } else {
        try fill(
          parameter, as: "-\(letter)", inline: letters.isEmpty ? nil : String(letters), &rest)
        return
      }
    }
  }

  private mutating func fill(
    _ parameter: Parameter<Target>, as option: String, inline: String?,
    _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    guard case .option(let placeholder) = parameter.shape else {
      if inline != nil { throw .unwantedValue(option: option) }
      _ = parameter.set(&target, "")
      return
    }
    guard let value = inline ?? rest.popFirst() else {
      throw .missingValue(option: option, placeholder: placeholder)
    }
    if !parameter.set(&target, value) {
      throw .badValue(
        value, option: option, values: parameter.values,
        nearest: Nearest.word(to: value, among: parameter.values))
    }
  }

  private mutating func position(_ word: String) throws(UsageError) {
    guard let parameter = positions.first else {
      throw .tooManyArguments(word, command: C.name)
    }
    if parameter.set(&target, word), case .argument(let many, let required) = parameter.shape {
      positions.removeFirst()
      if many { positions.insert(required ? parameter.optional : parameter, at: 0) }
    }
  }
}

extension Parameter {
  fileprivate var optional: Self {
    Self(
      name: name, short: short, help: help, shape: .argument(many: true, required: false),
      values: values, set: set)
  }
}
