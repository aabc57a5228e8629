import StudyCore
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@testable import study

@Suite("Ctrl-C ends what runs and leaves nothing", .enabled(if: Workbench.jq != nil))
struct InterruptionTests {
  typealias C = Course

  /// A step that says who it is, and waits with a grandchild.
  private static let wait = C.step("sleep 300 & echo $! > \"$ROOT/pid\"; echo $$ > me; sleep 300")

  /// Starts `study`, its output in the file `out`.
  private func start(
    _ bench: Workbench, _ words: String, _ changes: [String: String] = [:]
  ) throws -> ChildProcess {
    let program = try #require(StudyBinary.path)
    let script = "exec '\(program)' \(words) --roadmap '\(bench.roadmap)' > ../out 2>&1"
    return try ChildProcess.start(
      ProcessRequest(
        executable: "/bin/sh", arguments: ["-c", script],
        environment: bench.environment(["STUDY_PATIENCE": "60"].merging(changes) { $1 }),
        folder: bench.lab, timeout: 0))
  }

  /// Waits up to ten seconds for something to be so.
  private func wait(_ until: () throws -> Bool) throws {
    for _ in 0..<1000 {
      if try until() { return }
      System.pause(milliseconds: 10)
    }
    Issue.record("it did not come about within ten seconds")
  }

  private func end(_ child: ChildProcess) -> ProcessOutcome.Ending {
    child.send(SIGINT)
    for file in [child.input, child.output, child.errors] { close(file) }
    return child.reap()
  }

  @Test("A step that runs, and its grandchildren, end; copies go; nothing is recorded")
  func step() throws {
    let bench = try Workbench(.steps(Self.wait))
    let child = try start(bench, "check job")
    try wait { try bench.scratch.text("pid")?.hasSuffix("\n") == true }
    #expect(bench.leftovers.count == 1)
    #expect(end(child) == .exited(130))
    #expect(try bench.isGone("pid"))
    #expect(bench.leftovers == [])
    #expect(try bench.events().isEmpty)
    #expect(bench.names("home/.cache/study").contains("verdicts") == false)
  }

  @Test("The same while a preparation runs")
  func preparation() throws {
    var course = Course(tasks: [
      C.task(checks: [C.check([C.step("true")], also: ", \"after\": \"once\"")])
    ])
    course.preparations = [
      "{\"id\": \"once\", \"title\": \"Once\", \"uses\": [\"tester\"], \"steps\": [\(Self.wait)]}"
    ]
    let bench = try Workbench(course)
    let child = try start(bench, "check job")
    try wait { try bench.scratch.text("pid")?.hasSuffix("\n") == true }
    #expect(end(child) == .exited(130))
    #expect(try bench.isGone("pid"))
    #expect(bench.leftovers == [])
  }

  @Test("The same while several run at once")
  func several() throws {
    let checks = (1...3).map { number in
      let script = "sleep 300 & echo $! > \"$ROOT/pid\(number)\"; sleep 300"
      return C.check([C.step(script)], id: "c\(number)")
    }
    let bench = try Workbench(Course(tasks: [C.task(checks: checks)]))
    let child = try start(bench, "check job", ["STUDY_JOBS": "3"])
    let names = ["pid1", "pid2", "pid3"]
    try wait { try names.allSatisfy { try bench.scratch.text($0)?.hasSuffix("\n") == true } }
    #expect(end(child) == .exited(130))
    for name in names { #expect(try bench.isGone(name)) }
    #expect(bench.leftovers == [])
  }

  @Test("The same while a tool is tried out", arguments: ["check job", "doctor"])
  func trial(_ words: String) throws {
    let bench = try Workbench()
    try bench.tool("tester", "sleep 300 & echo $! > \"$ROOT/pid\"; sleep 300")
    let child = try start(bench, words)
    try wait { try bench.scratch.text("pid")?.hasSuffix("\n") == true }
    #expect(end(child) == .exited(130))
    #expect(try bench.isGone("pid"))
    #expect(bench.leftovers == [])
  }

  @Test(
    "The same while a service comes up, runs beside a step, or serves a preparation's checks",
    arguments: ["/nowhere", "/healthz", "once"])
  func service(_ story: String) throws {
    let service = Server.start(path: story == "once" ? "/healthz" : story)
    var course = Course.steps(service, Self.wait)
    if story == "once" {
      course = Course(tasks: [
        C.task(checks: [C.check([Self.wait], also: ", \"after\": \"once\"")])
      ])
      course.preparations = [
        "{\"id\": \"once\", \"title\": \"Once\", \"uses\": [\"tester\"], \"steps\": [\(service)]}"
      ]
    }
    let bench = try Server.bench(course)
    let child = try start(bench, "check job")
    let file = story == "/nowhere" ? "web.port" : "pid"
    try wait { try bench.scratch.text(file)?.hasSuffix("\n") == true }
    #expect(end(child) == .exited(130))
    #expect(try bench.isOver())
    if file == "pid" { #expect(try bench.isGone("pid")) }
    #expect(bench.leftovers == [])
    #expect(try bench.events().isEmpty)
  }

  @Test("`--watch` checks again on every change, until Ctrl-C")
  func watch() throws {
    let bench = try Workbench(.steps(C.step(". ./work.txt")))
    let child = try start(bench, "check --watch")
    func saw(_ text: String, _ times: Int) throws -> Bool {
      (try bench.scratch.text("out") ?? "").split(separator: text, omittingEmptySubsequences: false)
        .count > times
    }
    try wait { try saw("Ctrl-C ends", 1) }
    #expect(try saw("1 failed", 1))
    try bench.scratch.write("true\n", to: "lab/week01/work.txt")
    try wait { try saw("Ctrl-C ends", 2) }
    #expect(try saw("1 of 1 tasks passed", 1))
    #expect(end(child) == .exited(130))
    #expect(try bench.countRuns() == 2)
    #expect(bench.leftovers == [])
    #expect(try bench.events().compactMap { $0["kind"]?.string } == ["verified"])
  }
}
