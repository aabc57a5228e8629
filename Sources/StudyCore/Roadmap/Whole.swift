extension Lesson {
  /// A lesson with all there is to it, for checking its work.
  public struct Whole: Sendable {
    /// Its place, its name, and its tasks' names.
    public let heading: Lesson
    /// What a learner reads of it.
    public let texts: Texts
    /// What machines run for it.
    public let proofs: Proofs
    /// Its tasks, in order.
    public let tasks: [Task.Whole]

    /// The lesson's folder in a lab.
    public var folder: String { heading.folder }
  }
}

extension Lesson.Task {
  /// A task with all there is to it.
  public struct Whole: Sendable, Identifiable {
    /// Its place and its name.
    public let heading: Lesson.Task
    /// What a learner reads of it.
    public let texts: Texts
    /// Files to begin from.
    public let starter: [TextFile]
    /// What proves it.
    public let checks: [Check]

    /// Its slug.
    public var id: ID { heading.id }
    /// Its position, such as `1.2`.
    public var number: String { heading.number }
  }
}

extension Edition {
  /// All there is to a lesson.
  ///
  /// - Throws: as ``texts(of:)-(Lesson)``.
  public func whole(_ lesson: Lesson) throws(Roadmap.ReadingError) -> Lesson.Whole {
    let proofs = try proofs(of: lesson)
    var tasks: [Lesson.Task.Whole] = []
    for task in lesson.tasks {
      tasks.append(
        Lesson.Task.Whole(
          heading: task, texts: try texts(of: task), starter: proofs.starter(of: task),
          checks: proofs.checks(of: task)))
    }
    return Lesson.Whole(
      heading: lesson, texts: try texts(of: lesson), proofs: proofs, tasks: tasks)
  }
}
