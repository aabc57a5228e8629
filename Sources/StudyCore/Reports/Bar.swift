/// The characters that draw progress.
public struct Symbols: Sendable {
  /// For terminals and files in UTF-8.
  public static let unicode = Symbols(
    verified: "█", claimed: "▓", open: "░",
    marks: [.todo: "○", .claimed: "◐", .verified: "●", .lapsed: "!", .skipped: "–"],
    tick: "✓", cross: "✗", unknown: "?", separator: " · ", spinner: "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏")
  /// For a C or POSIX locale.
  public static let ascii = Symbols(
    verified: "#", claimed: "=", open: ".",
    marks: [.todo: "o", .claimed: "+", .verified: "*", .lapsed: "!", .skipped: "-"],
    tick: "+", cross: "x", unknown: "?", separator: " | ", spinner: "|/-\\")

  let verified: String
  let claimed: String
  let open: String
  private let marks: [Standing: String]
  /// Passed.
  public let tick: String
  /// Failed.
  public let cross: String
  /// Could not check.
  public let unknown: String
  /// Between facts on a line.
  public let separator: String
  /// The frames of something that goes on.
  public let spinner: String

  private init(
    verified: String, claimed: String, open: String, marks: [Standing: String], tick: String,
    cross: String, unknown: String, separator: String, spinner: String
  ) {
    self.verified = verified
    self.claimed = claimed
    self.open = open
    self.marks = marks
    self.tick = tick
    self.cross = cross
    self.unknown = unknown
    self.separator = separator
    self.spinner = spinner
  }

  /// The mark of a standing.
  public func mark(_ standing: Standing) -> Span {
    Span(marks[standing] ?? "?", standing.style)
  }

  /// A bar of `width` columns: verified, then claimed, then the rest. Anything done shows at least
  /// one column, and the bar is full only when nothing is left.
  public func bar(_ counts: Report.Counts, width: Int) -> [Span] {
    let all = max(1, counts.tasks - counts.skipped)
    func columns(_ count: Int) -> Int {
      if count == 0 { return 0 }
      return count == all ? width : min(width - 1, max(1, count * width / all))
    }
    let done = columns(counts.done)
    let verified = counts.claimed == 0 ? done : min(columns(counts.verified), max(0, done - 1))
    return [
      Span(String(repeating: self.verified, count: verified), .good),
      Span(String(repeating: claimed, count: done - verified), .partial),
      Span(String(repeating: open, count: width - done), .faint),
    ].filter { !$0.text.isEmpty }
  }
}

extension Standing {
  /// How it is shown.
  public var style: Style {
    switch self {
    case .todo, .skipped: .faint
    case .claimed: .partial
    case .verified: .good
    case .lapsed: .bad
    }
  }
}
