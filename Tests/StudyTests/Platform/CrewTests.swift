import Testing

@testable import study

@Suite("Several things are done at once, each once")
struct CrewTests {
  /// What jobs did, from several threads.
  private final class Record: @unchecked Sendable {
    private let lock = ThreadLock()
    private var items: [Int] = []
    private var running = 0
    private(set) var most = 0

    var done: [Int] { lock.held { items } }

    func work(_ index: Int, milliseconds: Int32 = 0) {
      lock.held {
        items.append(index)
        running += 1
        most = max(most, running)
      }
      if milliseconds > 0 { System.pause(milliseconds: milliseconds) }
      lock.held { running -= 1 }
    }
  }

  @Test("No more at once than asked for", arguments: [1, 2, 4, 30])
  func count(_ atOnce: Int) {
    let record = Record()
    let jobs = (0..<20).map { index in
      Crew.Job(weight: index) { record.work(index, milliseconds: 20) }
    }
    Crew.run(jobs, atOnce: atOnce) { System.pause(milliseconds: 1) }
    #expect(record.done.sorted() == Array(0..<20))
    #expect(record.most <= atOnce)
    #expect(atOnce == 1 || record.most > 1)
  }

  @Test("One thread begins with the heaviest, the first of several as heavy")
  func heaviest() {
    let record = Record()
    let jobs = [3, 9, 9, 1].enumerated().map { index, weight in
      Crew.Job(weight: weight) { record.work(index) }
    }
    Crew.run(jobs, atOnce: 1) { System.pause(milliseconds: 1) }
    #expect(record.done == [1, 2, 0, 3])
  }

  @Test("Nothing to do is done at once")
  func empty() {
    Crew.run([], atOnce: 4) { Issue.record("it waited") }
  }
}
