import StudyCore

/// `study skip`: tasks left out on purpose.
struct SkipCommand: Command {
  var tasks: [String] = []

  static let name = "skip"
  static let summary = "Leave tasks out on purpose"
  static let details = "`study next` passes them over. `study undo TASK` brings one back."
  static let example = (command: "study skip 6.5", meaning: "Leaves task 6.5 out.")
  static var parameters: [Parameter<Self>] {
    [.arguments("TASK", "Tasks by number, id or beginning of the id", required: true, \.tasks)]
  }

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    let roadmap = try run.roadmap()
    let named = try run.tasks(tasks, in: roadmap)
    try run.change(roadmap) { .skip(named, on: $0) }
    return .done
  }
}
