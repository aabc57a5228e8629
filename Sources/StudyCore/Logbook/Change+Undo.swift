extension Change {
  /// The last change of this machine taken back, whole. That of another may be newer, but it is not
  /// what the learner has in mind.
  public static func undoLast(on ground: Ground) -> Change {
    let events = ground.standings.lastChange(on: ground.maker.machine)
    if !events.isEmpty { return undo(events, [], on: ground) }
    let other = ground.standings.effective.last.map { Remark.recordedElsewhere($0.task) }
    return undo([], [other ?? .nothingToUndo], on: ground)
  }

  /// All that was said of tasks taken back, but for the notes.
  public static func undo(_ tasks: [Lesson.Task], on ground: Ground) -> Change {
    var events: [Event] = []
    var untouched: [Remark] = []
    for task in tasks {
      let said = ground.standings.events(of: task).filter { $0.kind != .note }
      if said.isEmpty { untouched.append(.notUndone(task.id)) }
      events += said
    }
    return undo(events, untouched, on: ground)
  }

  /// One event a task takes back all of its events, under the id that they have.
  private static func undo(_ events: [Event], _ more: [Remark], on ground: Ground) -> Change {
    let byTask = Dictionary(grouping: events, by: \.task)
    var told: Set<Lesson.Task.ID> = []
    let drafts = events.map(\.task).filter { told.insert($0).inserted }.map { task in
      Event.Draft(.undo, task, of: (byTask[task] ?? []).map(\.id))
    }
    let undone = events.map { Remark.undid($0.task, kind: $0.kindName, at: $0.at) }
    return Change(drafts, undone + more, on: ground)
  }
}
