/// A jq program whose answer can be told from the silence, or the chatter, of a broken jq.
///
/// `jq -e` on empty input exits 0, and a program in jq's place may print `[]` to anything. So each
/// run gets a random word and must return it reversed beside the complaints: only an interpreter
/// that really ran the program can.
public struct ComplaintsProgram: Sendable {
  /// The arguments for jq; the input goes to its standard input.
  public let arguments: [String]
  private let answer: String

  /// - Parameters:
  ///   - step: the step whose complaints it asks for.
  ///   - definitions: jq definitions that the lesson shares.
  ///   - word: a fresh random word of ASCII letters and digits.
  public init?(_ step: Check.Step, definitions: String, word: String) {
    guard let program = step.complaints else { return nil }
    let mode =
      switch step.effectiveShape {
      case .json: "-c"
      case .lines: "-cs"
      case .text: "-cRs"
      }
    answer = String(word.reversed())
    arguments = [
      mode, "--arg", "study_word", word,
      """
      \(definitions)
      def study_complaints:
      \(program)
      ;
      {word: ($study_word | explode | reverse | implode), complaints: [study_complaints]}
      """,
    ]
  }

  /// What jq's exit status and output mean.
  public func complaints(status: Int, output: [UInt8], errors: String) -> StepRun.Complaints {
    if status != 0 {
      let line = errors.split(separator: "\n").first.map(String.init) ?? "status \(status)"
      return .unclear("jq could not judge the output: \(line)")
    }
    let silent = "jq gave no answer, since the output to judge was empty or jq does not work"
    if output.allSatisfy({ $0 == 0x0A || $0 == 0x20 }) { return .unclear(silent) }
    guard let json = try? JSONReader.read(output), json["word"]?.string == answer,
      let outer = json["complaints"]?.array
    else { return .unclear("jq did not answer as jq does, or the output was not one document") }
    guard outer.count == 1, let list = outer.first?.array,
      let answer = StepRun.Complaints(list)
    else { return .unclear("the check's complaints program did not return a list of sentences") }
    return answer
  }
}

extension StepRun.Complaints {
  /// What a list of sentences, plain or `{"unsure": "…"}`, says; nil for any other list.
  ///
  /// A plain one is certain, so the doubts beside it are left for when that is mended.
  init?(_ list: [JSON]) {
    var (certain, doubts): ([String], [String]) = ([], [])
    for item in list {
      if let text = item.string, !text.isEmpty {
        certain.append(text)
      } else if let text = item["unsure"]?.string, !text.isEmpty, item.members?.count == 1 {
        doubts.append(text)
      } else {
        return nil
      }
    }
    self = certain.isEmpty && !doubts.isEmpty ? .unsure(doubts) : .said(certain)
  }
}

extension Check.Step {
  /// Files are always handed over as one JSON document.
  var effectiveShape: Shape {
    if case .read = source { .json } else { shape }
  }
}
