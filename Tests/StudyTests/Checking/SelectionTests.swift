import StudyCore
import Testing

@testable import study

@Suite("Which tasks are checked, and what a plan shows", .enabled(if: Workbench.jq != nil))
struct SelectionTests {
  typealias C = Course

  /// Two weeks of tasks with checks, without, and of what runs.
  private static var course: Course {
    let check = C.check([C.step("true")])
    let live = C.check(
      [C.step("echo $AWS_PROFILE $KUBECONFIG; exit 1")], also: ", \"tier\": \"live\"")
    var course = Course(tasks: [
      C.task("one", checks: [check]), C.task("two", checks: [check], deliverable: "two/*.txt"),
      C.task("plain", checks: []), C.task("running", checks: [live]),
    ])
    course.more = [
      """
      {"week": 2, "id": "second", "title": "Second", "why": "More.",
       "tasks": [\(C.task("later", checks: [check])), \(C.task("folder", checks: [check],
        deliverable: "made"))]}
      """
    ]
    return course
  }

  private func tasks(_ answer: Answer) -> [String] {
    answer.json?["tasks"]?.array?.compactMap { $0["task"]?.string } ?? []
  }

  @Test("Without TASK, those of this week that have something in the lab")
  func thisWeek() throws {
    let bench = try Workbench(Self.course)
    #expect(try tasks(bench.check()) == ["one", "running"])
    try bench.scratch.write("", to: "lab/week01/two/a.txt")
    try bench.scratch.write("", to: "lab/week02/work.txt")
    #expect(try tasks(bench.check()) == ["one", "two", "running"])
    let empty = try Workbench(Self.course)
    try bench.scratch.write("", to: "lab/week01/other")
    try FileTree.remove(empty.lab + "/week01")
    let nothing = try empty.check()
    #expect(nothing.status == 2)
    #expect(tasks(nothing) == [])
    #expect(try empty.study("check").output.contains("Nothing to check yet"))
  }

  @Test("A week whole, all weeks with work, or those named, in the roadmap's order")
  func chosen() throws {
    let bench = try Workbench(Self.course)
    #expect(try tasks(bench.check("--week", "1")) == ["one", "two", "running"])
    #expect(try tasks(bench.check("--week", "2")) == ["later", "folder"])
    #expect(try bench.check("--week", "2").status == 1)
    #expect(try tasks(bench.check("--all")) == ["one", "running"])
    try bench.scratch.write("", to: "lab/week02/made/deep/file")
    #expect(try tasks(bench.check("--all")) == ["one", "running", "folder"])
    #expect(try tasks(bench.check("2.1", "two", "1.1", "on")) == ["one", "two", "later"])
    #expect(try bench.check("absent").status == 66)
  }

  @Test("A task without checks is left to the learner's word, one of live checks to `--live`")
  func without() throws {
    let bench = try Workbench(Self.course)
    let plain = try bench.check("plain")
    #expect(plain.status == 2)
    #expect(plain.reasons == ["1.3 has no checks", "`study done 1.3` marks it done on your word"])
    let running = try bench.check("running")
    #expect(running.status == 2)
    #expect(running.reason.contains("--live"))
    #expect(try bench.countRuns() == 0)
  }

  @Test("Live checks see the user's account and cluster")
  func live() throws {
    let bench = try Workbench(Self.course)
    let answer = try bench.check(
      "running", "--live", environment: ["AWS_PROFILE": "own", "KUBECONFIG": "/own/kube"])
    #expect(answer.reasons.last == "  own /own/kube")
  }

  @Test("A plan shows every command, folder and environment, and runs nothing")
  func plan() throws {
    var course = Self.course
    course.preparations = [
      """
      {"id": "once", "title": "Once", "uses": ["tester"], "fixtures": {"given": []},
       "steps": [\(C.step("prepare it", ", \"env\": {\"NAME\": \"value\"}"))]}
      """
    ]
    let judged = C.judged("look at it", by: "[]").replacing(
      "\"as\"", with: "\"in\": \"sub\", \"as\"")
    course.tasks[0] = C.task(
      "one",
      checks: [
        C.check([judged, C.read(["*.txt"], by: "[]")], also: ", \"after\": \"once\"")
      ])
    let bench = try Workbench(course)
    try bench.tool("tester", "echo tried >> \"$ROOT/runs\"\n" + Workbench.tester)
    let before = try bench.scratch.text("lab/study.json")
    let answer = try bench.study(
      "check", "--plan", "--week", "1", "--live",
      environment: ["AWS_SECRET_ACCESS_KEY": "users-own", "COLUMNS": "200", "AWS_PROFILE": "mine"])
    #expect(answer.status == 0)
    let tester = bench.scratch("bin/tester")
    for line in [
      "First, once: Once", "Brings given", "<copy>/week01$ \(tester) 'prepare it'",
      "with NAME=value", "<copy>/week01/sub$ \(tester) 'look at it' | jq",
      "<copy>/week01$ (read) *.txt | jq", "AWS_SECRET_ACCESS_KEY=study", "KUBECONFIG=/dev/null",
      "AWS_PROFILE=mine", "AWS_SECRET_ACCESS_KEY=(as you have it)",
    ] { #expect(answer.output.contains(line), "\(line) is not in\n\(answer.output)") }
    #expect(!answer.output.contains("users-own"))
    #expect(try bench.countRuns() == 0)
    #expect(bench.leftovers == [])
    #expect(try bench.scratch.text("lab/study.json") == before)
  }
}
