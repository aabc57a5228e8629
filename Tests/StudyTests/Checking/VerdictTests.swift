import StudyCore
import Testing

@testable import study

@Suite("A check passes, fails, or says that it could not check", .enabled(if: Workbench.jq != nil))
struct VerdictTests {
  typealias C = Course

  private func answer(_ course: Course) throws -> Answer {
    let bench = try Workbench(course)
    let answer = try bench.check("job")
    #expect(bench.leftovers == [])
    return answer
  }

  @Test("Passed is 0, failed is 1, could not check is 2, in one shape of JSON")
  func shape() throws {
    let passed = try answer(.steps(C.judged("echo '{\"a\": 1}'", by: "[]")))
    #expect(passed.status == 0)
    let expected = """
      {"tasks": [{"task": "job", "verdict": "passed",
        "checks": [{"check": "works", "verdict": "passed", "reasons": []}]}]}
      """
    #expect(try passed.json?.canonical == JSONReader.read(Array(expected.utf8)).canonical)
    let failed = try answer(
      .steps(C.judged("echo '{\"a\": 1}'", by: "[\"a is \\(.a).\", \"So.\"]")))
    #expect(failed.status == 1)
    #expect(failed.verdict == "failed")
    #expect(failed.reasons == ["a is 1.", "So."])
    let unknown = try answer(.steps(C.step("kill -9 $$")))
    #expect(unknown.status == 2)
    #expect(unknown.verdict == "couldNotCheck")
    #expect(unknown.reason.contains("signal 9"))
  }

  @Test("People see every complaint and the first hint only")
  func page() throws {
    let bench = try Workbench(.steps(C.judged("echo 1", by: "[\"One thing.\", \"Another.\"]")))
    let answer = try bench.study("check", "job")
    #expect(answer.status == 1)
    for text in ["It works", "- One thing.", "- Another.", "Hint: First hint.", "1 failed"] {
      #expect(answer.output.contains(text), "\(answer.output)")
    }
    #expect(!answer.output.contains("Second hint"))
    #expect(!answer.output.contains("\u{1B}"))
  }

  @Test(
    "A failed check wins over one that could not be checked, wherever it stands",
    arguments: [true, false])
  func failureWins(_ first: Bool) throws {
    let checks = [
      C.check([C.step("kill -9 $$")], id: "unclear"), C.check([C.step("exit 1")], id: "wrong"),
    ]
    let course = Course(tasks: [C.task(checks: first ? checks.reversed() : checks)])
    let found = try answer(course)
    #expect(found.status == 1)
    #expect(found.verdict == "failed")
  }

  @Test("A judge that is unsure can't check; where another step or complaint is certain, it fails")
  func unsure() throws {
    let odd = C.judged("echo 1", by: "[{unsure: \"What is this?\"}]")
    let alone = try answer(.steps(odd, C.judged("echo 1", by: "[{unsure: \"And this?\"}]")))
    #expect(alone.status == 2)
    #expect(alone.reasons.first == "What is this? And this?")
    #expect(alone.reason.contains("study done"))
    let certain = try answer(.steps(odd, C.judged("echo 1", by: "[\"Wrong.\"]")))
    #expect(certain.status == 1)
    #expect(certain.reasons == ["Wrong."])
    let both = try answer(.steps(C.judged("echo 1", by: "[{unsure: \"Odd.\"}, \"Wrong.\"]")))
    #expect(both.reasons == ["Wrong."])
    let checks = [C.check([odd], id: "a"), C.check([C.step("exit 1")], id: "b")]
    #expect(try answer(Course(tasks: [C.task(checks: checks)])).verdict == "failed")
  }

  @Test("What a check makes for itself and fails to says nothing about the work")
  func ours() throws {
    let make = C.step("echo 'openssl: no entropy' >&2; exit 1", ", \"ours\": true")
    let found = try answer(.steps(make, C.step("exit 1")))
    #expect(found.status == 2)
    #expect(found.reason.contains("openssl: no entropy"))
    let made = C.step("echo made > fixture", ", \"ours\": true")
    #expect(try answer(.steps(made, C.step("test -f fixture"))).verdict == "passed")
  }

