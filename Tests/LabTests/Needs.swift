import StudyCore

@testable import study

/// Whether this machine has what a lesson's offline checks need; the reason if not.
enum Needs {
  private static let required = Bench.environment["STUDY_LABS_REQUIRED"] == "1"

  /// Nil to go on. Where labs are required, nothing is skipped: the tests then fail by themselves.
  static func missing(_ lesson: Lesson) -> String? {
    required ? nil : reasons[lesson.week]
  }

  /// What stands in the way of checking each week's reference solution, printed once.
  private static let reasons: [Int: String] = {
    var result: [Int: String] = [:]
    for lesson in Labs.lessons {
      guard let reason = try? obstacle(lesson) else { continue }
      print("skipped: the labs of week \(lesson.week): \(reason)")
      result[lesson.week] = reason
    }
    return result
  }()

  private static func obstacle(_ lesson: Lesson) throws -> String? {
    let bench = try Bench()
    try bench.lay("\(Labs.folder)/\(lesson.folder)/reference", over: lesson.folder)
    let answer = try bench.study(["check", "--week", String(lesson.week), "--format", "json"])
    return answer.verdicts.values.first { $0.verdict == "couldNotCheck" }?.reasons
      .replacing("\n", with: "; ")
  }
}
