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

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    var limit = Int.max
    if let most {
      guard let number = Int(most), number >= 0 else {
        throw .usage(.badNumber(most, option: "--max-count"))
      }
      limit = number
    }
    let logbook = try run.logbook()
    let events = logbook.events.reversed().prefix(limit)
    switch format {
    case .json:
      let items = events.compactMap { try? JSONReader.read($0.bytes) }
      try run.print(JSON.object(["events": JSON(.array(items))]))
    case .text:
      try run.print(page(Array(events), logbook, run))
    }
    return .done
  }

  private func page(_ events: [Event], _ logbook: Logbook, _ run: Run) -> Document {
    var page = Document()
    if logbook.events.isEmpty {
      page.prose("Nothing is recorded yet. `study next` shows where to begin.")
    }
    let undone = Set(
      logbook.events.filter { $0.kind == .undo }.flatMap(\.of).map { Array($0.utf8) })
    // By bytes: what a file has in the place of an id may take Swift's strings hours to compare.
    let named = logbook.events.map { (Array($0.id.utf8), $0.kindName) }
    let kinds = Dictionary(named) { first, _ in first }
    let most = run.renderer().width
    let widths = [\Event.kindName, \.task.rawValue].map { text in
      events.map { VisibleText.width(VisibleText.escaped($0[keyPath: text])) }
        .filter { $0 <= most }.max() ?? 0
    }
    for event in events {
      let isUndone = undone.contains(Array(event.id.utf8))
      let style: Style =
        isUndone ? .faint : event.kind == .verified ? .good : event.kind == .lapsed ? .bad : .plain
      var remark = event.note ?? ""
      if event.kind == .undo {
        remark = "took back " + event.of.map { kinds[Array($0.utf8)] ?? $0 }.joined(separator: ", ")
      }
      if isUndone { remark += remark.isEmpty ? "undone" : " (undone)" }
      let time = Timestamp(event.at).map(run.local) ?? event.at
      let columns = [
        Span(time, .faint), "  ", Span(padded(event.kindName, widths[0]), style), "  ",
        Span(event.task.rawValue),
      ]
      let gap = padded(event.task.rawValue, widths[1]).dropFirst(event.task.rawValue.count) + "  "
      let line = columns + [Span(String(gap)), Span(remark, .faint)]
      let used = line.reduce(0) { $0 + VisibleText.width(VisibleText.escaped($1.text)) }
      if remark.isEmpty || used > most {
        if most < widths.reduce(time.count + 4, +) {
          page.paragraph(columns)
        } else {
          page.verbatim(columns)
        }
        if !remark.isEmpty { page.paragraph([Span(remark, .faint)], marker: ["    "]) }
      } else {
        page.verbatim(line)
      }
    }
    return page
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text
      + String(
        repeating: " ", count: max(0, width - VisibleText.width(VisibleText.escaped(text))))
  }
}
