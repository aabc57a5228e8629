/// Makes the events of one command, all of one moment.
public struct EventMaker {
  /// The roadmap whose events don't name it.
  let builtIn: String
  private let roadmap: String
  private let moment: Timestamp
  private let random: () -> UInt64

  /// - Parameters:
  ///   - roadmap: the id of the roadmap that the tasks belong to.
  ///   - builtIn: the id of the roadmap whose events don't name it.
  ///   - random: a source of random 64-bit numbers.
  public init(
    roadmap: String, builtIn: String, at moment: Timestamp, random: @escaping () -> UInt64
  ) {
    self.roadmap = roadmap
    self.builtIn = builtIn
    self.moment = moment
    self.random = random
  }

  /// Events whose ids sort after those that `logbook` has of this moment. Several share a batch, so
  /// that they are taken back together.
  func events(_ drafts: [Event.Draft], after logbook: Logbook) -> [Event] {
    let at = moment.text
    let latest = logbook.events.last { !at.utf8.lexicographicallyPrecedes($0.at.utf8) }
    var last = latest?.at == at ? latest?.id : nil
    var batch: String?
    return drafts.map { draft in
      let id = EventID.make(after: last, random: random)
      last = id
      if drafts.count > 1, batch == nil { batch = id }
      return Event(
        draft.kind, task: draft.task, at: at, id: id,
        roadmap: roadmap == builtIn ? nil : roadmap, of: draft.of, note: draft.note?.text,
        batch: batch, evidence: draft.evidence?.json)
    }
  }
}

extension Event {
  /// An event that has no name, time and roadmap yet.
  struct Draft {
    let kind: Kind
    let task: Lesson.Task.ID
    let of: [String]
    let note: Note?
    let evidence: Evidence?

    init(
      _ kind: Kind, _ task: Lesson.Task.ID, of: [String] = [], note: Note? = nil,
      evidence: Evidence? = nil
    ) {
      self.kind = kind
      self.task = task
      self.of = of
      self.note = note
      self.evidence = evidence
    }
  }
}
