import StudyCore

/// What mending a progress file comes to, and how it is told.
struct Repair {
  /// What git has of the file.
  struct Copy {
    let title: String
    /// Whether it is a side of a merge that is not finished.
    let isUnmerged: Bool
    let recovery: Recovery
  }

  let isDamaged: Bool
  /// Whether anything is to be written.
  let isNeeded: Bool
  /// What the file will hold.
  let logbook: Logbook
  /// How many sources gave anything.
  let found: Int

  private let sources: [(title: String, count: Int)]
  private let unread: [Salvage.Line]
  private let isUnmerged: Bool
  private let shown: String

  /// - Throws: `newerProgress` where any part is a newer program's: it can't be wholly understood.
  init(_ bytes: [UInt8], shown: String, copies: [Copy]) throws(StudyError) {
    self.shown = shown
    let recovery = Recovery(bytes)
    isDamaged = recovery.sources.map(\.part) != [.whole]
    isUnmerged = copies.contains(where: \.isUnmerged)
    // What a good file lacks of the last commit was taken out on purpose.
    let used = isDamaged ? copies : copies.filter(\.isUnmerged)
    logbook = used.reduce(recovery.logbook) { $0.merged(with: $1.recovery.logbook) }
    if logbook.isNewer { throw .newerProgress(path: shown, format: logbook.format) }
    isNeeded = isDamaged || logbook.events.count > recovery.logbook.events.count
    sources =
      recovery.sources.map { (Self.title($0.part), $0.logbook.events.count) }
      + used.map { ($0.title, $0.recovery.logbook.events.count) }
    // An empty logbook is something too, if it was read as one.
    found =
      (recovery.sources + used.flatMap(\.recovery.sources)).count {
        !$0.logbook.events.isEmpty || $0.isWhole
      }
    unread = recovery.unread
  }

  /// What was done.
  func page(kept: String) -> Document {
    var page = Document()
    page.paragraph([Span("Mended \(shown): it has \(Self.events(logbook.events.count)) now")])
    page.table(
      sources.map { [[Span($0.title)], [Span(Self.events($0.count), .faint)]] }, flexible: 0,
      indent: 2)
    for line in unread.prefix(20) {
      page.paragraph(
        [Span(line.text)], marker: [Span("  line \(line.number) could not be read: ", .bad)])
    }
    if unread.count > 20 { page.prose("… and \(unread.count - 20) lines more", marker: ["  "]) }
    page.paragraph([Span("The file as it was is kept as \(kept)", .faint)])
    if isUnmerged { page.prose("`git add \(shown)` tells git that the conflict is settled") }
    return page
  }

  static func events(_ count: Int) -> String { count == 1 ? "1 event" : "\(count) events" }

  private static func title(_ part: Recovery.Source.Part) -> String {
    switch part {
    case .whole: "the file"
    case .lines: "lines of the file"
    case .ours: "our side of the conflict"
    case .theirs: "their side of the conflict"
    case .nested: "conflicts inside conflicts"
    }
  }
}
