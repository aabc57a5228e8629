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
    try run.change(roadmap) { tasks.isEmpty ? .undoLast(on: $0) : .undo(named, on: $0) }
    return .done
  }
}
