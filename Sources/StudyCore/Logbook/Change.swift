/// What one command adds to a logbook, and what there is to say of it: facts, which the program
/// words.
///
/// A logbook may change between being read and being locked. Then the change is made anew from the
/// logbook as it is: making one has no effects.
public struct Change: Sendable, Equatable {
  /// What became of what was asked for.
  public enum Remark: Sendable, Equatable {
    case done(Lesson.Task.ID)
    /// It was claimed or verified before.
    case doneAlready(Lesson.Task.ID, noteKept: Bool)
    /// It lapsed, so the learner's word is not enough.
    case failsNow(Lesson.Task.ID)
    case skipped(Lesson.Task.ID)
    case skippedAlready(Lesson.Task.ID)
    /// It is done, so it was not skipped.
    case notSkipped(Lesson.Task.ID)
    case noted(Lesson.Task.ID)
    /// An event no longer counts: its kind and time, as recorded.
    case undid(Lesson.Task.ID, kind: String, at: String)
    /// Nothing was recorded of the task, or nothing but notes.
    case notUndone(Lesson.Task.ID)
    /// No event counts.
    case nothingToUndo
    /// None of those that count was recorded on this machine; the last is of this task.
    case recordedElsewhere(Lesson.Task.ID)
    case verified(Lesson.Task.ID)
    case lapsed(Lesson.Task.ID)
  }

  /// The events to add; none where nothing is to be written.
  public let events: [Event]
  /// What there is to say, in order.
  public let remarks: [Remark]

  /// Nothing to add, nothing to say.
  public static let empty = Change(events: [], remarks: [])

  private init(events: [Event], remarks: [Remark]) {
    self.events = events
    self.remarks = remarks
  }

  /// A change of these events, as they are to be made.
  init(_ drafts: [Event.Draft], _ remarks: [Remark], on ground: Ground) {
    self.init(events: ground.maker.events(drafts, after: ground.logbook), remarks: remarks)
  }
}

extension Change {
  /// What a change is made from: the progress as it is, the roadmap, and how new events are made.
  public struct Ground {
    let logbook: Logbook
    let roadmap: Roadmap
    let standings: Standings
    let maker: EventMaker

    /// Where changes begin.
    public init(_ logbook: Logbook, _ roadmap: Roadmap, _ maker: EventMaker) {
      self.logbook = logbook
      self.roadmap = roadmap
      self.maker = maker
      standings = Standings(logbook, roadmap: roadmap, builtIn: maker.builtIn)
    }
  }
}
