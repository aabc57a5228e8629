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
    let roadmap = try run.roadmap()
    let standings = try run.standings(roadmap)
    let lessons = try run.lessons(week, in: roadmap)
    guard let found = standings.next(in: lessons),
      let next = standings.next(in: [try run.inFull(found.lesson)])
    else {
      try printNothingLeft(lessons, roadmap, standings, run)
      return .done
    }
    switch format {
    case .json:
      try run.print(
        JSON.object([
          "week": .count(next.lesson.week), "lesson": .text(next.lesson.id.rawValue),
          "title": .text(next.lesson.title), "task": next.task.json(standings, inFull: true),
        ]))
    case .text: try run.print(page(next.lesson, next.task, standings, run))
    }
    return .done
  }

  private func page(
    _ lesson: Lesson, _ task: Lesson.Task, _ standings: Standings, _ run: Run
  ) -> Document {
    let symbols = run.symbols
    var counts = Report.Counts()
    for task in lesson.tasks { counts.add(standings.standing(of: task)) }
    var page = Document()
    page.edges(
      [Span("Week \(lesson.week)", .faint), "  ", Span(lesson.title, .strong)],
      symbols.bar(counts, width: 12) + [Span(" \(counts.done)/\(counts.tasks)")])
    page.blank()
    page.append(TaskPage.heading(task, standings, symbols))
    if !task.starter.isEmpty {
      page.blank()
      page.prose("`study lab \(task.number)` writes the files to begin from.")
    }
    page.append(TaskPage.work(task, in: lesson, hints: false, symbols))
    page.blank()
    page.heading("Then")
    let rows =
      (task.checks.isEmpty ? [] : [("study check \(task.number)", "prove it with real tools")])
      + (standings.standing(of: task) == .lapsed
        ? [] : [("study done \(task.number)", "mark it done on your word")])
      + [
        ("study show \(task.number) --hints", "get help")
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
