import StudyCore

/// `study show`: a lesson or a task in full.
struct ShowCommand: Command {
  var place: String?
  var hints = false
  var format = Format.text

  static let name = "show"
  static let summary = "Show a lesson or a task in full"
  static let details =
    "WEEK is a number or a lesson's id. TASK is a number such as 1.2, an id such as vpc-subnets, "
    + "or a unique beginning of an id."
  static let example = (
    command: "study show 1.2 --hints", meaning: "The second task of week 1, with its hints."
  )
  static var parameters: [Parameter<Self>] {
    [
      .argument("WEEK|TASK", "What to show", required: true, \.place),
      .flag("hints", nil, "Show the task's hints too", \.hints),
      .choice("format", "How to print it", \.format),
    ]
  }

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    let roadmap = try run.roadmap()
    let standings = try run.standings(roadmap)
    let found: Roadmap.Meaning
    do { found = try roadmap.find(place ?? "") } catch { throw .finding(error) }
    switch found {
    case .lesson(let outline):
      let lesson = try run.inFull(outline)
      switch format {
      case .text: try run.print(page(lesson, standings, run.symbols))
      case .json: try run.print(json(lesson, standings))
      }
    case .task(let outline, let around):
      let lesson = try run.inFull(around)
      let task = lesson.tasks.first { $0.id == outline.id } ?? outline
      switch format {
      case .text: try run.print(page(task, lesson, roadmap, standings, run))
      case .json: try run.print(task.json(standings, inFull: true))
      }
    }
    return .done
  }

  private func page(_ lesson: Lesson, _ standings: Standings, _ symbols: Symbols) -> Document {
    var page = Document()
    page.edges([Span("Week \(lesson.week)  ", .faint), Span(lesson.title, .strong)], [])
    page.blank()
    page.prose(lesson.why)
    if !lesson.concepts.isEmpty {
      page.blank()
      page.heading("Concepts")
      for concept in lesson.concepts {
        page.paragraph(
          [Span(concept.term, .strong), ". "] + Span.prose(concept.text), marker: ["  "])
      }
    }
    if !lesson.objectives.isEmpty {
      page.blank()
      page.heading("Afterwards you can")
      for objective in lesson.objectives { page.prose(objective, marker: ["  - "]) }
    }
    if !lesson.readings.isEmpty {
      page.blank()
      page.heading("Readings")
      for reading in lesson.readings {
        page.prose(reading.title, marker: ["  - "])
        page.verbatim(reading.url, indent: 4, .faint)
      }
    }
    page.blank()
    page.heading("Tasks")
    page.table(ListCommand.rows(lesson, standings, symbols), flexible: 2, right: [4])
    return page
  }

  private func page(
    _ task: Lesson.Task, _ lesson: Lesson, _ roadmap: Roadmap, _ standings: Standings,
    _ run: Run
  ) -> Document {
    var page = TaskPage.heading(task, standings, run.symbols)
    page.append(TaskPage.work(task, in: lesson, hints: hints, run.symbols))
    if !task.checks.isEmpty {
      page.blank()
      page.heading("Checks")
      for check in task.checks {
        let live = check.tier == .live ? [Span(" (with --live)", .faint)] : []
        page.paragraph(Span.prose(check.title) + live, marker: ["  - "])
      }
    }
    let notes = standings.events(of: task).filter { $0.note != nil }
    if !notes.isEmpty {
      page.blank()
      page.heading("Your notes")
      for event in notes {
        let time = Timestamp(event.at).map(run.local) ?? event.at
        page.paragraph([Span(event.note ?? "")], marker: ["  ", Span(time, .faint), "  "])
      }
    }
    if !hints, !task.hints.isEmpty {
      page.blank()
      page.prose("\(task.hints.count) hints: `study show \(task.number) --hints`", .faint)
    }
    return page
  }

  private func json(_ lesson: Lesson, _ standings: Standings) -> JSON {
    JSON.object([
      "week": .count(lesson.week), "id": .text(lesson.id.rawValue), "title": .text(lesson.title),
      "why": .text(lesson.why),
      "concepts": .list(lesson.concepts) {
        .object(["term": .text($0.term), "text": .text($0.text)])
      },
      "objectives": .texts(lesson.objectives),
      "readings": .list(lesson.readings) {
        .object(["title": .text($0.title), "url": .text($0.url)])
      },
      "tasks": .list(lesson.tasks) { $0.json(standings, inFull: true) },
    ])
  }
}
