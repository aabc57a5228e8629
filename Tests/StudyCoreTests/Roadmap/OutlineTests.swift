import RoadmapData
import StudyCore
import Testing

@Suite("The outline of a roadmap says what the whole of it says")
struct OutlineTests {
  private static let bytes = Array(
    UnsafeBufferPointer(start: study_roadmap_bytes, count: Int(study_roadmap_count)))

  @Test("Ids, titles, minutes and checks of every task are the same")
  func outline() throws {
    let whole = try Roadmap.read(Self.bytes)
    let outline = try Roadmap.outline(Self.bytes)
    #expect(outline.id == whole.id && outline.title == whole.title)
    func facts(_ roadmap: Roadmap) -> [String] {
      roadmap.tasks.map { lesson, task in
        "\(lesson.week) \(lesson.id) \(lesson.title) \(task.number) \(task.id) \(task.title) "
          + "\(task.minutes) \(task.formerly) \(task.checks.map { "\($0.id) \($0.tier)" })"
      }
    }
    #expect(facts(outline) == facts(whole))
  }

  @Test("A lesson read in full has every text that the whole roadmap has", arguments: 0..<10)
  func inFull(_ index: Int) throws {
    let whole = try Roadmap.read(Self.bytes).lessons[index]
    let lesson = try Roadmap.inFull(try Roadmap.outline(Self.bytes).lessons[index], Self.bytes)
    #expect(lesson.why == whole.why && lesson.objectives == whole.objectives)
    #expect(lesson.concepts.map(\.text) == whole.concepts.map(\.text))
    #expect(lesson.readings.map(\.url) == whole.readings.map(\.url))
    #expect(lesson.tools == whole.tools)
    for (task, expected) in zip(lesson.tasks, whole.tasks) {
      #expect(task.number == expected.number && task.goal == expected.goal)
      #expect(task.steps == expected.steps && task.hints == expected.hints)
      #expect(task.deliverable == expected.deliverable)
      #expect(task.starter.map(\.lines) == expected.starter.map(\.lines))
      #expect(task.teardown?.steps == expected.teardown?.steps)
      #expect(task.checks.map(\.title) == expected.checks.map(\.title))
    }
    #expect(lesson.tasks.count == whole.tasks.count)
  }
}
