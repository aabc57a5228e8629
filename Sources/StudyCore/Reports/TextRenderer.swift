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
  static let measure = 100

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
    case .table(let rows, let flexible, let right, let indent, let cuts):
      table(rows, flexible: flexible, right: right, indent: indent, cuts: cuts)
    }
  }

  /// The text as it is shown, escaped; code keeps its backticks where no colour sets it apart.
  func shown(_ span: Span) -> String {
    let text = VisibleText.escaped(span.text)
    return span.style == .code && !color ? "`\(text)`" : text
  }

  func paint(_ span: Span) -> String { paint(shownText: shown(span), span.style) }

  func paint(shownText text: String, _ style: Style) -> String {
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

  func width(_ spans: [Span]) -> Int {
    spans.reduce(0) { $0 + VisibleText.width(shown($1)) }
  }

  // MARK: Prose

  /// Escaped text in its styles: a word, or a whole line.
  struct Run {
    private(set) var pieces: [(text: String, style: Style)] = []
    private(set) var width = 0

    mutating func append(_ text: String, _ style: Style) {
      width += VisibleText.width(text)
      if let last = pieces.last, last.style == style {
        pieces[pieces.count - 1].text += text
      } else {
        pieces.append((text, style))
      }
    }

    /// Adds a word behind a space.
    mutating func append(_ word: Run) {
      if let last = pieces.last {
        append(" ", last.style == word.pieces.first?.style ? last.style : .plain)
      }
      for (text, style) in word.pieces { append(text, style) }
    }
  }

  func paint(_ run: Run) -> String {
    run.pieces.map { paint(shownText: $0.text, $0.style) }.joined()
  }

  /// The spans in lines of at most `room` columns.
  func lines(_ spans: [Span], room: Int) -> [Run] {
    var lines = [Run()]
    for word in words(spans).flatMap({ split($0, room) }) {
      let used = lines[lines.count - 1].width
      if used > 0, used + 1 + word.width > room { lines.append(Run()) }
      lines[lines.count - 1].append(word)
    }
    return lines
  }

  private func wrap(_ spans: [Span], marker: [Span]) -> String {
    let indent = width(marker)
    let room = max(10, min(width, Self.measure) - indent)
    let margin = String(repeating: " ", count: indent)
    return lines(spans, room: room).enumerated().map { index, line in
      let start = index == 0 ? marker.map(paint).joined() : margin
      return (line.width == 0 ? trimmed(start) : start + paint(line)) + "\n"
    }.joined()
  }

  func trimmed(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }

  func words(_ spans: [Span]) -> [Run] {
    var words: [Run] = []
    var open = false
    for span in spans {
      let parts = shown(span).split(separator: " ", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 { open = false }
        if part.isEmpty { continue }
        if !open { words.append(Run()) }
        words[words.count - 1].append(String(part), span.style)
        open = true
      }
    }
    return words
  }

  /// A word wider than a line, such as a URL or Chinese text, is broken where it fits.
  private func split(_ word: Run, _ room: Int) -> [Run] {
    if word.width <= room { return [word] }
    var words = [Run()]
    for (text, style) in word.pieces {
      for character in text {
        let width = VisibleText.width(String(character))
        if words[words.count - 1].width + width > room { words.append(Run()) }
        words[words.count - 1].append(String(character), style)
      }
    }
    return words
  }
}
