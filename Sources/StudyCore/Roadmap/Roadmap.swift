/// Lessons in their order: the headings alone. What they say and how they are proved is read when it
/// is asked for, from the ``Edition``.
public struct Roadmap: Sendable {
  /// The newest `schema` this program understands.
  public static let schema = 1

  /// Which roadmap it is; progress on roadmaps of different ids is kept apart.
  public let id: String
  /// Its name for people.
  public let title: String
  /// The lessons, week 1 first.
  public let lessons: [Lesson]

  /// The tasks of all lessons, in order, with their lessons.
  public var tasks: [(lesson: Lesson, task: Lesson.Task)] {
    lessons.flatMap { lesson in lesson.tasks.map { (lesson, $0) } }
  }

  /// The task of that id, under its present or a former one.
  public func task(_ id: Lesson.Task.ID) -> Lesson.Task? {
    tasks.first { $0.task.id == id }?.task ?? tasks.first { $0.task.formerly.contains(id) }?.task
  }
}

/// One week's heading: its place, its name, and its tasks.
public struct Lesson: Sendable, Identifiable {
  /// A slug that never changes.
  public struct ID: Slug {
    /// The slug.
    public let rawValue: String
    /// The slug as it is, unchecked.
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  /// Its position in the roadmap, from 1.
  public let week: Int
  /// Its slug.
  public let id: ID
  /// Its name for people.
  public let title: String
  /// The hands-on work, in order.
  public let tasks: [Task]
  /// Where it begins in the roadmap's document, in bytes.
  let offset: Int

  /// The lesson's folder in a lab, and in a course: `week01` … `week10`.
  public var folder: String { Self.folder(week) }

  static func folder(_ week: Int) -> String { "week" + (week < 10 ? "0" : "") + String(week) }
}

extension Lesson {
  /// The heading of one sitting of hands-on work that ends in a file or a running thing.
  public struct Task: Sendable, Identifiable {
    /// A slug that never changes.
    public struct ID: Slug {
      /// The slug.
      public let rawValue: String
      /// The slug as it is, unchecked.
      public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// Its slug.
    public let id: ID
    /// Its position, such as `1.2`.
    public let number: String
    /// Its name for people.
    public let title: String
    /// About how long it takes.
    public let minutes: Int
    /// Ids it had in earlier editions.
    public let formerly: [ID]
    /// Where it begins in the roadmap's document, in bytes.
    let offset: Int
  }
}
