import StudyCore

/// `study doctor`: which tools are here and work.
struct DoctorCommand: Command {
  var week: String?
  var format = Format.text

  static let name = "doctor"
  static let summary = "Try out the tools, and say how to get the missing ones"
  static let details =
    "Each tool must tell its version and reject a known-bad input. Without WEEK all weeks' tools "
    + "are tried; the exit status is 2 if one that the current week needs does not work. A tool "
    + "has 15 seconds to answer, or as many as `STUDY_PATIENCE` says."
  static let example = (command: "study doctor 1", meaning: "The tools of week 1.")
  static var parameters: [Parameter<Self>] {
    [
      .argument("WEEK", "Only this week's tools", \.week),
      .choice("format", "How to print it", \.format),
    ]
  }

  private struct Row {
    let tool: Tool
    let weeks: [Int]
    let isFound: Bool
    let state: Toolbox.State
  }

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    let source = try run.roadmapSource()
    let edition = try run.edition(source)
    let roadmap = edition.roadmap
    // Asking a tool for its version runs what the roadmap says.
    guard try run.isTrusted(source.bytes) else {
      throw .untrusted(file: source.path)
    }
    let lessons = try run.lessons(week, in: roadmap)
    let current =
      week == nil
      ? try run.standings(roadmap).next(in: lessons)?.lesson ?? lessons.last : lessons.first
    var proofs: [(week: Int, proofs: Lesson.Proofs)] = []
    for lesson in roadmap.lessons {
      proofs.append((lesson.week, try run.reading { try edition.proofs(of: lesson) }))
    }
    let needed =
      (proofs.first { $0.week == current?.week }?.proofs.toolsUsed(live: false) ?? []) + [
        .jq, .git,
      ]
    let toolbox = try run.toolbox(edition)
    defer { toolbox.place.close() }
    run.world.processes.catchInterrupts()
    let offline = Set(proofs.flatMap { $0.proofs.toolsChecked(.offline) } + [.jq, .git])
    let shown = proofs.filter { week in lessons.contains { $0.week == week.week } }
    let rows = ids(shown.map(\.proofs)).map { id in
      Row(
        tool: toolbox.tool(id),
        weeks: proofs.filter { $0.proofs.toolsUsed(live: true).contains(id) }.map(\.week),
        isFound: toolbox.tool(id).find.contains { run.world.processes.find($0[0]) != nil },
        state: toolbox.state(of: id, offline.contains(id) ? .offline : .live))
    }
    if toolbox.wasInterrupted { return .interrupted }
    switch format {
    case .json: try run.print(json(rows, Hold(run.world)))
    case .text: try run.print(page(rows, Hold(run.world), run.symbols))
    }
    let broken = rows.contains { row in
      if case .unusable = row.state { needed.contains(row.tool.id) } else { false }
    }
    return broken ? .couldNotCheck : .done
  }

  private func ids(_ lessons: [Lesson.Proofs]) -> [Tool.ID] {
    var seen: Set<Tool.ID> = []
    return ([.git, .jq] + lessons.flatMap { $0.toolsUsed(live: true) })
      .filter { seen.insert($0).inserted }
  }

  private func page(_ rows: [Row], _ hold: Hold, _ symbols: Symbols) -> Document {
    var page = Document()
    page.table(
      rows.map { row in
        let weeks = row.weeks.map(String.init).joined(separator: " ")
        let mark: Span
        let state: Span
        switch row.state {
        case .ready(_, let version): (mark, state) = (Span(symbols.tick, .good), Span(version))
        case .unusable:
          mark = Span(symbols.cross, .bad)
          state = Span(row.isFound ? "unusable" : "missing", .bad)
        }
        return [
          [mark], [Span(row.tool.title)], [state],
          [Span(row.tool.oldest.map { "≥ \($0)" } ?? "", .faint)],
          [
            Span(
              weeks.isEmpty ? "" : row.weeks.count == 1 ? "week \(weeks)" : "weeks \(weeks)", .faint
            )
          ],
        ]
      }, flexible: 1)
    page.blank()
    page.prose(hold.sentence)
    for row in rows {
      guard case .unusable(let reason, let remedy) = row.state else { continue }
      page.blank()
      page.prose("\(reason).")
      if !remedy.isEmpty { page.prose("To do: \(remedy)", marker: ["  "]) }
    }
    return page
  }

  private func json(_ rows: [Row], _ hold: Hold) -> JSON {
    .object([
      "offline": .text(hold.rawValue),
      "tools": .list(rows) { row in
        var version: String?
        var reason: String?
        switch row.state {
        case .ready(_, let found): version = found
        case .unusable(let why, _): reason = why
        }
        return .object([
          "tool": .text(row.tool.id.rawValue), "usable": JSON(.bool(version != nil)),
          "version": version.map(JSON.text), "oldest": row.tool.oldest.map(JSON.text),
          "weeks": .list(row.weeks, JSON.count), "reason": reason.map(JSON.text),
          "remedy": .text(row.tool.source.remedy),
        ])
      },
    ])
  }
}
