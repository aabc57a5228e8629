import StudyCore

/// A page about one task, in parts: what is said of it, what is claimed, and where it stands.
struct TaskPage {
  let heading: Lesson.Task
  let lesson: Lesson
  let texts: Lesson.Task.Texts
  let claims: [Check.Claim]
  /// The paths of the files to begin from.
  let starter: [String]
  let standing: Standing
  let symbols: Symbols

  /// Reads what there is to say of a task.
  init(
    _ task: Lesson.Task, in lesson: Lesson, _ edition: Edition, _ standings: Standings, _ run: Run,
    claims known: Lesson.Claims? = nil
  ) throws(StudyError) {
    let all: Lesson.Claims
    if let known { all = known } else { all = try run.reading { try edition.claims(of: lesson) } }
    heading = task
    self.lesson = lesson
    texts = try run.reading { try edition.texts(of: task) }
    claims = all.claims(of: task)
    starter = all.starter(of: task)
    standing = standings.standing(of: task)
    symbols = run.symbols
  }

  /// Its name, its standing and its goal.
  var top: Document {
    var page = Document()
    page.edges(
      [symbols.mark(standing), " ", Span("\(heading.number)  \(heading.title)", .strong)],
      [Span("about \(heading.minutes) min", .faint)])
    page.paragraph(
      [Span(heading.id.rawValue + symbols.separator + standing.rawValue, .faint)], marker: ["  "])
    page.blank()
    page.prose(texts.goal)
    return page
  }

  /// What to do and what to leave behind.
  func work(hints: Bool) -> Document {
    var page = Document()
    page.blank()
    page.heading("Steps")
    for (index, step) in texts.steps.enumerated() {
      let number = "\(index + 1). "
      page.step(step, marker: String(repeating: " ", count: max(0, 4 - number.count)) + number)
    }
    if !texts.deliverable.isEmpty {
      page.blank()
      page.heading("Leave behind")
      for path in texts.deliverable { page.verbatim("\(lesson.folder)/\(path)", indent: 2, .plain) }
    }
    if let teardown = texts.teardown {
      page.blank()
      page.heading("Afterwards, take it down")
      page.prose(teardown.cost, marker: ["  "])
      for step in teardown.steps { page.step(step, marker: "  - ") }
    }
    if hints {
      page.blank()
      page.heading("Hints")
      for (index, hint) in texts.hints.enumerated() {
        page.step(hint, marker: " \(index + 1). ")
      }
    }
    return page
  }

  /// The task for programs, with everything there is to say.
  var json: JSON {
    let short = heading.json(standing, claims)
    let more = JSON.object([
      "goal": .text(texts.goal), "steps": .texts(texts.steps),
      "deliverable": .texts(texts.deliverable), "hints": .texts(texts.hints),
      "starter": .texts(starter),
      "teardown": texts.teardown.map {
        .object(["cost": .text($0.cost), "steps": .texts($0.steps)])
      },
    ])
    return JSON(.object((short.members ?? []) + (more.members ?? [])))
  }
}

extension Lesson.Task {
  /// The task for programs, in a list.
  func json(_ standing: Standing, _ claims: [Check.Claim]) -> JSON {
    .object([
      "task": .text(id.rawValue), "number": .text(number), "title": .text(title),
      "standing": .text(standing.rawValue), "minutes": .count(minutes),
      "checks": .texts(claims.map(\.id.rawValue)),
    ])
  }
}
