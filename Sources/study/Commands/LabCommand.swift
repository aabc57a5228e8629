import StudyCore

/// `study lab`: the files to begin a task from.
struct LabCommand: Command {
  var task: String?

  static let name = "lab"
  static let summary = "Write a task's starter files"
  static let details = "Files that are there already are never overwritten."
  static let example = (command: "study lab 1.1", meaning: "Writes task 1.1's files into week01.")
  static var parameters: [Parameter<Self>] {
    [.argument("TASK", "The task by number, id or beginning of the id", required: true, \.task)]
  }

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    let edition = try run.edition()
    let found: (lesson: Lesson, task: Lesson.Task)
    do { found = try edition.roadmap.findTask(task ?? "") } catch { throw .finding(error) }
    let starter = try run.reading { try edition.proofs(of: found.lesson) }.starter(of: found.task)
    if starter.isEmpty {
      throw .noStarter(task: found.task.number, title: found.task.title)
    }
    let folder = Paths.join(run.lab, found.lesson.folder)
    var rows: [[[Span]]] = []
    for file in starter {
      let path = Paths.join(folder, file.path)
      let parent = path.split(separator: "/").dropLast().joined(separator: "/")
      try run.makeFolders("/" + parent)
      let text = file.lines.map { $0 + "\n" }.joined()
      let outcome = try run.make(path, text)
      rows.append([[Span(outcome.rawValue, .faint)], [Span(run.shown(path))]])
    }
    var page = Document()
    page.table(rows, flexible: 1)
    try run.print(page)
    return .done
  }
}