  @Test("Of two tasks, one failed and one unknown: 1; one passed and one unknown: 2")
  func severalTasks() throws {
    func tasks(_ script: String) -> Course {
      Course(tasks: [
        C.task("one", checks: [C.check([C.step(script)])]),
        C.task("two", checks: [C.check([C.step("kill -9 $$")])]),
      ])
    }
    #expect(try Workbench(tasks("exit 1")).check("one", "two").status == 1)
    let mixed = try Workbench(tasks("true")).check("one", "two")
    #expect(mixed.status == 2)
    #expect(mixed.verdicts == ["passed", "couldNotCheck"])
  }

  @Test("Steps stop at the first that does not pass")
  func stops() throws {
    let bench = try Workbench(.steps(C.step("true"), C.step("exit 4"), C.step("true")))
    let answer = try bench.check("job")
    #expect(answer.reason.contains("ended with status 4, where 0 was expected"))
    #expect(try bench.countRuns() == 2)
  }

  @Test(
    "Only an expected status passes",
    arguments: [("exit 3", "3", true), ("exit 0", "[1, 3]", false), ("exit 3", "[1, 3]", true)])
  func statuses(_ script: String, _ expected: String, _ passes: Bool) throws {
    let found = try answer(.steps(C.step(script, ", \"exit\": \(expected)")))
    #expect(found.verdict == (passes ? "passed" : "failed"))
  }

  @Test("Expected texts may be on either stream, and each must be there")
  func says() throws {
    let more = ", \"says\": [\"left\", \"right\"]"
    #expect(try answer(.steps(C.step("echo left; echo right >&2", more))).verdict == "passed")
    let half = try answer(.steps(C.step("echo left", more)))
    #expect(half.verdict == "failed")
    #expect(half.reason.contains("did not print \"right\""))
    let silent = try answer(.steps(C.step("true", more)))
    #expect(silent.verdict == "failed")
  }

  @Test("What a failure can be excused by says nothing about the work")
  func excuses() throws {
    let more =
      ", \"otherwise\": \"Wrong.\", "
      + "\"excuses\": [{\"says\": \"no network\", \"remedy\": \"connect\"}]"
    let excused = try answer(.steps(C.step("echo 'error: no network here'; exit 1", more)))
    #expect(excused.status == 2)
    #expect(excused.reasons == ["tester said: error: no network here", "connect"])
    let failed = try answer(.steps(C.step("echo other; exit 1", more)))
    #expect(failed.reasons == ["Wrong.", "  other"])
    #expect(try answer(.steps(C.step("echo no network", more))).verdict == "passed")
  }

  @Test(
    "A complaints program that errs or returns anything but one list of sentences does not pass",
    arguments: [
      "error(\"no\")", "empty", "[], []", "[1]", "[\"\"]", "[null]", "[[]]", "{}", "null", "true",
      "\"text\"", "[] | halt", "syntax error here", "$undefined", "input", "[\"a\"], []", "[] #",
    ])
  func programs(_ program: String) throws {
    let found = try answer(.steps(C.judged("echo '{}'", by: program)))
    #expect(found.verdict == (program == "[] #" ? "passed" : "couldNotCheck"), "\(found.output)")
  }

  @Test(
    "Output that is no document of the shape asked for does not pass",
    arguments: [
      ("json", "true"), ("json", "echo"), ("json", "echo nonsense"), ("json", "echo '{} {}'"),
      ("json", "echo '{'"), ("lines", "true"), ("lines", "echo '{'"),
      ("json", "echo '{}' >&2"),
    ])
  func shapes(_ shape: String, _ script: String) throws {
    let found = try answer(.steps(C.judged(script, by: "[]", as: shape)))
    #expect(found.verdict == "couldNotCheck", "\(found.output)")
  }

  @Test("Output comes as one document, as an array of documents, or as text")
  func asks() throws {
    let line = C.judged("echo '{\"a\":1}'; echo '{\"a\":2}'", by: "map(.a | tostring)", as: "lines")
    #expect(try answer(.steps(line)).reasons == ["1", "2"])
    let text = C.judged("printf 'a\\nb\\n'", by: "[.]", as: "text")
    #expect(try answer(.steps(text)).reasons == ["a\nb\n"])
    let document = C.judged("echo '{\"a\":[5]}'", by: ".a | map(tostring)")
    #expect(try answer(.steps(document)).reasons == ["5"])
  }

  @Test("Definitions of the lesson are there for every program")
  func definitions() throws {
    var course = Course.steps(C.judged("echo 4", by: "[\"\\(. | doubled)\"]"))
    course.jq = "def doubled: . * 2; # the end"
    #expect(try answer(course).reasons == ["8"])
  }
}
