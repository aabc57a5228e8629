import StudyCore

/// Checks again whenever something in the chosen weeks' folders changes.
struct Watch {
  let session: Session
  /// Seconds between looks at the folders.
  static let pause = 0.5

  func run(
    _ choice: CheckCommand.Choice,
    _ check: (CheckCommand.Choice) throws(StudyError) -> ExitStatus
  ) throws(StudyError) -> ExitStatus {
    while true {
      let before = state(choice)
      if try check(choice) == .interrupted { return .interrupted }
      try session.say(
        "Watching \(choice.map(\.lesson.folder).joined(separator: ", ")); Ctrl-C ends")
      while state(choice) == before {
        if !session.world.processes.sleep(Self.pause) { return .interrupted }
      }
      try session.write("\n")
    }
  }

  private func state(_ choice: CheckCommand.Choice) -> [[FileTree.Entry]?] {
    choice.map {
      try? session.world.trees.list(
        session.join(session.lab, $0.lesson.folder),
        LabCopy.passedOver)
    }
  }
}
