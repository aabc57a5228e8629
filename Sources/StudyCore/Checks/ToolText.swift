/// The lines of a tool's output that are worth showing.
enum ToolText {
  /// The first line with a text in it.
  static func line(of text: String, with part: String) -> String {
    text.split(separator: "\n").first { $0.contains(part) }.map(String.init) ?? part
  }

  /// The last lines a tool wrote, which mostly hold its error; blank ones and box-drawing frames
  /// are left out.
  static func tail(of text: String) -> [String] { lines(of: text).suffix(6).map(shortened) }

  /// The first lines that tell of an error; the last of all where none does. A service goes on after
  /// its first error, and writes much that follows from it.
  static func errors(in text: String) -> [String] {
    let signs = ["error", "emerg", "fatal", "crit", "fail", "cannot", "can't", "exception"]
    let telling = lines(of: text).filter { line in
      let line = line.lowercased()
      return signs.contains(where: line.contains)
    }
    return telling.isEmpty ? tail(of: text) : telling.prefix(6).map(shortened)
  }

  private static func lines(of text: String) -> [Substring] {
    text.split(separator: "\n").map { $0.drop { " \t│╷╵".contains($0) } }
      .filter { !$0.allSatisfy(\.isWhitespace) }
  }

  private static func shortened(_ line: Substring) -> String { String(line.prefix(300)) }
}
