import StudyCore

/// The parts of a page about one task.
enum TaskPage {
  static func heading(_ task: Lesson.Task, _ standings: Standings, _ symbols: Symbols) -> Document {
    var page = Document()
    let standing = standings.standing(of: task)
    page.edges(
      [symbols.mark(standing), " ", Span("\(task.number)  \(task.title)", .strong)],
      [Span("about \(task.minutes) min", .faint)])
    page.paragraph(
      [Span(task.id.rawValue + symbols.separator + standing.rawValue, .faint)], marker: ["  "])
    page.blank()
    page.prose(task.goal)
    return page
  }

  static func work(
    _ task: Lesson.Task, in lesson: Lesson, hints: Bool, _ symbols: Symbols
  ) -> Document {
    var page = Document()
    page.blank()
    page.heading("Steps")
    for (index, step) in task.steps.enumerated() {
      let number = "\(index + 1). "
      page.step(step, marker: String(repeating: " ", count: max(0, 4 - number.count)) + number)
    }
    if !task.deliverable.isEmpty {
      page.blank()
      page.heading("Leave behind")
      for path in task.deliverable { page.verbatim("\(lesson.folder)/\(path)", indent: 2, .plain) }
    }
    if let teardown = task.teardown {
      page.blank()
      page.heading("Afterwards, take it down")
      page.prose(teardown.cost, marker: ["  "])
      for step in teardown.steps { page.step(step, marker: "  - ") }
    }
    if hints {
      page.blank()
      page.heading("Hints")
      for (index, hint) in task.hints.enumerated() { page.step(hint, marker: " \(index + 1). ") }
    }
    return page
  }
}

extension Lesson.Task {
  /// The task for programs: in a list, or with everything there is to say.
  func json(_ standings: Standings, inFull: Bool = false) -> JSON {
    let short = JSON.object([
      "task": .text(id.rawValue), "number": .text(number), "title": .text(title),
      "standing": .text(standings.standing(of: self).rawValue), "minutes": .count(minutes),
      "checks": .texts(checks.map(\.id.rawValue)),
    ])
    if !inFull { return short }
    let more = JSON.object([
      "goal": .text(goal), "steps": .texts(steps), "deliverable": .texts(deliverable),
      "hints": .texts(hints),
      "starter": .texts(starter.map(\.path)),
      "teardown": teardown.map {
        .object(["cost": .text($0.cost), "steps": .texts($0.steps)])
      },
    ])
    return JSON(.object((short.members ?? []) + (more.members ?? [])))
  }
}
