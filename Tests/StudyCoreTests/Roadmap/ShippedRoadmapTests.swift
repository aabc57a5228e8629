import StudyCore
import TestSupport
import Testing

@Suite("The roadmap in the program keeps its promises")
struct ShippedRoadmapTests {
  private let edition: Edition
  private let lessons: [Lesson.Whole]
  private var roadmap: Roadmap { edition.roadmap }
  private var tasks: [Lesson.Task.Whole] { lessons.flatMap(\.tasks) }

  init() throws {
    edition = try Shipped.edition()
    lessons = try edition.roadmap.lessons.map(edition.whole)
  }

  @Test("It has ten lessons and at least 55 tasks")
  func size() {
    #expect(roadmap.lessons.map(\.week) == Array(1...10))
    #expect(roadmap.tasks.count >= 55)
  }

  @Test("A lesson has what it takes to learn it", arguments: 0..<10)
  func lesson(index: Int) throws {
    try #require(index < lessons.count)
    let lesson = lessons[index]
    #expect(!lesson.texts.why.isEmpty, "\(lesson.folder)")
    #expect((5...8).contains(lesson.texts.concepts.count), "\(lesson.folder)")
    #expect((3...5).contains(lesson.texts.objectives.count), "\(lesson.folder)")
    #expect((3...6).contains(lesson.texts.readings.count), "\(lesson.folder)")
    #expect((5...7).contains(lesson.tasks.count), "\(lesson.folder)")
  }

  @Test("A task has hints, something to leave behind, and honest minutes", arguments: 0..<10)
  func tasks(index: Int) throws {
    try #require(index < lessons.count)
    for task in lessons[index].tasks {
      #expect(task.texts.hints.count >= 2, "\(task.id)")
      #expect(!task.texts.deliverable.isEmpty, "\(task.id)")
      #expect((20...120).contains(task.heading.minutes), "\(task.id)")
      #expect(task.texts.steps.count >= 2, "\(task.id)")
    }
  }

  @Test("What has the network only fetches: Terraform's init, with nothing of the learner's named")
  func network() {
    let procedures =
      lessons.flatMap(\.proofs.preparations) + tasks.flatMap(\.checks).map(\.procedure)
    let fetching = procedures.flatMap(\.steps).filter(\.needsNetwork)
    #expect(!fetching.isEmpty)
    for step in fetching {
      guard case .run(let words) = step.source else {
        Issue.record("\(step.source)")
        continue
      }
      #expect(words.starts(with: ["terraform", "init"]), "\(words)")
      #expect(words.dropFirst(2).allSatisfy { $0.hasPrefix("-") && !$0.contains("{") }, "\(words)")
    }
  }

  @Test("No step is told twice; only taking down may repeat")
  func duplicates() {
    var seen: [String: String] = [:]
    for task in tasks {
      for step in task.texts.steps {
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
    for lesson in lessons {
      texts += [lesson.heading.title, lesson.texts.why] + lesson.texts.objectives
      texts += lesson.texts.concepts.map { $0.term + " " + $0.text }
      texts += lesson.texts.readings.map { $0.title + " " + $0.url }
      for task in lesson.tasks {
        let own = task.texts
        texts += [task.heading.title, own.goal, own.teardown?.cost ?? ""] + own.word
        texts += own.steps + own.hints + own.deliverable + (own.teardown?.steps ?? [])
      }
    }
    #expect(texts.filter { $0.contains(word) } == [])
  }

  @Test("Every tool that a check runs has a known-bad input to reject")
  func canaries() throws {
    let tools = try edition.tools()
    let checks = tasks.flatMap(\.checks).flatMap(\.uses)
    let preparations = lessons.flatMap(\.proofs.preparations).flatMap(\.uses)
    for id in Set(checks + preparations) {
      #expect(tools.first { $0.id == id }?.canary != nil, "\(id)")
    }
  }

  @Test("No id is used by two tasks, now or in an earlier edition")
  func ids() {
    let ids = roadmap.tasks.flatMap { [$0.task.id] + $0.task.formerly }
    #expect(Set(ids).count == ids.count)
  }

  @Test("Every reading is reached by https, and none is listed twice in a lesson")
  func readings() {
    for lesson in lessons {
      let urls = lesson.texts.readings.map(\.url)
      #expect(urls.allSatisfy { $0.hasPrefix("https://") }, "\(lesson.folder)")
      #expect(Set(urls).count == urls.count, "\(lesson.folder)")
    }
  }
}
