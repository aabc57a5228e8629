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
    if note?.allSatisfy(\.isWhitespace) == true { throw .emptyText(what: "note") }
    let roadmap = try run.roadmap()
    let named = try run.tasks(tasks, in: roadmap)
    var messages: [String] = []
    let wrote = try run.record { logbook throws(StudyError) in
      let standings = Standings(logbook, roadmap: roadmap, builtIn: Run.builtInID)
      var chosen = named
      if tasks.isEmpty {
        guard let next = standings.next(in: roadmap.lessons) else { throw .noTask(command: "done") }
        chosen = [next.task]
      }
      let open = chosen.filter { [.todo, .skipped].contains(standings.standing(of: $0)) }
      messages = chosen.map { task in
        switch standings.standing(of: task) {
        case .todo, .skipped: "Done: \(run.name(task)) (\(task.title))"
        case .lapsed:
          "\(run.name(task)) passed its checks once and fails them now; "
            + "`study check \(task.number)` proves it again, `study undo \(task.number)` forgets it"
        case .claimed, .verified:
          "\(run.name(task)) is done already" + (note == nil ? "" : "; the note was kept")
        }
      }
      let worthTelling = note == nil ? open : chosen
      return run.newEvents(
        { id in open.contains { $0.id == id } ? .done : .note }, worthTelling.map(\.id),
        in: roadmap, after: logbook, note: note)
    }
    for message in messages { try run.say(message) }
    if wrote { try run.sayWritten() }
    return .done
  }
}
