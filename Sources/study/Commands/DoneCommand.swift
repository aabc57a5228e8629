import StudyCore

/// `study done`: tasks done on the learner's word.
struct DoneCommand: Command {
  var tasks: [String] = []
  var note: String?

  static let name = "done"
  static let summary = "Mark tasks done on your word"
  static let details =
    "Without TASK it takes the one that `study next` shows. Several tasks are all or nothing. "
    + "`study check` proves a task instead; the report keeps the two apart. "
    + "Of a task that is done already only the note is kept."
  static let example = (
    command: "study done 1.1 vpc-subnets --note 'with for_each'",
    meaning: "Marks two tasks done, with a remark."
  )
  static var parameters: [Parameter<Self>] {
    [
      .arguments("TASK", "Tasks by number, id or beginning of the id", \.tasks),
      .option("note", "n", "TEXT", "Keep a remark with it", \.note),
    ]
  }

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    let note = try note.map { text throws(StudyError) in try run.note(text) }
    let roadmap = try run.roadmap()
    let named = try run.tasks(tasks, in: roadmap)
    try run.change(roadmap) { ground throws(StudyError) in
      guard let change = Change.done(named, note: note, on: ground) else {
        throw .noTask(command: Self.name)
      }
      return change
    }
    return .done
  }
}
