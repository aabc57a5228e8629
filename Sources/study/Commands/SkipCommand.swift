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
    var messages: [String] = []
    let wrote = try run.record { logbook throws(StudyError) in
      let standings = Standings(logbook, roadmap: roadmap, builtIn: Run.builtInID)
      messages = named.map { task in
        switch standings.standing(of: task) {
        case .todo: "Skipped: \(run.name(task)) (\(task.title))"
        case .skipped: "\(run.name(task)) is skipped already"
        case .claimed, .verified, .lapsed:
          "\(run.name(task)) is done, so it was not skipped; "
            + "`study undo \(task.number)` opens it first"
        }
      }
      let open = named.filter { standings.standing(of: $0) == .todo }
      return run.newEvents({ _ in .skip }, open.map(\.id), in: roadmap, after: logbook)
    }
    for message in messages { try run.say(message) }
    if wrote { try run.sayWritten() }
    return .done
  }
}
