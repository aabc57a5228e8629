import Testing

@testable import study

/// The right and wrong answers of the course, found by walking its folders, so that a check without
/// its controls can't go unnoticed.
enum Controls {
  /// A right answer to a whole week.
  struct Solution: Sendable, CustomTestStringConvertible {
    let week: Labs.Week
    let name: String
    let folder: String
    var testDescription: String { "\(week.folder)/\(name)" }
  }

  /// The week's answer with one mistake in it.
  struct WrongAnswer: Sendable, CustomTestStringConvertible {
    let week: Labs.Week
    let task: Labs.Task
    let name: String
    let file: String
    var testDescription: String { "\(week.folder)/\(task.id)/\(name)" }
  }

  static let repository =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
  static let labs = repository + "/Tests/Labs"

  /// The answer that the course itself shows.
  static func answer(_ week: Labs.Week) -> Solution {
    Solution(
      week: week, name: "answer", folder: "\(repository)/Sources/Course/\(week.folder)/answer")
  }

  /// The answer of each week, and whatever is laid beside its wrong answers and the lab of
  /// `Tests/Live`.
  static let solutions: [Solution] = Labs.weeks.flatMap { week in
    [answer(week)]
      + entries(of: "\(labs)/\(week.folder)", .folder).filter { !["wrong", "live"].contains($0) }
      .map { Solution(week: week, name: $0, folder: "\(labs)/\(week.folder)/\($0)") }
  }

  static let wrongAnswers: [WrongAnswer] = Labs.weeks.flatMap { week in
    week.tasks.flatMap { task in
      let folder = "\(labs)/\(week.folder)/wrong/\(task.id)"
      return entries(of: folder, .file).filter { $0.hasSuffix(".patch") }.map {
        WrongAnswer(
          week: week, task: task, name: String($0.dropLast(6)), file: "\(folder)/\($0)")
      }
    }
  }

  static func entries(of folder: String, _ kind: FileTree.Entry.Kind) -> [String] {
    guard
      let entries = try? FileTree.list(
        folder, excluding: [], limits: .init(entries: 20_000, bytes: 1 << 30))
    else { return [] }
    return entries.filter { $0.kind == kind && !$0.path.contains("/") }.map(\.path)
  }
}
