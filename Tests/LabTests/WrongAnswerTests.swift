import StudyCore
import Testing

@testable import study

@Suite("Wrong answers fail with the sentence that names the error")
struct WrongAnswerTests {
  @Test("A plausible mistake", arguments: Labs.wrongAnswers)
  func fails(_ wrong: Labs.WrongAnswer) throws {
    if Needs.missing(wrong.lesson) != nil { return }
    let bench = try Bench()
    try bench.lay("\(Labs.folder)/\(wrong.lesson.folder)/reference", over: wrong.lesson.folder)
    if FileStatus.following(wrong.folder + "/files") != nil {
      try bench.lay(wrong.folder + "/files", over: wrong.lesson.folder)
    }
    for path in lines(wrong.folder + "/remove.txt") {
      Bench.delete("\(bench.lab)/\(wrong.lesson.folder)/\(path)")
    }
    let complaints = lines(wrong.folder + "/complaint.txt")
    try #require(!complaints.isEmpty, "\(wrong) names no complaint")
    let answer = try bench.study(["check", wrong.task.id.rawValue, "--format", "json"])
    let found = try #require(answer.verdicts[wrong.task.id.rawValue], "\(answer.errors)")
    #expect(found.verdict == "failed")
    #expect(answer.status == 1)
    for complaint in complaints {
      #expect(found.reasons.contains(complaint), "\(wrong) said: \(found.reasons)")
    }
  }

  @Test("The untouched starter does not pass", arguments: Labs.lessons.indices)
  func starter(_ index: Int) throws {
    let lesson = Labs.lessons[index]
    if Needs.missing(lesson) != nil { return }
    for task in lesson.tasks where task.hasOfflineChecks {
      let bench = try Bench()
      if !task.starter.isEmpty { _ = try bench.study(["lab", task.id.rawValue]) }
      let answer = try bench.study(["check", task.id.rawValue, "--format", "json"])
      let verdict = answer.verdicts[task.id.rawValue]?.verdict
      #expect(verdict == "failed", "\(task.id): \(answer.output)")
    }
  }

  @Test("An empty folder does not pass", arguments: Labs.lessons.indices)
  func empty(_ index: Int) throws {
    let lesson = Labs.lessons[index]
    let bench = try Bench()
    let answer = try bench.study(["check", "--week", String(lesson.week), "--format", "json"])
    #expect(answer.status == 1)
    #expect(answer.verdicts.values.allSatisfy { $0.verdict == "failed" })
    #expect(answer.verdicts.count == lesson.tasks.count { !$0.checks.isEmpty })
  }

  private func lines(_ path: String) -> [String] {
    (Labs.text(path) ?? "").split(separator: "\n").map(String.init)
  }
}
