import StudyCore

/// `study next`: this week at a glance, and its next task in full.
struct NextCommand: Command {
  var week: String?
  var format = Format.text

  static let name = "next"
  static let summary = "Show this week and its next task"
  static let details = "`study` alone does the same. Reading never writes a file."
  static let example = (command: "study next --week 3", meaning: "The next task of week 3.")
  static var parameters: [Parameter<Self>] {
    [
      .option("week", "w", "N", "Look at week N, not at the first unfinished one", \.week),
      .choice("format", "How to print it", \.format),
    ]
  }

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    let edition = try run.edition()
    let roadmap = edition.roadmap
    let standings = try run.standings(roadmap)
    let lessons = try run.lessons(week, in: roadmap)
    guard let next = standings.next(in: lessons) else {
      try printNothingLeft(lessons, roadmap, standings, run)
      return .done
    }
    let page = try TaskPage(next.task, in: next.lesson, edition, standings, run)
    switch format {
    case .json:
      try run.print(
        JSON.object([
          "week": .count(next.lesson.week), "lesson": .text(next.lesson.id.rawValue),
          "title": .text(next.lesson.title), "task": page.json,
        ]))
    case .text: try run.print(document(page, standings))
    }
    return .done
  }

  private func document(_ task: TaskPage, _ standings: Standings) -> Document {
    let symbols = task.symbols
    let lesson = task.lesson
    let number = task.heading.number
    var counts = Report.Counts()
    for task in lesson.tasks { counts.add(standings.standing(of: task)) }
    var page = Document()
    page.edges(
      [Span("Week \(lesson.week)", .faint), "  ", Span(lesson.title, .strong)],
      symbols.bar(counts, width: 12) + [Span(" \(counts.done)/\(counts.tasks)")])
    page.blank()
    page.append(task.top)
    if !task.starter.isEmpty {
      page.blank()
      page.prose("`study lab \(number)` writes the files to begin from.")
    }
    page.append(task.work(hints: false))
    page.blank()
    page.heading("Then")
    let rows =
      (task.claims.isEmpty ? [] : [("study check \(number)", "prove it with real tools")])
      + (task.standing == .lapsed
        ? [] : [("study done \(number)", "mark it done on your word")])
      + [
        ("study show \(number) --hints", "get help")
      ]
    page.table(rows.map { [[Span($0.0, .strong)], [Span($0.1)]] }, flexible: 1, indent: 2)
    return page
  }

  private func printNothingLeft(
    _ lessons: [Lesson], _ roadmap: Roadmap, _ standings: Standings, _ run: Run
  ) throws(StudyError) {
    if format == .json {
      try run.print(JSON.object(["task": JSON(.null)]))
      return
    }
    var page = Document()
    let report = Report(roadmap, standings)
    if week != nil, standings.next(in: roadmap.lessons) != nil {
      page.prose("Week \(lessons[0].week) has nothing left to do. `study next` shows what has.")
    } else {
      page.paragraph([Span("You have finished \(roadmap.title). Well done.", .strong)])
      page.paragraph([Span(report.summary)])
    }
    try run.print(page)
  }
}
