import StudyCore

@testable import study

/// What judges said of recorded output: `Tests/Judges/weekNN/answer.json` of the week's answer,
/// `Tests/Judges/weekNN/TASK/NAME.json` of a wrong one.
///
/// Each of its `runs` names the `judges` that got the same `input` and said the same `complaints`.
/// The input is written as JSON wherever it is JSON, so that it can be read and compared: one
/// document, an array for a judge that gathers lines, a string for one that takes text. Of a file
/// handed over as `path` and `text` that holds JSON, `json` is its document.
struct Recording {
  struct Run {
    var judges: [String]
    var complaints: JSON
    var input: JSON
  }

  var runs: [Run]

  static let folder = Controls.repository + "/Tests/Judges"

  init(runs: [Run]) {
    // Most judges of an answer get the same input and find nothing wrong with it.
    self.runs = runs.reduce(into: []) { known, run in
      let twin = known.firstIndex {
        $0.complaints.canonical == run.complaints.canonical
          && $0.input.canonical == run.input.canonical
      }
      guard let twin else { return known.append(run) }
      known[twin].judges += run.judges.filter { !known[twin].judges.contains($0) }
    }
  }

  init(file: String) throws {
    guard let bytes = try DurableFile.read(file, limit: 1 << 22) else {
      throw BenchError(text: "there is no \(file)")
    }
    runs = try (JSONReader.read(bytes)["runs"]?.array ?? []).map { run in
      guard let judges = run["judges"]?.array?.compactMap(\.string), !judges.isEmpty,
        let complaints = run["complaints"], let input = run["input"]
      else { throw BenchError(text: "\(file) has a run without judges, complaints or input") }
      return Run(judges: judges, complaints: complaints, input: input)
    }
    if runs.isEmpty { throw BenchError(text: "\(file) has no runs") }
  }

  var text: String {
    let runs = JSON.list(runs) { run in
      .object([
        "judges": .texts(run.judges), "complaints": run.complaints, "input": run.input,
      ])
    }
    return JSON.object(["runs": runs]).pretty + "\n"
  }
}

/// How a judge gets its input.
enum JudgeInput {
  /// The document behind what jq was given on standard input.
  static func decode(_ bytes: [UInt8], mode: String) throws -> JSON {
    switch mode {
    case "-cRs": return .text(String(decoding: bytes, as: UTF8.self))
    case "-cs":
      let lines = bytes.split(separator: UInt8(ascii: "\n"))
      return JSON(.array(try lines.map { try JSONReader.read(Array($0)) }))
    default: return opened(try JSONReader.read(bytes))
    }
  }

  static func encode(_ input: JSON, mode: String) -> [UInt8] {
    switch mode {
    case "-cRs": Array((input.string ?? "").utf8)
    case "-cs": Array((input.array ?? []).map { $0.compact + "\n" }.joined().utf8)
    default: Array(closed(input).compact.utf8)
    }
  }

  private static func opened(_ input: JSON) -> JSON {
    guard let files = input.array else { return input }
    return .list(files) { file in
      guard file.members?.map(\.name) == ["path", "text"], let path = file["path"],
        path.string?.hasSuffix(".json") == true, let text = file["text"]?.string,
        let json = try? JSONReader.read(Array(text.utf8))
      else { return file }
      return .object(["path": path, "json": json])
    }
  }

  private static func closed(_ input: JSON) -> JSON {
    guard let files = input.array else { return input }
    return .list(files) { file in
      guard file.members?.map(\.name) == ["path", "json"], let json = file["json"] else {
        return file
      }
      return .object(["path": file["path"], "text": .text(json.compact)])
    }
  }
}
