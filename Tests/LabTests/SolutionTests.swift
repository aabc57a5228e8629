import StudyCore
import Testing

@testable import study

@Suite("Right answers pass, whatever their layout")
struct SolutionTests {
  @Test(
    "A whole week's solution passes every check, and its files stay as they were",
    arguments: Labs.solutions.indices)
  func passes(_ index: Int) throws {
    let (lesson, name) = Labs.solutions[index]
    if Needs.missing(lesson) != nil { return }
    let bench = try Bench()
    try bench.lay("\(Labs.folder)/\(lesson.folder)/\(name)", over: lesson.folder)
    let before = try bench.fingerprint()
    let progress = ["--progress", bench.root + "/study.json"]
    let answer = try bench.study(
      ["check", "--week", String(lesson.week), "--format", "json"] + progress)
    for task in lesson.tasks where task.hasOfflineChecks {
      let verdict = answer.verdicts[task.id.rawValue]
      #expect(
        verdict?.verdict == "passed", "\(name), \(task.id): \(verdict?.reasons ?? answer.errors)")
    }
    #expect(try bench.fingerprint() == before)
    let report = try bench.study(["report", "--format", "json"] + progress)
    let verified = try JSONReader.read(Array(report.output.utf8))["total"]?["verified"]?.integer
    #expect(verified == lesson.tasks.count(where: \.hasOfflineChecks))
  }

  @Test("Every week with checks has a reference, an alternative, and two wrong answers a task")
  func controlsExist() {
    for lesson in Labs.lessons {
      let names = Labs.solutions.filter { $0.lesson.week == lesson.week }.map(\.name)
      #expect(names.contains("reference"), "\(lesson.folder) has no reference solution")
      #expect(names.count >= 2, "\(lesson.folder) has no second, differently laid out solution")
      for task in lesson.tasks where task.hasOfflineChecks {
        let wrong = Labs.wrongAnswers.count { $0.task.id == task.id }
        #expect(wrong >= 2, "\(lesson.folder)/\(task.id) has \(wrong) wrong answers")
      }
    }
    let known = Set(Labs.lessons.map(\.folder))
    for folder in Labs.names(in: Labs.folder) { #expect(known.contains(folder)) }
  }
}
