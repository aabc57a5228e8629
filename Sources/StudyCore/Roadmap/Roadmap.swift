/// Lessons in their order, and the external tools they use.
public struct Roadmap: Sendable {
  /// The newest `schema` this program understands.
  public static let schema = 1

  /// Which roadmap it is; progress on roadmaps of different ids is kept apart.
  public let id: String
  /// Its name for people.
  public let title: String
  /// The external tools that its checks and its learners use.
  public let tools: [Tool]
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

  /// The tool of that id.
  public func tool(_ id: Tool.ID) -> Tool? { tools.first { $0.id == id } }
}

/// One week: why it matters, what to know, what to do.
public struct Lesson: Sendable, Identifiable {
  /// A slug that never changes.
  public struct ID: Slug {
    /// The slug.
    public let rawValue: String
    /// The slug as it is, unchecked.
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  /// A term, and what it means in a few plain sentences.
  public struct Concept: Sendable {
    /// The term.
    public let term: String
    /// What it means.
    public let text: String
  }

  /// Something to read.
  public struct Reading: Sendable {
    /// What it is called.
    public let title: String
    /// Where it is, with https.
    public let url: String
  }

  /// Its position in the roadmap, from 1.
  public let week: Int
  /// Its slug.
  public let id: ID
  /// Its name for people.
  public let title: String
  /// The problem that this week solves.
  public let why: String
  /// What there is to know.
  public let concepts: [Concept]
  /// What the learner can do afterwards.
  public let objectives: [String]
  /// Where to read on.
  public let readings: [Reading]
  /// The tools a learner uses this week.
  public let tools: [Tool.ID]
  /// Definitions put before every complaints program of the lesson.
  public let jq: String
  /// Steps that several checks share.
  public let preparations: [Check.Procedure]
  /// The hands-on work, in order.
  public let tasks: [Task]
  /// Where it begins in the roadmap's document, in bytes.
  let offset: Int

  /// The lesson's folder in a lab: `week01` … `week10`.
  public var folder: String { "week" + (week < 10 ? "0" : "") + String(week) }

  /// The tools that the lesson's learners and checks of this tier use, each once.
  public func toolsUsed(live: Bool) -> [Tool.ID] {
    var seen: Set<Tool.ID> = []
    let used = tools + toolsChecked(.offline) + (live ? toolsChecked(.live) : [])
    return used.filter { seen.insert($0).inserted }
  }

  /// The tools that the checks of a tier run, with the preparations they follow.
  public func toolsChecked(_ tier: Check.Tier) -> [Tool.ID] {
    tasks.flatMap(\.checks).filter { $0.tier == tier }.flatMap { check in
      check.uses + (preparations.first { $0.id == check.after }?.uses ?? [])
    }
  }
}

extension Lesson {
  /// One sitting of hands-on work that ends in a file or a running thing.
  public struct Task: Sendable, Identifiable {
    /// A slug that never changes.
    public struct ID: Slug {
      /// The slug.
      public let rawValue: String
      /// The slug as it is, unchecked.
      public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// What to take down afterwards.
    public struct Teardown: Sendable {
      /// What it costs to leave it running, in words.
      public let cost: String
      /// How to take it down.
      public let steps: [String]
    }

    /// Its slug.
    public let id: ID
    /// Its position, such as `1.2`.
    public let number: String
    /// Its name for people.
    public let title: String
    /// What will be true when it is done.
    public let goal: String
    /// What to do. Lines that begin with `$ ` are commands.
    public let steps: [String]
    /// About how long it takes.
    public let minutes: Int
    /// The files it leaves, in the lesson's folder; may hold `*`.
    public let deliverable: [String]
    /// Help, each stronger than the one before.
    public let hints: [String]
    /// Files to begin from.
    public let starter: [TextFile]
    /// What proves it.
    public let checks: [Check]
    /// What to take down afterwards, where something keeps running or costing.
    public let teardown: Teardown?
    /// Ids it had in earlier editions.
    public let formerly: [ID]
  }
}
