import StudyCore

/// Checks again whenever something in the chosen weeks' folders changes.
struct Watch {
  let run: Run
  /// Seconds between looks at the folders.
  static let pause = 0.5

  func rounds(
    _ choice: CheckCommand.Choice,
    _ check: (CheckCommand.Choice) throws(StudyError) -> ExitStatus
  ) throws(StudyError) -> ExitStatus {
    while true {
      let before = state(choice)
      if try check(choice) == .interrupted { return .interrupted }
      try run.say(
        "Watching \(choice.map(\.lesson.folder).joined(separator: ", ")); Ctrl-C ends")
      while state(choice) == before {
        if !run.world.processes.sleep(Self.pause) { return .interrupted }
      }
      try run.write("\n")
    }
  }

  private func state(_ choice: CheckCommand.Choice) -> [[FileTree.Entry]?] {
    choice.map {
      try? run.world.trees.list(
        Paths.join(run.lab, $0.lesson.folder), NotTheWork.byName)
    }
  }
}
