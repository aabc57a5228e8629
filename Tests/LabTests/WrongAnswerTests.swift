import StudyCore
import Testing

@testable import study

@Suite("Wrong answers fail with the sentence that names the error", .twoAtATime)
struct WrongAnswerTests {
  @Test("A plausible mistake", arguments: Needs.met(Controls.wrongAnswers, \.week))
  func fails(_ wrong: Controls.WrongAnswer) throws {
    let patch = try Patch(wrong.file)
    let bench = try Bench()
    try bench.lay(Controls.answer(wrong.week))
    try bench.apply(patch, to: wrong.week.folder)
    let answer = try bench.study(["check", wrong.task.id, "--format", "json"])
    let found = try #require(answer.verdicts[wrong.task.id], "\(answer.errors)")
    #expect(found.verdict == "failed")
    #expect(answer.status == 1)
    for complaint in patch.complaints {
      #expect(found.reasons.contains(complaint), "said: \(found.reasons)")
    }
  }

  @Test("The untouched starter does not pass", arguments: Needs.met(Labs.weeks, \.self))
  func starter(_ week: Labs.Week) throws {
    for task in week.proved {
      let bench = try Bench()
      try Folders.makeFolders(bench.lab + "/" + week.folder)
      if task.hasStarter { _ = try bench.study(["lab", task.id]) }
      let answer = try bench.study(["check", task.id, "--format", "json"])
      #expect(answer.verdicts[task.id]?.verdict == "failed", "\(task.id): \(answer.output)")
    }
  }

  @Test("An empty folder does not pass", arguments: Labs.weeks)
  func empty(_ week: Labs.Week) throws {
    let bench = try Bench()
    try Folders.makeFolders(bench.lab + "/" + week.folder)
    let answer = try bench.study(["check", "--week", String(week.number), "--format", "json"])
    #expect(answer.status == 1)
    #expect(answer.verdicts.values.allSatisfy { $0.verdict == "failed" })
    #expect(answer.verdicts.count == week.tasks.count(where: \.hasChecks))
  }
}
