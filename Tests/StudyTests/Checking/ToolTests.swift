import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@testable import study

@Suite("A tool is believed only once it has proved itself", .enabled(if: Workbench.jq != nil))
struct ToolTests {
  typealias C = Course

  @Test(
    "No check passes with a tool that is broken",
    arguments: [
      ("exit 1", "does not tell its version"),
      ("exit 0", "does not tell its version"),
      ("echo '[]'", "does not tell its version"),
      ("echo 'tester 2.1'; exit 1", "does not tell its version"),
      ("echo \"99.1.0 $*\"; cat", "does not reject what it should"),
      ("echo 'tester 2.1.0 something bad'", "does not reject what it should"),
      ("[ $1 = --version ] && echo 2.1 || exit 3", "does not reject what it should"),
      ("echo 'tester 1.9.9'", "is version 1.9.9, older than 2.0"),
      ("exec sleep 60", "did not answer within 1 s"),
      ("[ $1 = --version ] && echo 2.1 || exec sleep 60", "did not answer within 1 s"),
    ])
  func broken(_ script: String, _ reason: String) throws {
    let bench = try Workbench()
    try bench.tool("tester", script)
    let answer = try bench.check("job", environment: ["STUDY_PATIENCE": "1"])
    #expect(answer.status == 2)
    #expect(answer.verdict == "couldNotCheck")
    #expect(answer.reason.contains(reason), "\(answer.reason)")
    #expect(answer.reason.contains("tester.invalid"))
    #expect(try bench.events().isEmpty)
    #expect(bench.leftovers == [])
    try bench.tool("tester", Workbench.tester)
    #expect(try bench.check("job").verdict == "passed")
  }

  @Test("A missing tool is named, with the command that gets it")
  func absent() throws {
    let bench = try Workbench()
    try #require(unlink(bench.scratch("bin/tester")) == 0)
    let answer = try bench.check("job")
    #expect(answer.status == 2)
    #if os(macOS)
      let command = "get it with `brew install tester`"
    #else
      let command = "get it with `apt-get install tester`"
    #endif
    #expect(
      answer.reasons == ["Tester was not found", command + ", or see https://tester.invalid"])
  }

  @Test(
    "The second way to call a tool is used where the first does not work", arguments: [true, false])
  func secondWay(_ firstIsThere: Bool) throws {
    let bench = try Workbench()
    try bench.tool("second", "[ $1 = best ] || exit 9; shift\n" + Workbench.tester)
    if firstIsThere {
      try bench.tool("tester", "exit 1")
    } else {
      try #require(unlink(bench.scratch("bin/tester")) == 0)
    }
    #expect(try bench.check("job").verdict == "passed")
    #expect(try bench.countRuns() == 1)
  }

  @Test("What was tried out is remembered, but not of a program replaced since")
  func replaced() throws {
    let bench = try Workbench()
    try bench.tool("tester", "echo tried >> \"$ROOT/tried\"\n" + Workbench.tester)
    #expect(try bench.check("job").verdict == "passed")
    #expect(try bench.check("job", "--fresh").verdict == "passed")
    let before = try #require(FileStatus.of(bench.scratch("bin/tester")))
    #expect(try bench.scratch.text("tried")?.split(separator: "\n").count == 4)
    // Of the same size, in the same place, with the same time.
    let liar = "echo 2.1 lie >> \"$ROOT/lie\"\n" + "exit 0  "
    let old = try #require(try bench.scratch.text("bin/tester"))
    let head = "#!/bin/sh\nROOT='\(bench.root)'\n" + liar
    let padding = String(repeating: "#", count: old.utf8.count - head.utf8.count - 2)
    let file = open(bench.scratch("bin/tester"), O_WRONLY | O_TRUNC)
    let bytes = Array((head + "\n" + padding + "\n").utf8)
    #expect(write(file, bytes, bytes.count) == before.size)
    var times = [timespec(), timespec()]
    for index in times.indices {
      times[index].tv_sec = time_t(before.modified / 1_000_000_000)
      times[index].tv_nsec = Int(before.modified % 1_000_000_000)
    }
    #expect(futimens(file, times) == 0)
    close(file)
    #expect(FileStatus.of(bench.scratch("bin/tester"))?.modified == before.modified)
    #expect(try bench.check("job").verdict == "couldNotCheck")
  }

  @Test("A damaged memory of a tool is not believed", arguments: ["", "garbage", "2.1.0\n", "2"])
  func damaged(_ content: String) throws {
    let bench = try Workbench()
    try bench.tool("tester", "echo tried >> \"$ROOT/tried\"\n" + Workbench.tester)
    #expect(try bench.check("job").verdict == "passed")
    let folder = "home/.cache/study/tools"
    #expect(!bench.names(folder).isEmpty)
    for name in bench.names(folder) { try bench.scratch.write(content, to: folder + "/" + name) }
    #expect(try bench.check("job", "--fresh").verdict == "passed")
    #expect(try bench.scratch.text("tried")?.split(separator: "\n").count == 6)
  }

  @Test(
    "No check passes with a liar in jq's place",
    arguments: [
      "echo '[]'", "echo '{\"word\": \"\", \"complaints\": [[]]}'", "cat; exit 1", "exit 0", "cat",
      """
      case "$1" in
        --version) echo jq-1.7 ;;
        -e) echo false; exit 1 ;;
        *) echo '{"word": "w", "complaints": [[]]}' ;;
      esac
      """,
      "case \"$1\" in --version) echo jq-1.7 ;; -e) echo false; exit 1 ;; *) echo '[]' ;; esac",
      "case \"$1\" in --version) echo jq-1.7 ;; -e) echo false; exit 1 ;; esac",
      "case \"$1\" in --version) echo jq-1.7 ;; -e) echo false; exit 1 ;; *) echo \"$*\" ;; esac",
    ])
  func liar(_ script: String) throws {
    let bench = try Workbench(.steps(C.judged("echo 1", by: "[]")))
    #expect(try bench.check("job").verdict == "passed")
    try #require(unlink(bench.scratch("bin/jq")) == 0)
    try bench.tool("jq", script)
    #expect(try bench.check("job").verdict == "couldNotCheck")
    #expect(try bench.check("job", "--fresh").status == 2)
  }

  @Test("Without jq only checks that need it can't be made")
  func withoutJQ() throws {
    let bench = try Workbench(
      Course(tasks: [
        C.task("plain", checks: [C.check([C.step("true")])]),
        C.task("judged", checks: [C.check([C.judged("echo 1", by: "[]")])]),
      ]))
    try #require(unlink(bench.scratch("bin/jq")) == 0)
    #expect(try bench.check("plain", "judged").verdicts == ["passed", "couldNotCheck"])
  }
}
