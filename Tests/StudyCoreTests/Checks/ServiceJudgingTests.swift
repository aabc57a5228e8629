import Testing

@testable import StudyCore

@Suite("A service passes once it is ready, and its end is judged as a run's")
struct ServiceJudgingTests {
  private static func step(_ text: String) throws -> Check.Step {
    let check = #"{"id":"c","title":"C","uses":["web"],"steps":[{"run":["web"]},\#(text)]}"#
    return try #require(try Sample.steps(check).last)
  }

  private static let start =
    #"{"start":["web","{port:p}"],"name":"w","ready":{"port":"p","path":"/up","within":4},"#
    + #""excuses":[{"says":"no memory","remedy":"buy some"}]"#

  @Test(
    "How it came up",
    arguments: [
      (.ready, "", "passed", ""),
      (.exited(0), "", "failed", "`web {port:p}` ended with status 0, where it was to stay"),
      (.exited(1), "", "failed", "ended with status 1"),
      (.signalled(9), "", "failed", "ended with status 137"),
      (.notReady(status: nil), "", "failed", "did not answer on its port at /up within 4 s."),
      (.notReady(status: 503), "", "failed", "with status 503, where 200 to 399 was expected"),
      (.exited(1), "no memory left", "couldNotCheck", "web said: no memory left"),
      (.couldNotStart("gone"), "", "couldNotCheck", "web could not be started: gone"),
    ] as [(StepRun.Ending, String, String, String)])
  func starts(ending: StepRun.Ending, text: String, word: String, reason: String) throws {
    let run = StepRun(ending: ending, text: text)
    let verdict = try Self.step(Self.start + "}").verdict(on: run)
    #expect(verdict.word == word)
    #expect((verdict.reasons.first ?? "").contains(reason), "\(verdict)")
    // One of ours never fails the work.
    let ours = try Self.step(Self.start + #","ours":true}"#).verdict(on: run)
    #expect(ours.word == (word == "failed" ? "couldNotCheck" : word))
  }

  @Test("The first errors of its log are shown, and the last lines where there is none")
  func errors() throws {
    let step = try Self.step(Self.start + #","otherwise":"It must run."}"#)
    let many = "begin\n[emerg] bind() failed\nmore\nERROR: second\n" + "and on\n" * 20
    #expect(
      step.verdict(on: .init(ending: .exited(1), text: many))
        == .failed(["It must run.", "  [emerg] bind() failed", "  ERROR: second"]))
    #expect(
      step.verdict(on: .init(ending: .exited(1), text: "one\n\ntwo\n"))
        == .failed(["It must run.", "  one", "  two"]))
  }

  private static let stop = start + #"},{"stop":"w","signal":"INT","within":3"#

  @Test(
    "How it ended",
    arguments: [
      ("", .exited(0), "passed", ""),
      ("", .signalled(2), "failed", "w ended on SIGINT with status 130, where 0 was expected."),
      (#","exit":[0,130]"#, .signalled(2), "passed", ""),
      ("", .exited(3), "failed", "with status 3"),
      ("", .timedOut, "failed", "w did not end within 3 s of SIGINT."),
      (#","exit":[3]"#, .gone(status: 3), "failed", "ended by itself, with status 3, before"),
      (#","says":["bye"]"#, .exited(0), "passed", ""),
      (#","says":["hello"]"#, .exited(0), "failed", "`w` did not print \"hello\"."),
      (#","ours":true"#, .exited(3), "couldNotCheck", "what the check brings along did not work"),
      ("", .couldNotStart("x"), "couldNotCheck", "w could not be started"),
    ] as [(String, StepRun.Ending, String, String)])
  func stops(more: String, ending: StepRun.Ending, word: String, reason: String) throws {
    let verdict = try Self.step(Self.stop + more + "}").verdict(
      on: .init(ending: ending, text: "bye"))
    #expect(verdict.word == word, "\(verdict)")
    #expect((verdict.reasons.first ?? "").contains(reason), "\(verdict)")
  }

  @Test("The stop of a service of ours is ours")
  func inherits() throws {
    let ours = Self.start + #","ours":true},{"stop":"w"},{"run":["web"]}"#
    let steps = try Sample.steps(#"{"id":"c","title":"C","uses":["web"],"steps":[\#(ours)]}"#)
    #expect(steps.map(\.isOurs) == [true, true, false])
  }

  @Test("What is ours says nothing by its end; what its complaints say counts")
  func ours() throws {
    let step = try Self.step(
      #"{"run":["web"],"ours":true,"says":["made"],"complaints":"[]"},{"run":["web"],"ours":true,"says":["made"],"complaints":"[]"}"#
    )
    let failed = step.verdict(on: .init(ending: .exited(1), text: "no such file"))
    #expect(failed.word == "couldNotCheck")
    #expect(failed.reasons[0].contains("ended with status 1"))
    #expect(failed.reasons[0].contains("no such file"))
    #expect(step.verdict(on: .init(ending: .exited(0), text: "?")).word == "couldNotCheck")
    let run = StepRun(ending: .exited(0), text: "made", complaints: .said(["Wrong."]))
    #expect(step.verdict(on: run) == .failed(["Wrong."]))
  }
}

private func * (text: String, count: Int) -> String { String(repeating: text, count: count) }
