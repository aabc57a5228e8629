extension Standings {
  /// The first task of these lessons with something to do.
  public func next(in lessons: [Lesson]) -> (lesson: Lesson, task: Lesson.Task)? {
    for lesson in lessons {
      if let task = lesson.tasks.first(where: { standing(of: $0).isOpen }) { return (lesson, task) }
    }
    return nil
  }
}
