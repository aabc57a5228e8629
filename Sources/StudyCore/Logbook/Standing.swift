/// Where a task stands.
public enum Standing: String, Sendable, CaseIterable {
  /// Nothing was said of it.
  case todo
  /// Done on the learner's word.
  case claimed
  /// Its checks passed.
  case verified
  /// Its checks passed once and fail now.
  case lapsed
  /// Left out on purpose.
  case skipped

  /// Whether there is still something to do.
  public var isOpen: Bool { self == .todo || self == .lapsed }
}

/// What the events of a logbook say about the tasks of one roadmap.
///
/// It depends on the set of events alone, not on their order or times.
public struct Standings: Sendable {
  private let roadmap: Roadmap
  private let byTask: [ByteText: [Event]]
  /// The events that count: not taken back, and no `undo` themselves.
  public let effective: [Event]
  /// How many events of the logbook belong to each other roadmap, by its id and in the order of
  /// ids, or are of a kind that only a newer program knows: `kinds`.
  public let elsewhere: (roadmaps: [(id: String, count: Int)], kinds: Int)

  /// Folds the events of `logbook` that belong to `roadmap`.
  ///
  /// - Parameter builtIn: the id of the roadmap whose events don't name it.
  public init(_ logbook: Logbook, roadmap: Roadmap, builtIn: String) {
    self.roadmap = roadmap
    let own = ByteText(roadmap.id)
    let isOwnUnnamed = ByteText(builtIn) == own
    var others: [ByteText: Int] = [:]
    var kinds = 0
    var undone: Set<ByteText> = []
    var kept: [Event] = []
    kept.reserveCapacity(logbook.events.count)
    for event in logbook.events {
      let home = event.roadmap.map(ByteText.init)
      switch event.kind {
      case nil: kinds += 1
      case _ where home.map { $0 != own } ?? !isOwnUnnamed:
        others[home ?? ByteText(builtIn), default: 0] += 1
      case .undo: undone.formUnion(event.of.map(ByteText.init))
      default: kept.append(event)
      }
    }
    effective = undone.isEmpty ? kept : kept.filter { !undone.contains(ByteText($0.id)) }
    byTask = Dictionary(grouping: effective) { ByteText($0.task.rawValue) }
    elsewhere = (others.sorted { $0.key < $1.key }.map { ($0.key.text, $0.value) }, kinds)
  }

  /// The events of a task that count, under its present and former ids, oldest first.
  public func events(of task: Lesson.Task) -> [Event] {
    func named(_ id: Lesson.Task.ID) -> [Event] { byTask[ByteText(id.rawValue)] ?? [] }
    if task.formerly.isEmpty { return named(task.id) }
    return ([task.id] + task.formerly).flatMap(named).sorted()
  }

  /// The verifications of a task that still hold.
  public func verifications(of task: Lesson.Task) -> [Event] { verifications(in: events(of: task)) }

  private func verifications(in events: [Event]) -> [Event] {
    let lapsed = Set(events.filter { $0.kind == .lapsed }.flatMap(\.of).map(ByteText.init))
    return events.filter { $0.kind == .verified && !lapsed.contains(ByteText($0.id)) }
  }

  /// Where a task stands.
  public func standing(of task: Lesson.Task) -> Standing {
    let events = self.events(of: task)
    func has(_ kind: Event.Kind) -> Bool { events.contains { $0.kind == kind } }
    if has(.verified) { return verifications(in: events).isEmpty ? .lapsed : .verified }
    if has(.done) { return .claimed }
    return has(.skip) ? .skipped : .todo
  }

  /// The tasks that events name and this roadmap doesn't have, by id and in the order of ids.
  public var outside: [String] {
    let known = Set(
      roadmap.tasks.flatMap { [$0.task.id] + $0.task.formerly }.map { ByteText($0.rawValue) })
    return byTask.keys.filter { !known.contains($0) }.sorted().map(\.text)
  }

  /// The events that the last command on a machine made and that still count.
  ///
  /// What does not say where it was recorded is taken for the machine's once nothing else is.
  public func lastChange(on machine: String?) -> [Event] {
    let last =
      machine.flatMap { machine in effective.last { $0.machine == machine } }
      ?? effective.last { $0.machine == nil }
    guard let last else { return [] }
    guard let batch = last.batch else { return [last] }
    return effective.filter {
      $0.isSimultaneous(last) && $0.batch == batch && $0.machine == last.machine
    }
  }
}
