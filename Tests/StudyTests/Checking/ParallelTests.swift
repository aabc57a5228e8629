import StudyCore
import Testing

@testable import study

@Suite("What doesn't depend on each other is checked at once", .enabled(if: Workbench.jq != nil))
struct ParallelTests {
  typealias C = Course

  private static let many = ["STUDY_JOBS": "3"]

  /// Says that it is here, and waits for another.
  private static func meet(_ own: String, _ other: String) -> String {
    C.step(
      "echo > \"$ROOT/\(own)\"; i=0; while [ ! -e \"$ROOT/\(other)\" ]; do i=$((i+1)); "
        + "[ $i -lt 200 ] || exit 1; sleep 0.05; done")
  }

  /// Fails if another like it runs at the same time.
  private static func alone(in folder: String) -> String {
    C.step("mkdir \(folder)/alone && sleep 0.2 && rmdir \(folder)/alone")
  }

  private func verdicts(
    _ course: Course, _ environment: [String: String] = many, _ arguments: String...
  ) throws -> [String] {
    let bench = try Workbench(course)
    let answer = try bench.study(
      arguments: ["check", "--format", "json"] + arguments, environment: environment)
    #expect(bench.leftovers == [])
    let checks = answer.json?["tasks"]?.array?.flatMap { $0["checks"]?.array ?? [] } ?? []
    return checks.map { "\($0["check"]?.string ?? ""): \($0["verdict"]?.string ?? "")" }
  }

  private func preparation(_ id: String, _ step: String) -> String {
    "{\"id\": \"\(id)\", \"title\": \"\(id)\", \"uses\": [\"tester\"], \"steps\": [\(step)]}"
  }

  private func after(_ id: String) -> String { ", \"after\": \"\(id)\"" }

  @Test("Two checks that stand alone, and two preparations")
  func atOnce() throws {
    let alone = Course(tasks: [
      C.task(checks: [
        C.check([Self.meet("a", "b")], id: "one"), C.check([Self.meet("b", "a")], id: "two"),
      ])
    ])
    #expect(try verdicts(alone) == ["one: passed", "two: passed"])
    var prepared = Course(tasks: [
      C.task(checks: [
        C.check([C.step("true")], id: "one", also: after("p")),
        C.check([C.step("true")], id: "two", also: after("q")),
      ])
    ])
    prepared.preparations = [
      preparation("p", Self.meet("a", "b")), preparation("q", Self.meet("b", "a")),
    ]
    #expect(try verdicts(prepared) == ["one: passed", "two: passed"])
  }

  @Test("Checks in one copy run one after another, and after their preparation")
  func inOneCopy() throws {
    var course = Course(tasks: [
      C.task(
        checks: (1...4).map { number in
          C.check(
            [C.step("grep -x once prepared"), Self.alone(in: ".")], id: "c\(number)",
            also: after("p"))
        } + [C.check([C.step("true")], id: "free")])
    ])
    // A second time anywhere would leave another word.
    let once =
      "mkdir \"$ROOT/p\" && echo once >> prepared || echo again >> prepared; sleep 0.3"
    course.preparations = [preparation("p", C.step(once))]
    #expect(
      try verdicts(course)
        == ["c1: passed", "c2: passed", "c3: passed", "c4: passed", "free: passed"])
  }

  @Test("One job is one at a time, and so is what looks at something live")
  func oneByOne() throws {
    func course(_ also: String) -> Course {
      Course(tasks: [
        C.task(
          checks: (1...3).map { C.check([Self.alone(in: "$ROOT")], id: "c\($0)", also: also) })
      ])
    }
    let passed = ["c1: passed", "c2: passed", "c3: passed"]
    #expect(try verdicts(course(""), ["STUDY_JOBS": "1"]) == passed)
    #expect(try verdicts(course(", \"tier\": \"live\""), Self.many, "job", "--live") == passed)
    // Were they not kept apart, this would show it.
    #expect(try verdicts(course("")) != passed)
  }

  @Test("Results are shown and listed in the roadmap's order, whichever is ready first")
  func order() throws {
    let course = Course(tasks: [
      C.task("slow", checks: [C.check([C.step("sleep 0.6")], id: "first")]),
      C.task("quick", checks: [C.check([C.step("true")], id: "second")]),
      C.task("bad", checks: [C.check([C.step("exit 1")], id: "third")]),
    ])
    #expect(try verdicts(course) == ["first: passed", "second: passed", "third: failed"])
    let text = try Workbench(course).study("check", environment: Self.many).output
    let lines = text.split(separator: "\n").prefix(3)
    for (line, word) in zip(lines, ["It first", "It second", "It third"]) {
      #expect(line.contains(word), "\(text)")
    }
    let one = try Workbench(course).check("--fresh", environment: ["STUDY_JOBS": "1"])
    let three = try Workbench(course).check("--fresh", environment: Self.many)
    #expect(one.output == three.output)
  }

  @Test("A tool that several want is tried out once")
  func toolbox() throws {
    let checks = (1...4).map { C.check([C.step("true")], id: "c\($0)") }
    let bench = try Workbench(Course(tasks: [C.task(checks: checks)]))
    let counting = Workbench.tester.replacing(
      "--version) echo", with: "--version) echo >> \"$ROOT/asked\"; echo")
    try bench.tool("tester", counting)
    _ = try bench.check("job", environment: Self.many)
    #expect(try bench.scratch.text("asked") == "\n")
  }
}
