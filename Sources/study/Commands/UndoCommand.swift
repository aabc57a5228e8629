import StudyCore

/// `study undo`: takes back what was recorded.
struct UndoCommand: Command {
  var tasks: [String] = []

  static let name = "undo"
  static let summary = "Take back the last change, or all that was said of a task"
  static let details =
    "Nothing is erased: an event is added that names those it takes back. Without TASK it takes "
    + "back what the last command recorded. With TASK, the task is open again; its notes stay."
  static let example = (command: "study undo 1.2", meaning: "Task 1.2 is open again.")
  static var parameters: [Parameter<Self>] {
    [.arguments("TASK", "Tasks by number, id or beginning of the id", \.tasks)]
  }

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    let roadmap = try run.roadmap()
    let named = try run.tasks(tasks, in: roadmap)
    var messages: [String] = []
    let wrote = try run.record { logbook throws(StudyError) in
      let standings = Standings(logbook, roadmap: roadmap, builtIn: Run.builtInID)
      let events =
        tasks.isEmpty
        ? standings.lastChange
        : named.flatMap(standings.events).filter { $0.kind != .note }
      let ids = Dictionary(grouping: events, by: \.task).mapValues { $0.map(\.id) }
      let order = events.map(\.task).reduce(into: [Lesson.Task.ID]()) { list, task in
        if !list.contains(task) { list.append(task) }
      }
      messages = events.map { event in
        let task = roadmap.task(event.task).map(run.name) ?? event.task.rawValue
        return "Undid: \(event.kindName) \(task), recorded "
          + (Timestamp(event.at).map(run.local) ?? event.at)
      }
      let untouched = named.filter { standings.events(of: $0).allSatisfy { $0.kind == .note } }
      messages += untouched.map { "\(run.name($0)) has nothing to undo" }
      if tasks.isEmpty, events.isEmpty { messages = ["There is nothing to undo"] }
      return run.newEvents(
        { _ in .undo }, order, in: roadmap, after: logbook, of: { ids[$0] ?? [] })
    }
    for message in messages { try run.say(message) }
    if wrote { try run.sayWritten() }
    return .done
  }
}
