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
    let text = words.joined(separator: " ")
    if text.allSatisfy(\.isWhitespace) { throw .emptyText(what: "note") }
    let roadmap = try run.roadmap()
    let named = try run.tasks([task ?? ""], in: roadmap)
    try run.record { logbook throws(StudyError) in
      run.newEvents({ _ in .note }, named.map(\.id), in: roadmap, after: logbook, note: text)
    }
    for task in named { try run.say("Noted on \(run.name(task))") }
    try run.sayWritten()
    return .done
  }
}
