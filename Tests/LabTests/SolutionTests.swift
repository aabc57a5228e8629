import StudyCore
import Testing

@testable import study

@Suite("Right answers pass, whatever their layout", .twoAtATime)
struct SolutionTests {
  @Test(
    "A whole week's solution passes every check, and its files stay as they were",
    arguments: Needs.met(Controls.solutions, \.week))
  func passes(_ solution: Controls.Solution) throws {
    let week = solution.week
    let bench = try Bench()
    try bench.lay(solution)
    let before = try bench.fingerprint()
    let progress = ["--progress", bench.root + "/study.json"]
    let answer = try bench.study(
      ["check", "--week", String(week.number), "--format", "json"] + progress)
    for task in week.proved {
      let verdict = answer.verdicts[task.id]
      #expect(verdict?.verdict == "passed", "\(task.id): \(verdict?.reasons ?? answer.errors)")
    }
    #expect(try bench.fingerprint() == before)
    let report = try bench.study(["report", "--format", "json"] + progress)
    let verified = try JSONReader.read(Array(report.output.utf8))["total"]?["verified"]?.integer
    #expect(verified == week.proved.count)
  }

  @Test("Every week with checks has an answer, an alternative, and two wrong answers a task")
  func controlsExist() {
    for week in Labs.weeks {
      let solutions = Controls.solutions.filter { $0.week.number == week.number }
      for solution in solutions {
        #expect(
          FileStatus.following(solution.folder)?.kind == .folder,
          "\(week) has no \(solution.folder)")
      }
      #expect(solutions.count >= 2, "\(week) has no second, differently laid out solution")
      for task in week.proved {
        let wrong = Controls.wrongAnswers.count { $0.task.id == task.id }
        #expect(wrong >= 2, "\(week)/\(task.id) has \(wrong) wrong answers")
      }
    }
  }

  @Test("No control belongs to a week, a task or a form that is not known")
  func controlsAreRun() throws {
    let weeks = Set(Labs.weeks.map(\.folder))
    let run = Set(Controls.wrongAnswers.map(\.file))
    for folder in Controls.entries(of: Controls.labs, .folder) where folder.hasPrefix("week") {
      #expect(weeks.contains(folder))
      let wrong = "\(Controls.labs)/\(folder)/wrong"
      for entry in try Bench.list(wrong) where entry.kind != .folder {
        #expect(run.contains("\(wrong)/\(entry.path)"), "\(entry.path) is no wrong answer")
      }
    }
  }
}
