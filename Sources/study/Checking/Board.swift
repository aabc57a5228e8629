import StudyCore

/// Where several threads put what they found out, and one reads it in the order in which it is shown.
final class Board: @unchecked Sendable {
  private let items: [Lane.Item]
  private let lock = ThreadLock()
  private let bell = Bell()
  private var found: [CheckResult?]
  private var begun: [Int: Double] = [:]
  private var fault: CheckFault?
  /// How many were shown, and which check is on show; only for the one who reads.
  private var shown = 0
  private var current: Int?

  init(_ items: [Lane.Item]) {
    self.items = items
    found = items.map { _ in nil }
  }

  /// Checks all of a lane, unless something has put an end to all checks.
  func fill(from lane: Lane) {
    defer { bell.ring() }
    for item in lane.items {
      let goesOn = lock.held {
        begun[item.index] = System.monotonicSeconds()
        return fault == nil
      }
      if !goesOn { return }
      do {
        let result = try lane.result(of: item) { _ in }
        lock.held { found[item.index] = result }
        bell.ring()
      } catch {
        lock.held { fault = error }
        return
      }
    }
  }

  /// Waits up to a tenth of a second for news, and shows it.
  func show(on progress: CheckProgress) {
    bell.wait(milliseconds: 100)
    tell(progress)
    let (first, since) = lock.held {
      let first = begun.keys.filter { found[$0] == nil }.min()
      return (first, first.flatMap { begun[$0] } ?? 0)
    }
    guard let first else { return }
    if current != first { progress.begin(items[first].task, items[first].check) }
    current = first
    progress.tick(System.monotonicSeconds() - since)
  }

  /// All results, once all were found.
  func results(on progress: CheckProgress) throws(CheckFault) -> [CheckResult] {
    if let fault { throw fault }
    tell(progress)
    return found.compactMap { $0 }
  }

  private func tell(_ progress: CheckProgress) {
    let news = lock.held { found[shown...].prefix { $0 != nil }.compactMap { $0 } }
    for result in news { progress.end(result) }
    shown += news.count
    if !news.isEmpty { current = nil }
  }
}
