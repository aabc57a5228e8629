/// A recorded session: commands with what they print, comments, and directives to the stage.
///
/// ```
/// # A comment.
/// % terminal 60
/// $ study done vpc-subnts
/// study: no task "vpc-subnts"; did you mean "vpc-subnets"?
/// [66]
/// ```
struct Script {
  enum Item: Equatable {
    /// A comment or an empty line.
    case text(String)
    /// `% words`, and the lines after it that begin with `|`.
    case directive(String, body: [String])
    /// `$ line`, and what it prints; a last line such as `[66]` is its status, unless that is 0.
    case command(String, shows: [String])
  }

  var items: [Item] = []

  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    if lines.last == "" { lines.removeLast() }
    while let line = lines.popFirst() {
      if line.hasPrefix("$ ") {
        let end = lines.firstIndex(where: Self.isMarked) ?? lines.endIndex
        let shows = lines[..<end].map { $0.hasPrefix("\\") ? String($0.dropFirst()) : $0 }
        lines = lines[end...]
        items.append(.command(String(line.dropFirst(2)), shows: Self.trimmed(shows)))
      } else if line.hasPrefix("% ") {
        let end = lines.firstIndex { !$0.hasPrefix("|") } ?? lines.endIndex
        let body = lines[..<end].map { String($0.dropFirst($0.hasPrefix("| ") ? 2 : 1)) }
        lines = lines[end...]
        items.append(.directive(String(line.dropFirst(2)), body: body))
      } else {
        items.append(.text(line))
      }
    }
  }

  /// The session as it is written.
  var text: String {
    items.enumerated().flatMap { index, item -> [String] in
      switch item {
      case .text(let line): return [line]
      case .directive(let words, let body):
        return ["% " + words] + body.map { $0.isEmpty ? "|" : "| " + $0 }
      case .command(let line, let shows):
        let isLast = index == items.count - 1
        let lines = shows.map { Self.isMarked($0) || $0.hasPrefix("\\") ? "\\" + $0 : $0 }
        return ["$ " + line] + lines + (isLast ? [] : [""])
      }
    }.map { $0 + "\n" }.joined()
  }

  private static func isMarked(_ line: String) -> Bool {
    ["$ ", "% ", "# "].contains { line.hasPrefix($0) }
  }

  /// The lines without the empty ones at the end.
  static func trimmed(_ lines: [String]) -> [String] {
    Array(lines.reversed().drop { $0.isEmpty }.reversed())
  }

  /// The words of a command line, quoted as a shell has them: `'…'`, `"…"`, and `$'…'` with `\e`,
  /// `\n` and `\uXXXX`.
  static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var rest = Array(line)[...]
    while let letter = rest.popFirst() {
      switch letter {
      case " ":
        if let word { words.append(word) }
        word = nil
      case "$" where rest.first == "'":
        rest.removeFirst()
        word = (word ?? "") + unescaped(String(quoted("'", &rest)))
      case "'", "\"": word = (word ?? "") + quoted(letter, &rest)
      default: word = (word ?? "") + String(letter)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }

  private static func quoted(_ mark: Character, _ rest: inout ArraySlice<Character>) -> String {
    let end = rest.firstIndex(of: mark) ?? rest.endIndex
    defer { rest = rest[end...].dropFirst() }
    return String(rest[..<end])
  }

  private static func unescaped(_ text: String) -> String {
    var parts = text.split(separator: "\\", omittingEmptySubsequences: false)[...]
    var result = String(parts.popFirst() ?? "")
    for part in parts {
      switch part.first {
      case "e": result += "\u{1B}" + part.dropFirst()
      case "n": result += "\n" + part.dropFirst()
      case "u":
        let hex = part.dropFirst().prefix(4)
        result += UInt32(hex, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
        result += part.dropFirst(5)
      default: result += "\\" + part
      }
    }
    return result
  }
}
