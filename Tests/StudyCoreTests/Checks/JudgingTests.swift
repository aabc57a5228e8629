import Testing

@testable import StudyCore

@Suite("Only the right status, every expected text and no complaint pass")
struct JudgingTests {
  private static func step(_ text: String) throws -> Check.Step {
    let check = #"{"id":"c","title":"C","uses":["tool","jq"],"steps":[\#(text)]}"#
    return try Sample.steps(check)[0]
  }

  private static let full =
    #"{"run":["tool"],"exit":[0,2],"says":["good"],"complaints":"[]","excuses":[{"says":"no network","remedy":"connect"}]}"#

  @Test(
    "The verdict follows from the facts",
    arguments: [
      (.init(ending: .exited(0), text: "good", complaints: .said([])), "passed"),
      (.init(ending: .exited(2), text: "so good", complaints: .said([])), "passed"),
      (.init(ending: .exited(1), text: "good", complaints: .said([])), "failed"),
      (.init(ending: .exited(0), text: "bad", complaints: .said([])), "failed"),
      (.init(ending: .exited(0), text: "", complaints: .said([])), "failed"),
      (.init(ending: .exited(0), text: "good", complaints: .said(["It is wrong."])), "failed"),
      (.init(ending: .exited(0), text: "good", complaints: .unsure(["What?"])), "couldNotCheck"),
      (.init(ending: .exited(1), text: "good", complaints: .unsure(["What?"])), "failed"),
      (.init(ending: .exited(0), text: "good", complaints: .none), "couldNotCheck"),
      (.init(ending: .exited(0), text: "good", complaints: .unclear("?")), "couldNotCheck"),
      (
        .init(ending: .exited(0), text: "good", truncated: true, complaints: .said([])),
        "couldNotCheck"
      ),
      (.init(ending: .exited(1), text: "no network here", complaints: .none), "couldNotCheck"),
      (.init(ending: .exited(0), text: "no network", complaints: .said([])), "couldNotCheck"),
      (.init(ending: .exited(0), text: "good, no network", complaints: .said([])), "passed"),
      (.init(ending: .signalled(9), text: "good", complaints: .said([])), "couldNotCheck"),
      (.init(ending: .timedOut, text: "good", complaints: .said([])), "couldNotCheck"),
      (.init(ending: .couldNotStart("x"), text: "good", complaints: .said([])), "couldNotCheck"),
    ] as [(StepRun, String)])
  func verdict(run: StepRun, word: String) throws {
    #expect(try Self.step(Self.full).verdict(on: run).word == word)
  }

  @Test("A failure says what was expected, and shows the end of what the tool said")
  func reasons() throws {
    let step = try Self.step(#"{"run":["tool","-x"],"says":["good"]}"#)
    #expect(
      step.verdict(on: .init(ending: .exited(3), text: "╷\n│ Error: no\n\n╵\n"))
        == .failed(["`tool -x` ended with status 3, where 0 was expected.", "  Error: no"]))
    #expect(
      step.verdict(on: .init(ending: .exited(0), text: ""))
        == .failed(["`tool -x` did not print \"good\"."]))
    let told = try Self.step(#"{"run":["tool"],"otherwise":"Write it anew."}"#)
    #expect(told.verdict(on: .init(ending: .exited(1))) == .failed(["Write it anew."]))
  }

  @Test("Doubts stop nothing: a later failure is certain, and all of them are told at the end")
  func doubts() throws {
    let step = try Self.step(Self.full)
    func run(_ complaints: StepRun.Complaints, status: Int = 0) -> StepRun {
      StepRun(ending: .exited(status), text: "good", complaints: complaints)
    }
    func verdict(_ runs: StepRun...) -> Verdict {
      var verdicts = StepVerdicts()
      for run in runs {
        if let verdict = verdicts.take(run, of: step) { return verdict }
      }
      return verdicts.verdict
    }
    let (fine, odd) = (run(.said([])), run(.unsure(["Odd."])))
    #expect(verdict(fine, fine) == .passed)
    #expect(verdict(odd, fine) == .unsure(["Odd."]))
    #expect(verdict(odd, fine, run(.unsure(["A.", "B."]))) == .unsure(["Odd.", "A.", "B."]))
    #expect(verdict(odd, run(.said(["Wrong."]))) == .failed(["Wrong."]))
    #expect(verdict(run(.said(["Wrong."])), odd) == .failed(["Wrong."]))
    #expect(verdict(odd, StepRun(ending: .timedOut)) == .unsure(["Odd."]))
    #expect(verdict(StepRun(ending: .timedOut), odd).reasons.first?.contains("longer") == true)
    #expect(verdict(odd).reasons.last?.contains("study done") == true)
  }

