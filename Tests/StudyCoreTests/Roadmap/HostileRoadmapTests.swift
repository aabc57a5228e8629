import Testing

@testable import StudyCore

@Suite("A roadmap that no one trusts yet is read whole or refused, and never slowly")
struct HostileRoadmapTests {
  private func roadmap(_ more: String = "", _ lessons: [String] = [lesson()]) -> [UInt8] {
    Array(
      """
      {"schema": 1, "id": "r", "title": "R"\(more), "lessons": [\(lessons.joined(separator: ","))]}
      """.utf8)
  }

  private static func lesson(_ week: Int = 1, _ more: String = "") -> String {
    """
    {"week": \(week), "id": "w\(week)", "title": "W", "why": "W"\(more),
     "tasks": [{"id": "t\(week)", "title": "T", "minutes": 1, "goal": "G", "steps": ["S"]}]}
    """
  }

  private func many(_ count: Int, _ member: (Int) -> String) -> String {
    (0..<count).map { ", " + member($0) }.joined()
  }

  @Test("Members that no one knows cut nothing off, however many", arguments: [1000, 5000])
  func ignored(_ count: Int) throws {
    let unknown = many(count) { "\"x\($0)\": 0" }
    let weeks = [Self.lesson(1, unknown)] + (2...4).map { Self.lesson($0) }
    let bytes = roadmap("", weeks)
    #expect(try Roadmap.read(bytes).lessons.map(\.week) == [1, 2, 3, 4])
    let flaws = try Roadmap.flaws(in: bytes)
    #expect(flaws.count == RoadmapFlaw.most)
    #expect(flaws.filter(\.isFatal).isEmpty)
  }

  @Test("What refuses a roadmap is shown behind thousands of flaws that can be ignored")
  func fatalBehind() throws {
    let unknown = many(3000) { "\"x\($0)\": 0" }
    let bytes = roadmap("", [Self.lesson(1, unknown), Self.lesson(7)])
    let error = try #require(throws: Roadmap.ReadingError.self) { try Roadmap.read(bytes) }
    guard case .flawed(let fatal) = error else { throw error }
    #expect(fatal.map(\.path) == ["lessons[1].week"])
    #expect(try Roadmap.flaws(in: bytes).filter(\.isFatal) == fatal)
  }

  @Test("Thousands of fatal flaws end the reading, and both kinds are counted apart")
  func bothKinds() throws {
    let broken = (0..<3000).map { _ in "{\"week\": 1, \"x\": 0}" }
    let flaws = try Roadmap.flaws(in: roadmap(many(1500) { "\"x\($0)\": 0" }, broken))
    #expect(flaws.filter(\.isFatal).count == RoadmapFlaw.most)
    #expect(flaws.count <= 2 * RoadmapFlaw.most)
  }

  @Test(
    "Marks that must be sorted to be compared are refused wherever they stand",
    arguments: [
      "\"id%\": 1", "\"tools\": [{\"id\": \"a%\"}]", "\"x\": {\"y\": [\"a%\"]}",
    ])
  func marks(_ member: String) throws {
    let marks = String(repeating: "\u{301}\u{316}", count: 20_000)
    let bytes = roadmap(", " + member.replacing("%", with: marks))
    let error = try #require(throws: Roadmap.ReadingError.self) { try Roadmap.read(bytes) }
    guard case .malformed(let flaw) = error else { throw error }
    #expect(flaw.problem == .tooManyMarks(limit: 30))
  }

  @Test("Ids are one if their bytes are, and marks over one are never sorted")
  func ids() {
    let marks = String(repeating: "\u{301}\u{316}", count: 200_000)
    let ids = ["\u{316}", "\u{301}", ""].map { Lesson.Task.ID(rawValue: "a" + $0 + marks) }
    #expect(Set(ids).count == 3)
    #expect(Lesson.Task.ID(rawValue: "é") != Lesson.Task.ID(rawValue: "e\u{301}"))
  }

  @Test("Hints look at so many words and no more, and give up on none for that")
  func hints() {
    var looked = 0
    let words = (0..<5000).lazy.map { number -> String in
      looked += 1
      return "word\(number)"
    }
    #expect(Nearest.word(to: "word99", among: words) == "word99")
    #expect(looked <= 1001)
    var looks = 10
    #expect(Nearest.word(to: "wrd7", among: words, looks: &looks) == "word7")
    #expect(looks == 0)
    #expect(Nearest.word(to: "word1", among: words, looks: &looks) == nil)
  }

  @Test("A name of megabytes is cut in the way to what is below it")
  func longName() throws {
    let name = String(repeating: "é", count: 100_000)
    let bytes = roadmap(", \"\(name)\": 0")
    let flaw = try #require(try Roadmap.flaws(in: bytes).first)
    #expect(flaw.path == String(repeating: "é", count: 100) + "…")
  }

  @Test("Files that a document names put no more in place than is read of one")
  func manyFiles() {
    let text = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)
    let names = Array(repeating: "{\"file\": \"big\"}", count: 20).joined(separator: ",")
    let bytes = Array("{\"jq\": [\(names)]}".utf8)
    let shelf = Shelf { $0 == "week01/big" ? .file(text) : .file(bytes) }
    let content = try? CourseFile.read("week01/checks.json", within: "week01/", shelf)?.get()
    let flaws = content?.sink.inOrder ?? []
    #expect(flaws.count == 12)
    #expect(flaws.filter(\.isFatal).count == flaws.count)
    #expect(flaws.first?.path == "jq[8]")
  }
}
