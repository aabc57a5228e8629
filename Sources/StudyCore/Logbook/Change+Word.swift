extension Change {
  /// Tasks done on the learner's word: those named, else the next one. Of those that are done
  /// already only the note is kept.
  ///
  /// - Returns: nil where no task is named and nothing is left to do.
  public static func done(_ named: [Lesson.Task], note: Note?, on ground: Ground) -> Change? {
    var tasks = named
    if tasks.isEmpty {
      guard let next = ground.standings.next(in: ground.roadmap.lessons) else { return nil }
      tasks = [next.task]
    }
    var drafts: [Event.Draft] = []
    let remarks = tasks.map { task -> Remark in
      let standing = ground.standings.standing(of: task)
      let isNew = standing == .todo || standing == .skipped
      if isNew || note != nil {
        drafts.append(Event.Draft(isNew ? .done : .note, task.id, note: note))
      }
      return switch standing {
      case .todo, .skipped: .done(task.id)
      case .claimed, .verified: .doneAlready(task.id, noteKept: note != nil)
      case .lapsed: .failsNow(task.id)
      }
    }
    return Change(drafts, remarks, on: ground)
  }

  /// Tasks left out on purpose; only what is not done can be.
  public static func skip(_ tasks: [Lesson.Task], on ground: Ground) -> Change {
    let remarks = tasks.map { task -> Remark in
      switch ground.standings.standing(of: task) {
      case .todo: .skipped(task.id)
      case .skipped: .skippedAlready(task.id)
      case .claimed, .verified, .lapsed: .notSkipped(task.id)
      }
    }
    let new = tasks.filter { ground.standings.standing(of: $0) == .todo }
    return Change(new.map { Event.Draft(.skip, $0.id) }, remarks, on: ground)
  }

  /// A remark on tasks, wherever they stand.
  public static func note(_ note: Note, _ tasks: [Lesson.Task], on ground: Ground) -> Change {
    Change(
      tasks.map { Event.Draft(.note, $0.id, note: note) }, tasks.map { .noted($0.id) }, on: ground)
  }
}
