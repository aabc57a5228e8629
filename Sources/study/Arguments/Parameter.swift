/// How a parameter stands on the command line.
enum ParameterShape {
  case flag
  case option(placeholder: String)
  /// A word without a name; `many` takes all that are left.
  case argument(many: Bool, required: Bool)
}

/// One option, flag or argument of a command; parsing and help both come from it.
struct Parameter<Root> {
  /// `format`, or the argument's placeholder such as `TASK`.
  let name: String
  let short: Character?
  let help: String
  let shape: ParameterShape
  /// The values an option takes, where they are few.
  let values: [String]
  let set: (inout Root, String) -> Bool

  static func flag(
    _ name: String, _ short: Character? = nil, _ help: String, _ path: WritableKeyPath<Root, Bool>
  ) -> Self {
    Self(name: name, short: short, help: help, shape: .flag, values: []) { root, _ in
      root[keyPath: path] = true
      return true
    }
  }

  static func option(
    _ name: String, _ short: Character? = nil, _ placeholder: String, _ help: String,
    _ path: WritableKeyPath<Root, String?>
  ) -> Self {
    Self(
      name: name, short: short, help: help, shape: .option(placeholder: placeholder), values: []
    ) { root, value in
      root[keyPath: path] = value
      return true
    }
  }

  static func choice<Word: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ help: String, _ path: WritableKeyPath<Root, Word>
  ) -> Self {
    let words = Word.allCases.map(\.rawValue)
    return Self(
      name: name, short: nil, help: help, shape: .option(placeholder: words.joined(separator: "|")),
      values: words
    ) { root, value in
      guard let word = Word(rawValue: value) else { return false }
      root[keyPath: path] = word
      return true
    }
  }

  static func argument(
    _ name: String, _ help: String, required: Bool = false, _ path: WritableKeyPath<Root, String?>
  ) -> Self {
    Self(
      name: name, short: nil, help: help, shape: .argument(many: false, required: required),
      values: []
    ) { root, value in
      root[keyPath: path] = value
      return true
    }
  }

  static func arguments(
    _ name: String, _ help: String, required: Bool = false, _ path: WritableKeyPath<Root, [String]>
  ) -> Self {
    Self(
      name: name, short: nil, help: help, shape: .argument(many: true, required: required),
      values: []
    ) { root, value in
      root[keyPath: path].append(value)
      return true
    }
  }

  var isNamed: Bool {
    if case .argument = shape { false } else { true }
  }

  var takesValue: Bool {
    if case .option = shape { true } else { false }
  }

  /// How it appears in help: `-n, --note TEXT`.
  var usage: String {
    switch shape {
    case .flag: "\(short.map { "-\($0), " } ?? "")--\(name)"
    case .option(let placeholder): "\(short.map { "-\($0), " } ?? "")--\(name) \(placeholder)"
    case .argument(let many, let required):
      required ? name + (many ? "…" : "") : "[\(name)\(many ? "…" : "")]"
    }
  }

  /// The same parameter of a value that holds this one's root.
  func lifted<Outer>(_ path: WritableKeyPath<Outer, Root>) -> Parameter<Outer> {
    Parameter<Outer>(name: name, short: short, help: help, shape: shape, values: values) {
      set(&$0[keyPath: path], $1)
    }
  }
}
