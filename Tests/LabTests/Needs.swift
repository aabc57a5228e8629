import Testing

@testable import study

/// Whether this machine has what a week's offline checks need.
enum Needs {
  /// Whether nothing may be left out: what can't do its work then fails.
  static let required = Bench.environment["STUDY_LABS_REQUIRED"] == "1"

  /// The controls of weeks that can be checked here.
  ///
  /// A case that is cancelled counts as passed with the others of its test (Swift Testing 6.3), so
  /// what can't run is no case at all, and ``NeedsTests`` tells of it.
  static func met<Control>(_ controls: [Control], _ week: (Control) -> Labs.Week) -> [Control] {
    required ? controls : controls.filter { obstacles[week($0).number] == nil }
  }

  /// What stands in the way of checking each week's answer.
  static let obstacles: [Int: String] = {
    var result: [Int: String] = [:]
    // Where not even `study` can be run nothing is left out, and all fail.
    for week in Labs.weeks { result[week.number] = try? obstacle(week) }
    return result
  }()

  private static func obstacle(_ week: Labs.Week) throws -> String? {
    let bench = try Bench()
    try bench.lay(Controls.answer(week))
    let answer = try bench.study(["check", "--week", String(week.number), "--format", "json"])
    let reasons = answer.verdicts.values.first { $0.verdict == "couldNotCheck" }?.reasons
    return reasons?.split(separator: "\n").first.map(String.init)
  }
}

@Suite(
  "What the labs need is here",
  .enabled(if: !Needs.required, "where labs are required, they fail for want of it"))
struct NeedsTests {
  @Test("The answer of every week can be checked, or its labs are left out")
  func everyWeek() throws {
    let missing = Needs.obstacles.sorted { $0.key < $1.key }.map { "week \($0.key): \($0.value)" }
    if !missing.isEmpty { try Test.cancel("left out: \(missing.joined(separator: "; "))") }
  }
}
