import Testing

/// Lets two tests of labs run at a time, however many cores there are: a lab's tools take gigabytes
/// and all of a core, and checks have time limits that a crowd would run into.
struct TwoAtATime: SuiteTrait, TestTrait, TestScoping {
  var isRecursive: Bool { true }

  func scopeProvider(for test: Test, testCase: Test.Case?) -> Self? {
    // A scope around the whole suite would hold a place while its tests wait for one.
    testCase == nil ? nil : self
  }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    await places.take()
    let result: Result<Void, any Error>
    do { result = .success(try await function()) } catch { result = .failure(error) }
    await places.giveBack()
    try result.get()
  }
}

extension Trait where Self == TwoAtATime {
  static var twoAtATime: Self { Self() }
}

private let places = Places(free: 2)

actor Places {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(free: Int) { self.free = free }

  func take() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func giveBack() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}

@Suite("Labs wait for a place")
struct PlacesTests {
  private actor Count {
    private var now = 0
    private(set) var most = 0
    func enter() { (now, most) = (now + 1, max(most, now + 1)) }
    func leave() { now -= 1 }
  }

  @Test("Of ten who come at once two are in at a time, and all get their turn")
  func two() async throws {
    let places = Places(free: 2)
    let count = Count()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<10 {
        group.addTask {
          await places.take()
          await count.enter()
          try await Task.sleep(for: .milliseconds(5))
          await count.leave()
          await places.giveBack()
        }
      }
      try await group.waitForAll()
    }
    #expect(await count.most == 2)
  }
}
