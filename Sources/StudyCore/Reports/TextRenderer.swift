/// Renders documents as lines of a terminal or a plain file.
///
/// This is the one way of text to the terminal: every span is escaped here, so nothing in a file
/// can reach it as a control sequence.
public struct TextRenderer: Sendable {
  /// The columns there are.
  public let width: Int
  /// Whether to colour.
  public let color: Bool

  /// Prose is easiest to read in lines of no more than this.
  private static let measure = 100

  /// A renderer for that many columns, at least 20.
  public init(width: Int, color: Bool) {
    self.width = max(20, width)
    self.color = color
  }

  /// The document's lines, each with a line end.
  public func render(_ document: Document) -> String {
    document.blocks.map(render).joined()
  }

  private func render(_ block: Document.Block) -> String {
    switch block {
    case .blank: "\n"
    case .paragraph(let spans, let marker): wrap(spans, marker: marker)
    case .verbatim(let spans, let indent):
      String(repeating: " ", count: indent)
        + spans.map { paint(shownText: VisibleText.escaped($0.text), $0.style) }.joined() + "\n"
    case .edges(let left, let right): edges(left, right)
    case .table(let rows, let flexible, let right, let indent):
      table(rows, flexible: flexible, right: right, indent: indent)
    }
  }

  /// The text as it is shown, escaped; code keeps its backticks where no colour sets it apart.
  private func shown(_ span: Span) -> String {
    let text = VisibleText.escaped(span.text)
    return span.style == .code && !color ? "`\(text)`" : text
  }

  private func paint(_ span: Span) -> String { paint(shownText: shown(span), span.style) }

  private func paint(shownText text: String, _ style: Style) -> String {
    guard color, !text.isEmpty else { return text }
    let code =
      switch style {
      case .plain: ""
      case .strong: "1"
      case .faint: "2"
      case .good: "32"
      case .partial: "33"
      case .bad: "31"
      case .code: "36"
      }
    return code.isEmpty ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private func width(_ spans: [Span]) -> Int {
    spans.reduce(0) { $0 + VisibleText.width(shown($1)) }
  }

  // MARK: Prose

  private struct Word {
    var pieces: [(text: String, style: Style)] = []
    var width = 0
  }

  private func wrap(_ spans: [Span], marker: [Span]) -> String {
    let indent = width(marker)
    let room = max(10, min(width, Self.measure) - indent)
    var lines = [""]
    var used = 0
    for word in words(spans).flatMap({ split($0, room) }) {
      if used > 0, used + 1 + word.width > room {
        lines.append("")
        used = 0
      }
      if used > 0 {
        lines[lines.count - 1] += " "
        used += 1
      }
      lines[lines.count - 1] += word.pieces.map { paint(shownText: $0.text, $0.style) }.joined()
      used += word.width
    }
    let margin = String(repeating: " ", count: indent)
    return lines.enumerated().map { index, line in
      let start = index == 0 ? marker.map(paint).joined() : margin
      return (line.isEmpty ? trimmed(start) : start + line) + "\n"
    }.joined()
  }

  private func trimmed(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }

  private func words(_ spans: [Span]) -> [Word] {
    var words: [Word] = []
    var open = false
    for span in spans {
      let parts = shown(span).split(separator: " ", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 { open = false }
        if part.isEmpty { continue }
        if !open { words.append(Word()) }
        words[words.count - 1].pieces.append((String(part), span.style))
        words[words.count - 1].width += VisibleText.width(part)
        open = true
      }
    }
    return words
  }

  /// A word wider than a line, such as a URL or Chinese text, is broken where it fits.
  private func split(_ word: Word, _ room: Int) -> [Word] {
    if word.width <= room { return [word] }
    var words = [Word()]
    for (text, style) in word.pieces {
      var piece = ""
      for character in text {
        let width = VisibleText.width(String(character))
        if words[words.count - 1].width + width > room {
          words[words.count - 1].pieces.append((piece, style))
          piece = ""
          words.append(Word())
        }
        piece.append(character)
        words[words.count - 1].width += width
      }
      words[words.count - 1].pieces.append((piece, style))
    }
    return words
  }

  // MARK: Columns

  private func edges(_ left: [Span], _ right: [Span]) -> String {
    let line = min(width, Self.measure)
    if right.isEmpty { return cut(left, line) + "\n" }
    let room = line - width(right) - 2
    if room < 10 { return cut(left, line) + "\n" + cut(right, line) + "\n" }
    let gap = max(2, line - min(width(left), room) - width(right))
    return cut(left, room) + String(repeating: " ", count: gap) + right.map(paint).joined() + "\n"
  }

  private func cut(_ spans: [Span], _ room: Int) -> String {
    if width(spans) <= room { return spans.map(paint).joined() }
    var result = ""
    var left = room - 1
    for span in spans {
      var piece = ""
      for character in shown(span) {
        let width = VisibleText.width(String(character))
        if width > left {
          return result + paint(shownText: piece + "…", span.style)
        }
        piece.append(character)
        left -= width
      }
      result += paint(shownText: piece, span.style)
    }
    return result
  }

  private func table(_ rows: [[[Span]]], flexible: Int, right: Set<Int>, indent: Int) -> String {
    let count = rows.map(\.count).max() ?? 0
    var widths = (0..<count).map { column in
      rows.map { column < $0.count ? width($0[column]) : 0 }.max() ?? 0
    }
    let total = widths.reduce(indent) { $0 + $1 } + 2 * (count - 1)
    if total > width, flexible < count {
      widths[flexible] = max(8, widths[flexible] - (total - width))
    }
    return rows.map { row in
      var line = String(repeating: " ", count: indent)
      for (column, cell) in row.enumerated() {
        let text = cut(cell, widths[column])
        let padding = String(
          repeating: " ", count: max(0, widths[column] - min(width(cell), widths[column])))
        let isLast = column == row.count - 1
        line += right.contains(column) ? padding + text : text + (isLast ? "" : padding)
        line += isLast ? "" : "  "
      }
      return (color ? line : trimmed(line)) + "\n"
    }.joined()
  }
}
