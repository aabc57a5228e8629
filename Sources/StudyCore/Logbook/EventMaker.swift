/// Makes the events of one command, all of one moment.
public struct EventMaker {
  /// The roadmap whose events don't name it.
  let builtIn: String
  private let roadmap: String
  /// Where the command runs; nil if that can't be told.
  let machine: String?
  private let moment: Timestamp
  private let random: () -> UInt64

  /// - Parameters:
  ///   - roadmap: the id of the roadmap that the tasks belong to.
  ///   - builtIn: the id of the roadmap whose events don't name it.
  ///   - machine: the name by which events tell where they were recorded.
  ///   - random: a source of random 64-bit numbers.
  public init(
    roadmap: String, builtIn: String, at moment: Timestamp, machine: String? = nil,
    random: @escaping () -> UInt64
  ) {
    self.roadmap = roadmap
    self.builtIn = builtIn
    self.moment = moment
    self.machine = machine
    self.random = random
  }

  /// Events that sort after all that `logbook` has, whatever the clocks said that these were made
  /// by: none is dated earlier than the newest. Several share a batch, so that they are taken back
  /// together.
  func events(_ drafts: [Event.Draft], after logbook: Logbook) -> [Event] {
    var at = moment.text
    var last: String?
    // What only a newer program knows need have no time of ours.
    if let newest = logbook.events.last(where: { $0.kind != nil }),
      !newest.at.utf8.lexicographicallyPrecedes(at.utf8)
    {
      (at, last) = (newest.at, newest.id)
      if !EventID.hasRoom(after: newest.id), let next = Timestamp(newest.at)?.next {
        (at, last) = (next.text, nil)
      }
    }
    var batch: String?
    return drafts.map { draft in
      let id = EventID.make(after: last, random: random)
      last = id
      if drafts.count > 1, batch == nil { batch = id }
      return Event(
        draft.kind, task: draft.task, at: at, id: id,
        roadmap: roadmap == builtIn ? nil : roadmap, of: draft.of, note: draft.note?.text,
        batch: batch, machine: machine, evidence: draft.evidence?.json)
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
