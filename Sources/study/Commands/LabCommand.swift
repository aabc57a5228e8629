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
    let roadmap = try run.roadmap()
    var found: (lesson: Lesson, task: Lesson.Task)
    do { found = try roadmap.findTask(task ?? "") } catch { throw .finding(error) }
    found.lesson = try run.inFull(found.lesson)
    found.task = found.lesson.tasks.first { $0.id == found.task.id } ?? found.task
    if found.task.starter.isEmpty {
      throw .noStarter(task: found.task.number, title: found.task.title)
    }
    let folder = Paths.join(run.lab, found.lesson.folder)
    var rows: [[[Span]]] = []
    for file in found.task.starter {
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
