extension Roadmap {
  /// What a word of the command line can mean.
  public enum Meaning: Sendable {
    case lesson(Lesson)
    case task(Lesson.Task, in: Lesson)
  }

  /// Why a word means nothing, or too much.
  public enum FindingError: Error, Sendable, Equatable {
    /// No task has that number, id or beginning.
    case noTask(String, nearest: String?)
    /// No lesson has that number, id or beginning.
    case noLesson(String, weeks: Int)
    /// Several ids begin so.
    case ambiguous(String, [String])
  }

  /// The task with that number (`1.2`), id, former id, or unique beginning of the id, in any letter
  /// case.
  ///
  /// - Throws: ``FindingError``.
  public func findTask(_ word: String) throws(FindingError) -> (lesson: Lesson, task: Lesson.Task) {
    let lower = word.lowercased()
    let all = tasks
    if let exact = all.first(where: { $0.task.number == word || $0.task.id.rawValue == lower }) {
      return exact
    }
    if let former = all.first(where: { $0.task.formerly.contains { $0.rawValue == lower } }) {
      return former
    }
    let matches = all.filter { !lower.isEmpty && $0.task.id.rawValue.hasPrefix(lower) }
    if let only = matches.first, matches.count == 1 { return only }
    if !matches.isEmpty { throw .ambiguous(word, matches.map(\.task.id.rawValue)) }
    let names = all.flatMap { [$0.task.id.rawValue, $0.task.number] }
    let nearest = lower.contains(where: \.isLetter) ? Nearest.word(to: lower, among: names) : nil
    throw .noTask(word, nearest: nearest)
  }

  /// The lesson with that week number, `weekNN`, id or unique beginning of the id.
  ///
  /// - Throws: ``FindingError``.
  public func findLesson(_ word: String) throws(FindingError) -> Lesson {
    let lower = word.lowercased()
    let digits = lower.hasPrefix("week") ? String(lower.dropFirst(4)) : lower
    if let exact = lessons.first(where: { Int(digits) == $0.week || $0.id.rawValue == lower }) {
      return exact
    }
    let matches = lessons.filter { !lower.isEmpty && $0.id.rawValue.hasPrefix(lower) }
    if let only = matches.first, matches.count == 1 { return only }
    if !matches.isEmpty { throw .ambiguous(word, matches.map(\.id.rawValue)) }
    throw .noLesson(word, weeks: lessons.count)
  }

  /// The lesson or task a word names; exact names come before beginnings, lessons before tasks.
  ///
  /// - Throws: ``FindingError``.
  public func find(_ word: String) throws(FindingError) -> Meaning {
    do {
      return .lesson(try findLesson(word))
    } catch .ambiguous {
      if let found = try? findTask(word) { return .task(found.task, in: found.lesson) }
      throw .ambiguous(
        word,
        lessons.map(\.id.rawValue).filter { $0.hasPrefix(word.lowercased()) })
    } catch {
      if Int(word) != nil { throw error }
      let found = try findTask(word)
      return .task(found.task, in: found.lesson)
    }
  }
}
