import StudyCore
import Testing

@testable import study

/// The judges alone: the jq programs of the course on recorded output of tools. They need jq and
/// nothing else, and as long as jq takes to start. ``JudgeRecording`` tells how to record anew.
@Suite(
  "Judges say of recorded output what they said of it",
  .enabled(if: Needs.required || Jq.program != nil, "jq was not found"))
struct JudgeTests {
  @Test("The program of today on the output of then", arguments: JudgeCase.all)
  func judges(_ recorded: JudgeCase) throws {
    for run in try Recording(file: recorded.file).runs {
      #expect(run.input.pretty.utf8.count < 40_000, "\(run.judges): too large to be read")
      for name in run.judges {
        let judge = try #require(
          Labs.judges.first { $0.week == recorded.week && $0.name == name },
          "there is no judge \(name); has a step moved?")
        let said = try Jq.complaints(of: judge, about: run.input)
        #expect(said.compact == run.complaints.compact, "\(name)")
      }
    }
  }

  @Test("Every judge is recorded once with nothing to complain of, and once with something")
  func everyJudge() throws {
    var right: Set<String> = []
    var wrong: Set<String> = []
    for recorded in JudgeCase.all {
      for run in try Recording(file: recorded.file).runs {
        let names = run.judges.map { "\(recorded.week)/\($0)" }
        if run.complaints.array?.isEmpty == true {
          right.formUnion(names)
        } else {
          wrong.formUnion(names)
        }
      }
    }
    let judges = Labs.judges.map { "\($0.week)/\($0.name)" }
    #expect(judges.filter { !right.contains($0) } == [], "nothing right is recorded of these")
    #expect(judges.filter { !wrong.contains($0) } == [], "nothing wrong is recorded of these")
  }

  @Test("A recording is of an answer, of a wrong answer that is still there, or made on purpose")
  func everyRecording() {
    let answers = Labs.weeks.map { "\($0)/answer.json" }
    let wrong = Controls.wrongAnswers.map { "\($0.testDescription).json" }
    let known = Set(answers + wrong)
    let unknown = JudgeCase.all.map(\.testDescription).filter {
      !known.contains($0) && !$0.contains("/live/") && !$0.contains("/by-hand/")
    }
    #expect(unknown == [])
  }
}

/// A file of recordings.
struct JudgeCase: Sendable, CustomTestStringConvertible {
  let week: String
  let file: String
  var testDescription: String { String(file.dropFirst(Recording.folder.count + 1)) }

  static let all: [JudgeCase] = {
    let limits = FileTree.Limits(entries: 20_000, bytes: 1 << 30)
    let entries = try? FileTree.list(Recording.folder, excluding: [], limits: limits)
    return (entries ?? []).filter { $0.kind == .file && $0.path.hasSuffix(".json") }.map {
      JudgeCase(
        week: String($0.path.prefix { $0 != "/" }), file: "\(Recording.folder)/\($0.path)")
    }
  }()
}

/// jq as the program runs it to judge.
enum Jq {
  static let program = findExecutable("jq", path: Bench.environment["PATH"] ?? "")

  /// What a judge says: an array.
  static func complaints(of judge: Labs.Judge, about input: JSON) throws -> JSON {
    guard let jq = Self.program, let program = judge.program("word") else {
      throw BenchError(text: "jq was not found")
    }
    let outcome = ProcessRunner.run(
      ProcessRequest(
        executable: jq, arguments: program.arguments, environment: ["HOME": "/dev/null"],
        folder: "/", input: JudgeInput.encode(input, mode: program.arguments[0]), timeout: 60))
    guard outcome.ending == .exited(0), let answer = try? JSONReader.read(outcome.output),
      answer["word"]?.string == "drow", let said = answer["complaints"]?.array?.first
    else { throw BenchError(text: "\(judge.name) can't judge that: \(outcome.text)") }
    return said
  }
}
