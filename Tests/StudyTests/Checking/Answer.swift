import StudyCore

@testable import study

/// What a run of `study` said.
struct Answer {
  let status: Int32
  let output: String
  let errors: String

  /// The whole of `--format json`.
  var json: JSON? { try? JSONReader.read(Array(output.utf8)) }

  private var tasks: [JSON] { json?["tasks"]?.array ?? [] }

  /// The tasks' verdicts, in order.
  var verdicts: [String] { tasks.compactMap { $0["verdict"]?.string } }

  /// The verdict on the only task.
  var verdict: String? { tasks.count == 1 ? verdicts.first : nil }

  /// All reasons of all checks, and of tasks that have none.
  var reasons: [String] {
    tasks.flatMap { task in
      (task["checks"]?.array ?? []).flatMap { $0["reasons"]?.array ?? [] }
        + (task["reasons"]?.array ?? [])
    }.compactMap(\.string)
  }

  /// The reasons as one text.
  var reason: String { reasons.joined(separator: "\n") }
}
