import StudyCore

/// `study note`: a remark on a task.
struct NoteCommand: Command {
  var task: String?
  var words: [String] = []

  static let name = "note"
  static let summary = "Keep a remark on a task"
  static let details = "`study show TASK` and `study log` show it."
  static let example = (
    command: "study note 1.2 'the /20s leave room for a third zone'",
    meaning: "Keeps the remark with task 1.2."
  )
  static var parameters: [Parameter<Self>] {
    [
      .argument("TASK", "The task by number, id or beginning of the id", required: true, \.task),
      .arguments("TEXT", "The remark", required: true, \.words),
    ]
  }

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    let note = try run.note(words.joined(separator: " "))
    let roadmap = try run.roadmap()
    let named = try run.tasks([task ?? ""], in: roadmap)
    try run.change(roadmap) { .note(note, named, on: $0) }
    return .done
  }
}
