import RoadmapData
import StudyCore
import Testing

@Suite("The roadmap in the program keeps its promises")
struct ShippedRoadmapTests {
  private static let bytes = Array(
    UnsafeBufferPointer(start: study_roadmap_bytes, count: Int(study_roadmap_count)))
  private let roadmap: Roadmap

  init() throws { roadmap = try Roadmap.read(Self.bytes) }

  @Test("It has no flaws, unknown members among them")
  func flawless() throws {
    #expect(try Roadmap.flaws(in: Self.bytes).map(\.description) == [])
  }

  @Test("It has ten lessons and at least 55 tasks")
  func size() {
    #expect(roadmap.lessons.map(\.week) == Array(1...10))
    #expect(roadmap.tasks.count >= 55)
  }

  @Test("A lesson has what it takes to learn it", arguments: 0..<10)
  func lesson(index: Int) throws {
    try #require(index < roadmap.lessons.count)
    let lesson = roadmap.lessons[index]
    #expect(!lesson.why.isEmpty, "\(lesson.id)")
    #expect((5...8).contains(lesson.concepts.count), "\(lesson.id)")
    #expect((3...5).contains(lesson.objectives.count), "\(lesson.id)")
    #expect((3...6).contains(lesson.readings.count), "\(lesson.id)")
    #expect((5...7).contains(lesson.tasks.count), "\(lesson.id)")
  }

  @Test("A task has hints, something to leave behind, and honest minutes", arguments: 0..<10)
  func tasks(index: Int) throws {
    try #require(index < roadmap.lessons.count)
    for task in roadmap.lessons[index].tasks {
      #expect(task.hints.count >= 2, "\(task.id)")
      #expect(!task.deliverable.isEmpty, "\(task.id)")
      #expect((20...120).contains(task.minutes), "\(task.id)")
      #expect(task.steps.count >= 2, "\(task.id)")
    }
  }

  @Test("No step is told twice; only taking down may repeat")
  func duplicates() {
    var seen: [String: String] = [:]
    for (_, task) in roadmap.tasks {
      for step in task.steps {
        #expect(seen[step] == nil, "\(task.id) repeats \(seen[step] ?? ""): \(step)")
        seen[step] = task.id.rawValue
      }
    }
  }

  @Test(
    "Nothing is left to be written, but by the learner in starter files",
    arguments: ["TODO", "FIXME", "TBD", "lorem ipsum", "example.com/your"])
  func unfinished(word: String) {
    var texts: [String] = []
    for lesson in roadmap.lessons {
      texts += [lesson.title, lesson.why] + lesson.objectives
      texts += lesson.concepts.map { $0.term + " " + $0.text }
      texts += lesson.readings.map { $0.title + " " + $0.url }
      for task in lesson.tasks {
        texts += [task.title, task.goal, task.teardown?.cost ?? ""]
        texts += task.steps + task.hints + task.deliverable + (task.teardown?.steps ?? [])
      }
    }
    #expect(texts.filter { $0.contains(word) } == [])
  }

  @Test("Every tool that a check runs has a known-bad input to reject")
  func canaries() {
    let checks = roadmap.tasks.flatMap(\.task.checks).flatMap(\.uses)
    let preparations = roadmap.lessons.flatMap(\.preparations).flatMap(\.uses)
    for id in Set(checks + preparations) {
      #expect(roadmap.tool(id)?.canary != nil, "\(id)")
    }
  }

  @Test("No id is used by two tasks, now or in an earlier edition")
  func ids() {
    let ids = roadmap.tasks.flatMap { [$0.task.id] + $0.task.formerly }
    #expect(Set(ids).count == ids.count)
  }

  @Test("Every reading is reached by https, and none is listed twice in a lesson")
  func readings() {
    for lesson in roadmap.lessons {
      let urls = lesson.readings.map(\.url)
      #expect(urls.allSatisfy { $0.hasPrefix("https://") }, "\(lesson.id)")
      #expect(Set(urls).count == urls.count, "\(lesson.id)")
    }
  }
}
