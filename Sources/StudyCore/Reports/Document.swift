/// What a piece of text is, not how it looks.
public enum Style: Sendable {
  case plain, strong, faint, good, partial, bad, code
}

/// A run of text in one style.
public struct Span: Sendable, ExpressibleByStringLiteral {
  /// The text; may come from a file, since the renderer escapes it.
  public let text: String
  /// What it is.
  public let style: Style

  /// Text of that style.
  public init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }

  /// Plain text.
  public init(stringLiteral text: String) { self.init(text) }

  /// Prose in which backticks surround code; a backtick without a partner is one.
  public static func prose(_ text: String, _ style: Style = .plain) -> [Span] {
    if text.utf8.count(where: { $0 == UInt8(ascii: "`") }) % 2 == 1 { return [Span(text, style)] }
    return text.split(separator: "`", omittingEmptySubsequences: false).enumerated().compactMap {
      index, part in
      part.isEmpty ? nil : Span(String(part), index % 2 == 1 ? .code : style)
    }
  }
}

/// Something to say, said once and rendered for a terminal of any width or for none.
public struct Document: Sendable {
  /// One piece, from the top.
  public enum Block: Sendable {
    case blank
    /// Prose, wrapped; later lines are indented as far as the marker is wide.
    case paragraph([Span], marker: [Span])
    /// A line to be copied: never wrapped or cut.
    case verbatim([Span], indent: Int)
    /// Text at both edges; the left one goes on below if both don't fit.
    case edges([Span], [Span])
    /// Rows of cells in aligned columns; where they don't fit, the cells of the column `flexible`
    /// are cut or wrapped. A row of one cell goes over all columns.
    case table([[[Span]]], flexible: Int, right: Set<Int>, indent: Int, cuts: Bool)
  }

  /// The pieces.
  public private(set) var blocks: [Block] = []

  /// Nothing yet.
  public init() {}

  /// Adds an empty line.
  public mutating func blank() { blocks.append(.blank) }

  /// Adds prose behind a marker, such as `"1. "` or spaces.
  public mutating func paragraph(_ spans: [Span], marker: [Span] = []) {
    blocks.append(.paragraph(spans, marker: marker))
  }

  /// Adds prose in which backticks surround code.
  public mutating func prose(_ text: String, marker: [Span] = [], _ style: Style = .plain) {
    paragraph(Span.prose(text, style), marker: marker)
  }

  /// Adds a heading.
  public mutating func heading(_ text: String) { paragraph([Span(text, .strong)]) }

  /// Adds a line to be copied.
  public mutating func verbatim(_ text: String, indent: Int = 4, _ style: Style = .code) {
    blocks.append(.verbatim([Span(text, style)], indent: indent))
  }

  /// Adds a line that is neither wrapped nor cut.
  public mutating func verbatim(_ spans: [Span]) { blocks.append(.verbatim(spans, indent: 0)) }

  /// Adds text at both edges.
  public mutating func edges(_ left: [Span], _ right: [Span]) {
    blocks.append(.edges(left, right))
  }

  /// Adds rows in aligned columns.
  public mutating func table(
    _ rows: [[[Span]]], flexible: Int, right: Set<Int> = [], indent: Int = 0, cuts: Bool = false
  ) {
    if !rows.isEmpty {
      blocks.append(.table(rows, flexible: flexible, right: right, indent: indent, cuts: cuts))
    }
  }

  /// Adds one of the roadmap's steps: its prose wrapped, its `$ ` lines as they are.
  public mutating func step(_ text: String, marker: String) {
    let indent = VisibleText.width(marker)
    var isFirst = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
      if line.hasPrefix("$ ") {
        verbatim(String(line), indent: indent + 2)
      } else {
        prose(
          String(line), marker: [Span(isFirst ? marker : String(repeating: " ", count: indent))])
      }
      isFirst = false
    }
  }

  /// Adds another document's pieces.
  public mutating func append(_ other: Document) { blocks += other.blocks }
}
