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
    let edition = try run.edition()
    let roadmap = edition.roadmap
    let standings = try run.standings(roadmap)
    let found: Roadmap.Meaning
    do { found = try roadmap.find(place ?? "") } catch { throw .finding(error) }
    switch found {
    case .lesson(let lesson):
      let texts = try run.reading { try edition.texts(of: lesson) }
      switch format {
      case .text: try run.print(page(lesson, texts, standings, run.symbols))
      case .json:
        let claims = try run.reading { try edition.claims(of: lesson) }
        var tasks: [JSON] = []
        for task in lesson.tasks {
          tasks.append(
            try TaskPage(task, in: lesson, edition, standings, run, claims: claims).json)
        }
        try run.print(json(lesson, texts, tasks))
      }
    case .task(let task, let lesson):
      let page = try TaskPage(task, in: lesson, edition, standings, run)
      switch format {
      case .text: try run.print(document(page, standings, run))
      case .json: try run.print(page.json)
      }
    }
    return .done
  }

  private func page(
    _ lesson: Lesson, _ texts: Lesson.Texts, _ standings: Standings, _ symbols: Symbols
  ) -> Document {
    var page = Document()
    page.edges([Span("Week \(lesson.week)  ", .faint), Span(lesson.title, .strong)], [])
    page.blank()
    page.prose(texts.why)
    if !texts.concepts.isEmpty {
      page.blank()
      page.heading("Concepts")
      for concept in texts.concepts {
        page.paragraph(
          [Span(concept.term, .strong), ". "] + Span.prose(concept.text), marker: ["  "])
      }
    }
    if !texts.objectives.isEmpty {
      page.blank()
      page.heading("Afterwards you can")
      for objective in texts.objectives { page.prose(objective, marker: ["  - "]) }
    }
    if !texts.readings.isEmpty {
      page.blank()
      page.heading("Readings")
      for reading in texts.readings {
        page.prose(reading.title, marker: ["  - "])
        page.verbatim(reading.url, indent: 4, .faint)
      }
    }
    page.blank()
    page.heading("Tasks")
    page.table(ListCommand.rows(lesson, standings, symbols), flexible: 2, right: [4])
    return page
  }

  private func document(_ task: TaskPage, _ standings: Standings, _ run: Run) -> Document {
    var page = task.top
    page.append(task.work(hints: hints))
    if !task.claims.isEmpty {
      page.blank()
      page.heading("Checks")
      for check in task.claims {
        let live = check.tier == .live ? [Span(" (with --live)", .faint)] : []
        page.paragraph(Span.prose(check.title) + live, marker: ["  - "])
      }
    }
    let notes = standings.events(of: task.heading).filter { $0.note != nil }
    if !notes.isEmpty {
      page.blank()
      page.heading("Your notes")
      for event in notes {
        let time = Timestamp(event.at).map(run.local) ?? event.at
        page.paragraph([Span(event.note ?? "")], marker: ["  ", Span(time, .faint), "  "])
      }
    }
    let count = task.texts.hints.count
    if !hints, count > 0 {
      page.blank()
      page.prose("\(count) hints: `study show \(task.heading.number) --hints`", .faint)
    }
    return page
  }

  private func json(_ lesson: Lesson, _ texts: Lesson.Texts, _ tasks: [JSON]) -> JSON {
    JSON.object([
      "week": .count(lesson.week), "id": .text(lesson.id.rawValue), "title": .text(lesson.title),
      "why": .text(texts.why),
      "concepts": .list(texts.concepts) {
        .object(["term": .text($0.term), "text": .text($0.text)])
      },
      "objectives": .texts(texts.objectives),
      "readings": .list(texts.readings) {
        .object(["title": .text($0.title), "url": .text($0.url)])
      },
      "tasks": JSON(.array(tasks)),
    ])
  }
}
