import StudyCore

/// How mending a progress file is told.
enum RepairPage {
  /// What was done.
  static func page(_ repair: Repair, of shown: String, kept: String) -> Document {
    var page = Document()
    page.paragraph([Span("Mended \(shown): it has \(events(repair.logbook)) now")])
    page.table(
      repair.sources.map { [[Span(title($0.origin))], [Span(events($0.count), .faint)]] },
      flexible: 0, indent: 2)
    for line in repair.unread.prefix(20) {
      page.paragraph(
        [Span(line.text)], marker: [Span("  line \(line.number) could not be read: ", .bad)])
    }
    if repair.unread.count > 20 {
      page.prose("… and \(repair.unread.count - 20) lines more", marker: ["  "])
    }
    page.paragraph([Span("The file as it was is kept as \(kept)", .faint)])
    if repair.isUnmerged {
      page.prose("`git add \(shown)` tells git that the conflict is settled")
    }
    return page
  }

  static func events(_ logbook: Logbook) -> String { events(logbook.events.count) }

  private static func events(_ count: Int) -> String { count == 1 ? "1 event" : "\(count) events" }

  private static func title(_ origin: Repair.Origin) -> String {
    switch origin {
    case .file(.whole): "the file"
    case .file(.lines): "lines of the file"
    case .file(.ours): "our side of the conflict"
    case .file(.theirs): "their side of the conflict"
    case .file(.nested): "conflicts inside conflicts"
    case .git(.ours): "git's copy of our side"
    case .git(.theirs): "git's copy of their side"
    case .git(.lastCommit): "the last commit"
    }
  }
}
