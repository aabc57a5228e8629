import Testing

@testable import study

/// Whether this machine has what a week's offline checks need.
enum Needs {
  private static let required = Bench.environment["STUDY_LABS_REQUIRED"] == "1"

  /// Cancels the test, with the reason, where something is missing. Where labs are required, no
  /// test is cancelled: those that can't do their work then fail by themselves.
  static func orCancel(_ week: Labs.Week, sourceLocation: SourceLocation = #_sourceLocation) throws
  {
    if required { return }
    if let reason = reasons[week.number] {
      try Test.cancel("\(week): \(reason)", sourceLocation: sourceLocation)
    }
  }

  /// What stands in the way of checking each week's answer.
  private static let reasons: [Int: String] = {
    var result: [Int: String] = [:]
    for week in Labs.weeks { result[week.number] = try? obstacle(week) }
    return result
  }()

  private static func obstacle(_ week: Labs.Week) throws -> String? {
    let bench = try Bench()
    try bench.lay(Controls.answer(week))
    let answer = try bench.study(["check", "--week", String(week.number), "--format", "json"])
    return answer.verdicts.values.first { $0.verdict == "couldNotCheck" }?.reasons
      .replacing("\n", with: "; ")
  }
}
