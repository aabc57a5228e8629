/// An id under which work may be recorded, and which a newer edition of the roadmap doesn't know.
public struct VanishedTask: Sendable, Equatable {
  /// The id.
  public let id: Lesson.Task.ID
  /// Where the task that had it begins in the earlier edition.
  public let place: Place
  /// The task that it has likely become, and where that begins in the newer edition.
  public let likely: (task: Lesson.Task.ID, place: Place)?

  /// Equality of all that it says.
  public static func == (a: VanishedTask, b: VanishedTask) -> Bool {
    (a.id, a.place, a.likely?.task, a.likely?.place)
      == (b.id, b.place, b.likely?.task, b.likely?.place)
  }
}

extension Roadmap {
  /// A roadmap's document, and where the files are that it names.
  public typealias Document = (bytes: [UInt8], shelf: Shelf)

  /// The ids of an earlier edition that a newer one has neither as a task's nor among its former
  /// ones: what was done under them would no longer count.
  ///
  /// - Throws: ``ReadingError`` if either is no JSON, or of a newer schema.
  public static func vanished(
    from earlier: Document, in newer: Document
  ) throws(ReadingError) -> [VanishedTask] {
    let old = try WholeReading(earlier.bytes, earlier.shelf).roadmap.tasks.map(\.task)
    let new = try WholeReading(newer.bytes, newer.shelf).roadmap.tasks.map(\.task)
    let oldIDs = Set(old.flatMap(\.everyID))
    let kept = Set(new.flatMap(\.everyID))
    let free = new.filter { oldIDs.isDisjoint(with: $0.everyID) }
    return old.flatMap { task in
      task.everyID.filter { !kept.contains($0) }.map { id in
        let likely = new.first { $0.everyID.contains(task.id) } ?? task.likely(among: free)
        return VanishedTask(
          id: id, place: Place(offset: task.offset, in: earlier.bytes),
          likely: likely.map { ($0.id, Place(offset: $0.offset, in: newer.bytes)) })
      }
    }
  }
}

extension Lesson.Task {
  fileprivate var everyID: [ID] { [id] + formerly }

  /// Which of these has its title, else its name but for a few letters, else its place.
  fileprivate func likely(among tasks: [Lesson.Task]) -> Lesson.Task? {
    if let same = tasks.first(where: { $0.title == title }) { return same }
    let near = Nearest.word(to: id.rawValue, among: tasks.map(\.id.rawValue))
    return tasks.first { $0.id.rawValue == near } ?? tasks.first { $0.number == number }
  }
}
