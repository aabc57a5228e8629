import Testing

@testable import StudyCore

@Suite("A word finds what the learner means, or says what is near")
struct FindingTests {
  @Test(
    "A task is found by number, id, earlier id and beginning, in any letter case",
    arguments: [
      ("1.1", "vpc-net"), ("vpc-net", "vpc-net"), ("VPC-Net", "vpc-net"), ("vpc-n", "vpc-net"),
      ("S", "state"), ("vpc-ids", "vpc-out"), ("2.2", "compose"), ("i", "image"),
    ])
  func task(word: String, id: String) throws {
    #expect(try Sample.small().findTask(word).task.id.rawValue == id)
  }

  @Test("A whole id comes before a beginning")
  func exact() throws {
    let roadmap = try Sample.roadmap([
      Sample.lesson(1, "l", [Sample.task("vpc-net"), Sample.task("vpc")])
    ])
    #expect(try roadmap.findTask("vpc").task.id.rawValue == "vpc")
  }

  @Test(
    "What finds no task says what is near",
    arguments: [
      ("vpc", .ambiguous("vpc", ["vpc-net", "vpc-out"])),
      ("vcp-net", .noTask("vcp-net", nearest: "vpc-net")),
      ("imge", .noTask("imge", nearest: "image")), ("zebra", .noTask("zebra", nearest: nil)),
      ("1.9", .noTask("1.9", nearest: nil)), ("", .noTask("", nearest: nil)),
      ("1.1.1", .noTask("1.1.1", nearest: nil)), ("-1", .noTask("-1", nearest: nil)),
    ] as [(String, Roadmap.FindingError)])
  func missing(word: String, error: Roadmap.FindingError) throws {
    let roadmap = try Sample.small()
    let thrown = #expect(throws: Roadmap.FindingError.self) { try roadmap.findTask(word) }
    #expect(thrown == error)
  }

  @Test(
    "A lesson is found by number, folder, id and beginning",
    arguments: [("2", 2), ("week02", 2), ("WEEK2", 2), ("docker", 2), ("net", 1), ("02", 2)])
  func lesson(word: String, week: Int) throws {
    #expect(try Sample.small().findLesson(word).week == week)
  }

  @Test(
    "What finds no lesson says how many there are", arguments: ["3", "0", "-1", "week", "x", ""])
  func noLesson(word: String) throws {
    let roadmap = try Sample.small()
    let thrown = #expect(throws: Roadmap.FindingError.self) { try roadmap.findLesson(word) }
    #expect(thrown == .noLesson(word, weeks: 2))
  }

  @Test("A word for either is a lesson if it can be, else a task")
  func place() throws {
    let roadmap = try Sample.small()
    func found(_ word: String) throws -> String {
      switch try roadmap.find(word) {
      case .lesson(let lesson): lesson.id.rawValue
      case .task(let task, _): task.id.rawValue
      }
    }
    #expect(try found("1") == "network")
    #expect(try found("1.1") == "vpc-net")
    #expect(try found("compose") == "compose")
    #expect(throws: Roadmap.FindingError.noLesson("7", weeks: 2)) { try roadmap.find("7") }
    #expect(throws: Roadmap.FindingError.noTask("dokcerr", nearest: nil)) {
      try roadmap.find("dokcerr")
    }
  }

  @Test(
    "The nearest word has few edits for its length",
    arguments: [
      ("lst", "list"), ("lsit", "list"), ("LIST", "list"), ("reprot", "report"), ("repo", "report"),
      ("xyz", nil), ("l", nil), ("", nil), ("undoo", "undo"), ("abcdefghij", nil),
    ] as [(String, String?)])
  func nearest(word: String, expected: String?) {
    let words = ["next", "list", "report", "log", "undo"]
    #expect(Nearest.word(to: word, among: words) == expected)
  }
}
