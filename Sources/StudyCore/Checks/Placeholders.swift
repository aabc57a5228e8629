/// What names in braces stand for: facts that are known only when a check runs.
///
/// `{folder}` is the copy, `{NAME}` a file that `find` found, `{port:NAME}` a free port of 127.0.0.1,
/// `{log:NAME}` the file of what a service wrote, `{calls:NAME}` and `{calls}` the files of the calls
/// of one stand-in and of all.
public struct Placeholders: Sendable {
  /// What stands before the colon.
  public enum Kind: String, Sendable, CaseIterable {
    case port, log, calls
  }

  private var values: [(name: String, value: String)] = []

  /// None yet.
  public init() {}

  /// Each name, without its braces, and what it stands for.
  public init(_ values: [(name: String, value: String)]) { self.values = values }

  /// Makes a name stand for something, whatever it stood for before.
  public mutating func set(_ name: String, to value: String) {
    values.removeAll { $0.name == name }
    values.append((name, value))
  }

  /// Makes a name of a kind stand for something.
  public mutating func set(_ kind: Kind, _ name: String, to value: String) {
    set("\(kind.rawValue):\(name)", to: value)
  }

  /// Only those of a kind.
  public func only(_ kind: Kind) -> Placeholders {
    Placeholders(values.filter { $0.name.hasPrefix(kind.rawValue + ":") })
  }

  /// Puts values in the place of their names; other braces stay, those in values too.
  public func fill(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let brace = rest.firstIndex(of: "{") {
      result += rest[..<brace]
      rest = rest[brace...]
      if let name = values.first(where: { rest.hasPrefix("{\($0.name)}") }) {
        result += name.value
        rest = rest.dropFirst(name.name.count + 2)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result + rest
  }

  /// What stands in braces in a text and could be a placeholder: letters, digits, hyphens, and a
  /// colon. What follows a `$` is the shell's.
  static func mentioned(in text: String) -> [Substring] {
    var found: [Substring] = []
    var rest = text[...]
    while let brace = rest.firstIndex(of: "{") {
      let isVariable = brace > text.startIndex && text[text.index(before: brace)] == "$"
      rest = rest[brace...].dropFirst()
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == ":" }
      if !isVariable, !word.isEmpty, rest[word.endIndex...].first == "}" { found.append(word) }
    }
    return found
  }

  /// The names of a kind that texts mention, each once: `web` for `{port:web}`.
  static func names(_ kind: Kind, in texts: [String]) -> [String] {
    var seen: Set<Substring> = []
    return texts.flatMap(mentioned).filter { $0.hasPrefix(kind.rawValue + ":") }
      .map { $0.dropFirst(kind.rawValue.count + 1) }
      .filter { !$0.isEmpty && seen.insert($0).inserted }.map(String.init)
  }
}

extension Check.Procedure {
  /// The names of the ports it needs, each once.
  public var portNames: [String] {
    var seen: Set<String> = []
    let asked = steps.compactMap { step in
      if case .start(let service) = step.source { service.ready.port } else { nil }
    }
    return (Placeholders.names(.port, in: texts) + asked).filter { seen.insert($0).inserted }
  }

  /// The names of the services it starts, in order; one that is started again is there again.
  public var serviceNames: [String] {
    steps.compactMap { step in
      if case .start(let service) = step.source { service.name } else { nil }
    }
  }

  /// The names of the programs that it has stand-ins for, each once.
  public var standInNames: [String] {
    var seen: Set<String> = []
    return (standIns + steps.flatMap(\.standIns)).map(\.name).filter { seen.insert($0).inserted }
  }

  /// Every text in which something is filled in.
  var texts: [String] { fixtures.flatMap(\.lines) + filledTexts }

  /// Every text in which all names in braces are filled in.
  var filledTexts: [String] {
    replacements.map(\.new) + standIns.flatMap(\.texts) + steps.flatMap(\.texts)
  }
}

extension Check.Step {
  /// Every text in which names in braces are filled in.
  var texts: [String] {
    let own: [String] =
      switch source {
      case .run(let words), .read(let words): words
      case .start(let service): service.command
      case .stop: []
      }
    return own + [folder, stdin].compactMap { $0 } + environment.map(\.value)
      + standIns.flatMap(\.texts)
  }
}

extension Check.StandIn {
  fileprivate var texts: [String] {
    answers.flatMap { $0.pattern + [$0.output, $0.errors] + $0.real }
  }
}