  @Test(
    "All of several: one failure fails, one unknown is unknown, none proves nothing",
    arguments: [
      ([.passed, .passed], "passed"), ([.passed, .failed(["a"])], "failed"), ([], "couldNotCheck"),
      ([.couldNotCheck(reason: "r", remedy: ""), .failed(["a"])], "failed"),
      ([.passed, .couldNotCheck(reason: "r", remedy: "")], "couldNotCheck"),
    ] as [([Verdict], String)])
  func all(verdicts: [Verdict], word: String) {
    #expect(Verdict.all(verdicts).word == word)
  }

  @Test(
    "Only a jq that really ran the program is believed",
    arguments: [
      (0, #"{"word":"321w","complaints":[[]]}"#, .said([])),
      (0, #"{"word":"321w","complaints":[["It is wrong."]]}"#, .said(["It is wrong."])),
      (0, #"{"word":"321w","complaints":[[{"unsure":"Odd."}]]}"#, .unsure(["Odd."])),
      (
        0, #"{"word":"321w","complaints":[[{"unsure":"Odd."},{"unsure":"Odder."}]]}"#,
        .unsure(["Odd.", "Odder."])
      ),
      (
        0, #"{"word":"321w","complaints":[[{"unsure":"Odd."},"It is wrong."]]}"#,
        .said(["It is wrong."])
      ),
      (0, #"{"word":"321w","complaints":[[{"unsure":""}]]}"#, nil),
      (0, #"{"word":"321w","complaints":[[{"unsure":1}]]}"#, nil),
      (0, #"{"word":"321w","complaints":[[{"unsure":"Odd.","more":1}]]}"#, nil),
      (0, #"{"word":"321w","complaints":[[{"sure":"Odd."}]]}"#, nil),
      (0, #"{"word":"321w","complaints":[["It is wrong.",{}]]}"#, nil),
      (0, "", nil), (0, "\n ", nil), (0, "[]", nil), (0, "null", nil), (0, "{}", nil),
      (0, #"{"word":"w123","complaints":[[]]}"#, nil), (0, #"{"complaints":[[]]}"#, nil),
      (0, #"{"word":"321w","complaints":[]}"#, nil),
      (0, #"{"word":"321w","complaints":[[],[]]}"#, nil),
      (0, #"{"word":"321w","complaints":[null]}"#, nil),
      (0, #"{"word":"321w","complaints":[[1]]}"#, nil),
      (0, #"{"word":"321w","complaints":[[""]]}"#, nil),
      (0, #"{"word":"321w","complaints":["a"]}"#, nil),
      (5, #"{"word":"321w","complaints":[[]]}"#, nil), (0, "not json", nil),
      (0, #"{"word":"321w","complaints":[[]]}{"word":"321w","complaints":[[]]}"#, nil),
    ] as [(Int, String, StepRun.Complaints?)])
  func complaints(status: Int, output: String, answer: StepRun.Complaints?) throws {
    let program = try #require(
      ComplaintsProgram(Self.step(Self.full), definitions: "", word: "w123"))
    let said = program.complaints(status: status, output: Array(output.utf8), errors: "boom\nmore")
    if let answer {
      #expect(said == answer)
    } else if case .unclear(let reason) = said {
      #expect(!reason.isEmpty)
    } else {
      Issue.record("\(output) was believed")
    }
  }

  @Test(
    "Input is handed to jq as the step says",
    arguments: [("json", "-c"), ("lines", "-cs"), ("text", "-cRs")])
  func shapes(shape: String, mode: String) throws {
    let step = try Self.step(#"{"run":["tool"],"as":"\#(shape)","complaints":["[", "]"]}"#)
    let program = try #require(ComplaintsProgram(step, definitions: "def d: 1;", word: "w"))
    #expect(program.arguments.prefix(4) == [mode, "--arg", "study_word", "w"])
    #expect(program.arguments.last?.contains("def d: 1;\ndef study_complaints:\n[\n]\n;") == true)
    #expect(
      ComplaintsProgram(try Self.step(#"{"run":["tool"]}"#), definitions: "", word: "w") == nil)
  }
}
