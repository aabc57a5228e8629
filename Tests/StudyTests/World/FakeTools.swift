import StudyCore

@testable import study

/// Programs that answer as a session says.
final class FakeTools {
  /// What a command line that begins so answers.
  struct Answer {
    let beginning: String
    let status: Int32
    let text: String
  }

  /// The answers, the newest first.
  var answers: [Answer] = []
  /// What jq, asked for complaints, returns.
  var complaints = "[]"
  /// Every command line that was run.
  private(set) var ran: [String] = []

  func find(_ name: String) -> String? {
    answers.contains { $0.beginning.split(separator: " ").first.map(String.init) == name }
      ? "/bin/\(name)" : nil
  }

  func run(_ request: ProcessRequest) -> ProcessOutcome {
    let name = request.executable.split(separator: "/").last.map(String.init) ?? ""
    let line = ([name] + request.arguments).joined(separator: " ")
    ran.append(line)
    if let index = request.arguments.firstIndex(of: "study_word") {
      let word = String(request.arguments[index + 1].reversed())
      let text = #"{"word":"\#(word)","complaints":[\#(complaints)]}"#
      return ProcessOutcome(ending: .exited(0), output: Array(text.utf8))
    }
    guard let answer = answers.first(where: { line.hasPrefix($0.beginning) }) else {
      return ProcessOutcome(ending: .couldNotStart(errno: 2))
    }
    return ProcessOutcome(ending: .exited(answer.status), output: Array(answer.text.utf8))
  }
}
