import StudyCore
import TestSupport
import Testing

@Suite("An edition read part by part says what the whole of it says")
struct EditionTests {
  /// The shipped edition from its files, and the same as one document.
  private let parts: Edition
  private let whole: Edition

  init() throws {
    parts = try Shipped.edition()
    whole = try Edition(reading: Array(try parts.bundle().pretty.utf8))
  }

  @Test("Headings of lessons and tasks are the same")
  func headings() {
    func facts(_ roadmap: Roadmap) -> [String] {
      [roadmap.id, roadmap.title]
        + roadmap.tasks.map { lesson, task in
          "\(lesson.week) \(lesson.id) \(lesson.title) \(task.number) \(task.id) \(task.title) "
            + "\(task.minutes) \(task.formerly)"
        }
    }
    #expect(facts(parts.roadmap) == facts(whole.roadmap))
    #expect(parts.roadmap.tasks.count >= 55)
  }

  @Test("A lesson's texts are the same", arguments: 0..<10)
  func texts(_ index: Int) throws {
    func facts(_ edition: Edition) throws -> [String] {
      let lesson = edition.roadmap.lessons[index]
      let texts = try edition.texts(of: lesson)
      var facts = [texts.why] + texts.objectives
      facts += texts.concepts.flatMap { [$0.term, $0.text] }
      facts += texts.readings.flatMap { [$0.title, $0.url] }
      for task in lesson.tasks {
        let texts = try edition.texts(of: task)
        facts += [texts.goal] + texts.steps + texts.deliverable + texts.hints + texts.word
        facts += [texts.teardown?.cost ?? "none"] + (texts.teardown?.steps ?? [])
      }
      return facts
    }
    #expect(try facts(parts) == facts(whole))
  }

  @Test("A lesson's proofs and claims are the same", arguments: 0..<10)
  func proofs(_ index: Int) throws {
    func facts(_ edition: Edition) throws -> [String] {
      let lesson = edition.roadmap.lessons[index]
      let proofs = try edition.proofs(of: lesson)
      let claims = try edition.claims(of: lesson)
      var facts = proofs.tools.map(\.rawValue) + [proofs.jq]
      facts += proofs.preparations.map(\.definition)
      for task in lesson.tasks {
        facts += proofs.checks(of: task).map { "\($0.id) \($0.title) \($0.tier)" }
        facts += proofs.checks(of: task).map(\.procedure.definition)
        facts += proofs.starter(of: task).flatMap { [$0.path] + $0.lines }
        facts += claims.claims(of: task).map { "\($0.id) \($0.title) \($0.tier)" }
        facts += claims.starter(of: task)
        #expect(
          claims.claims(of: task).map(\.title) == proofs.checks(of: task).map(\.claim.title))
        #expect(claims.starter(of: task) == proofs.starter(of: task).map(\.path))
      }
      return facts
    }
    #expect(try facts(parts) == facts(whole))
  }

  @Test("The tools are the same")
  func tools() throws {
    #expect(try parts.tools().map(\.definition) == whole.tools().map(\.definition))
    #expect(try parts.tools().count > 20)
  }

  @Test("A bundle of a bundle is the bundle")
  func again() throws {
    #expect(try whole.bundle().canonical == parts.bundle().canonical)
  }
}
