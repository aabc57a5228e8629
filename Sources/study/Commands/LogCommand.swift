import StudyCore

/// `study log`: what happened, newest first.
struct LogCommand: Command {
  var most: String?
  var format = Format.text

  static let name = "log"
  static let summary = "Show what was recorded, newest first"
  static let example = (command: "study log -n 5", meaning: "The five newest events.")
  static var parameters: [Parameter<Self>] {
    [
      .option("max-count", "n", "N", "Show at most N events", \.most),
      .choice("format", "How to print it", \.format),
    ]
  }

  func run(_ session: Session) throws(StudyError) -> ExitStatus {
    var limit = Int.max
    if let most {
      guard let number = Int(most), number >= 0 else {
        throw .usage(.badValue(most, option: "-n", values: ["a whole number"], nearest: nil))
      }
      limit = number
    }
    let logbook = try session.logbook()
    let events = logbook.events.reversed().prefix(limit)
    switch format {
    case .json:
      let items = events.compactMap { try? JSONReader.read($0.bytes) }
      try session.print(JSON.object(["events": JSON(.array(items))]))
    case .text:
      let undone = Set(
        logbook.events.filter { $0.kind == .undo }.flatMap(\.of).map { Array($0.utf8) })
      var page = Document()
      if events.isEmpty {
        page.prose("Nothing is recorded yet. `study next` shows where to begin.")
      }
      page.table(events.map { row($0, undone, session) }, flexible: 3)
      try session.print(page)
    }
    return .done
  }

  private func row(_ event: Event, _ undone: Set<[UInt8]>, _ session: Session) -> [[Span]] {
    let isUndone = undone.contains(Array(event.id.utf8))
    var remark = event.note ?? ""
    if event.kind == .undo { remark = "took back \(event.of.joined(separator: ", "))" }
    if isUndone { remark += remark.isEmpty ? "undone" : " (undone)" }
    let style: Style =
      isUndone ? .faint : event.kind == .verified ? .good : event.kind == .lapsed ? .bad : .plain
    return [
      [Span(Timestamp(event.at).map(session.local) ?? event.at, .faint)],
      [Span(event.kindName, style)], [Span(event.task.rawValue)], [Span(remark, .faint)],
    ]
  }
}
