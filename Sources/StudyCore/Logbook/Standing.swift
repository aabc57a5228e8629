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
  private let byTask: [Lesson.Task.ID: [Event]]
  /// The events that count: not taken back, and no `undo` themselves.
  public let effective: [Event]
  /// How many events of the logbook belong to each other roadmap, by its id, or are of a kind that
  /// only a newer program knows: `kinds`.
  public let elsewhere: (roadmaps: [String: Int], kinds: Int)

  /// Folds the events of `logbook` that belong to `roadmap`.
  ///
  /// - Parameter builtIn: the id of the roadmap whose events don't name it.
  public init(_ logbook: Logbook, roadmap: Roadmap, builtIn: String) {
    self.roadmap = roadmap
    let own = logbook.events.filter { ($0.roadmap ?? builtIn) == roadmap.id && $0.kind != nil }
    let undone = Set(own.filter { $0.kind == .undo }.flatMap(\.of).map { Array($0.utf8) })
    effective = own.filter { $0.kind != .undo && !undone.contains(Array($0.id.utf8)) }
    byTask = Dictionary(grouping: effective, by: \.task)
    let others = logbook.events.filter { ($0.roadmap ?? builtIn) != roadmap.id && $0.kind != nil }
    elsewhere = (
      Dictionary(grouping: others) { $0.roadmap ?? builtIn }.mapValues(\.count),
      logbook.events.count { $0.kind == nil }
    )
  }

  /// The events of a task that count, under its present and former ids, oldest first.
  public func events(of task: Lesson.Task) -> [Event] {
    if task.formerly.isEmpty { return byTask[task.id] ?? [] }
    return ([task.id] + task.formerly).flatMap { byTask[$0] ?? [] }.sorted()
  }

  /// The verifications of a task that still hold.
  public func verifications(of task: Lesson.Task) -> [Event] {
    let events = self.events(of: task)
    let lapsed = Set(events.filter { $0.kind == .lapsed }.flatMap(\.of).map { Array($0.utf8) })
    return events.filter { $0.kind == .verified && !lapsed.contains(Array($0.id.utf8)) }
  }

  /// Where a task stands.
  public func standing(of task: Lesson.Task) -> Standing {
    let events = self.events(of: task)
    if events.isEmpty { return .todo }
    let kinds = Set(events.map(\.kind))
    if kinds.contains(.verified) { return verifications(of: task).isEmpty ? .lapsed : .verified }
    if kinds.contains(.done) { return .claimed }
    return kinds.contains(.skip) ? .skipped : .todo
  }

  /// The events that name a task this roadmap doesn't have.
  public var outside: [Event] {
    let known = Set(roadmap.tasks.flatMap { [$0.task.id] + $0.task.formerly })
    return effective.filter { !known.contains($0.task) }
  }

  /// The events that the last command made and that still count.
  public var lastChange: [Event] {
    guard let last = effective.last else { return [] }
    guard let batch = last.batch else { return [last] }
    return effective.filter { $0.batch == batch && $0.at == last.at }
  }
}
