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

  func run(_ session: Session) throws(StudyError) -> ExitStatus {
    let roadmap = try session.roadmap()
    let named = try session.tasks(tasks, in: roadmap)
    var messages: [String] = []
    let wrote = try session.record { logbook throws(StudyError) in
      let standings = Standings(logbook, roadmap: roadmap, builtIn: Session.builtInID)
      messages = named.map { task in
        switch standings.standing(of: task) {
        case .todo: "Skipped: \(session.name(task)) (\(task.title))"
        case .skipped: "\(session.name(task)) is skipped already"
        case .claimed, .verified, .lapsed:
          "\(session.name(task)) is done, so it was not skipped; "
            + "`study undo \(task.number)` opens it first"
        }
      }
      let open = named.filter { standings.standing(of: $0) == .todo }
      return session.newEvents({ _ in .skip }, open.map(\.id), in: roadmap, after: logbook)
    }
    for message in messages { try session.say(message) }
    if wrote { try session.sayWritten() }
    return .done
  }
}
