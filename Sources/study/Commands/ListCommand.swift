import StudyCore

/// `study list`: the roadmap with standings.
struct ListCommand: Command {
  var week: String?
  var format = Format.text

  static let name = "list"
  static let summary = "List lessons and tasks with their standings"
  static let example = (command: "study list 2", meaning: "The tasks of week 2.")
  static var parameters: [Parameter<Self>] {
    [
      .argument("WEEK", "Only this week", \.week),
      .choice("format", "How to print it", \.format),
    ]
  }

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    let edition = try run.edition()
    let roadmap = edition.roadmap
    let standings = try run.standings(roadmap)
    let lessons = try run.lessons(week, in: roadmap)
    switch format {
    case .json:
      var items: [JSON] = []
      for lesson in lessons {
        let claims = try run.reading { try edition.claims(of: lesson) }
        items.append(
          .object([
            "week": .count(lesson.week), "id": .text(lesson.id.rawValue),
            "title": .text(lesson.title),
            "tasks": .list(lesson.tasks) {
              $0.json(standings.standing(of: $0), claims.claims(of: $0))
            },
          ]))
      }
      try run.print(JSON.object(["lessons": JSON(.array(items))]))
    case .text: try run.print(page(lessons, standings, run.symbols))
    }
    return .done
  }

  /// One table, so that the columns of all weeks line up.
  private func page(_ lessons: [Lesson], _ standings: Standings, _ symbols: Symbols) -> Document {
    var rows: [[[Span]]] = []
    for lesson in lessons {
      if !rows.isEmpty { rows.append([]) }
      rows.append([[Span("Week \(lesson.week)  ", .faint), Span(lesson.title, .strong)]])
      rows += Self.rows(lesson, standings, symbols)
    }
    var page = Document()
    page.table(rows, flexible: 2, right: [4])
    return page
  }

  /// One row a task.
  static func rows(_ lesson: Lesson, _ standings: Standings, _ symbols: Symbols) -> [[[Span]]] {
    lesson.tasks.map { task in
      let standing = standings.standing(of: task)
      return [
        ["  ", symbols.mark(standing)], [Span(task.number)], [Span(task.title)],
        [Span(task.id.rawValue, .faint)], [Span("\(task.minutes) min", .faint)],
        [Span(standing == .todo ? "" : standing.rawValue, standing.style)],
      ]
    }
  }
}
