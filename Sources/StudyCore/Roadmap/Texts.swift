extension Lesson {
  /// What a learner reads of a lesson, but for its tasks.
  public struct Texts: Sendable {
    /// The problem that this week solves.
    public let why: String
    /// What there is to know.
    public let concepts: [Concept]
    /// What the learner can do afterwards.
    public let objectives: [String]
    /// Where to read on.
    public let readings: [Reading]
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
}

extension Lesson.Task {
  /// What a learner reads of a task.
  public struct Texts: Sendable {
    /// What will be true when it is done.
    public let goal: String
    /// What to do. Lines that begin with `$ ` are commands.
    public let steps: [String]
    /// The files it leaves, in the lesson's folder; may hold `*`.
    public let deliverable: [String]
    /// Help, each stronger than the one before.
    public let hints: [String]
    /// What the task asks and no check proves.
    public let word: [String]
    /// What to take down afterwards, where something keeps running or costing.
    public let teardown: Teardown?
  }

  /// What to take down afterwards.
  public struct Teardown: Sendable {
    /// What it costs to leave it running, in words.
    public let cost: String
    /// How to take it down.
    public let steps: [String]
  }
}
