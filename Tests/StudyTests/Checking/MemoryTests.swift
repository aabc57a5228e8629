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

@Suite("Unchanged work is answered from memory", .enabled(if: Workbench.jq != nil))
struct MemoryTests {
  typealias C = Course

  private static let course = Course.steps(C.judged("cat work.txt | jq -Rs .", by: "[]"))

  /// Checks once, changes something, and tells how often a check ran in all.
  private func runs(
    _ course: Course = course, environment: [String: String] = [:], fresh: Bool = false,
    after change: (Workbench) throws -> Void
  ) throws -> Int {
    let bench = try Workbench(course)
    let first = try bench.check("job")
    #expect(first.status != 2, "\(first.output)")
    try change(bench)
    let second =
      fresh
      ? try bench.check("job", "--fresh", environment: environment)
      : try bench.check("job", environment: environment)
    #expect(second.output == first.output)
    return try bench.countRuns()
  }

  @Test("Without a home nothing is remembered, and the check is made all the same")
  func homeless() throws {
    let bench = try Workbench(
      .steps(C.step("echo [$TF_PLUGIN_CACHE_DIR]", ", \"says\": [\"[]\"]")))
    let environment = ["HOME": "", "XDG_DATA_HOME": bench.scratch("home/.local/share")]
    for runs in 1...2 {
      let answer = try bench.check("job", environment: environment)
      #expect(answer.verdict == "passed", "\(answer.reason)")
      #expect(try bench.countRuns() == runs)
    }
    #expect(bench.names("home") == [".local"])
    #expect(bench.leftovers == [])
  }

  @Test("Nothing is run for it: a pass and a failure alike")
  func unchanged() throws {
    #expect(try runs { _ in } == 1)
    #expect(try runs(.steps(C.step("exit 1"))) { _ in } == 1)
    let bench = try Workbench()
    _ = try bench.check("job")
    #expect(try bench.study("check", "job").output.contains("unchanged"))
  }

  @Test("`--fresh` runs it")
  func fresh() throws {
    #expect(try runs(fresh: true) { _ in } == 2)
  }

  @Test("Any change of a file's content, name or mode runs it again")
  func files() throws {
    #expect(try runs { try $0.scratch.write("B work.\n", to: "lab/week01/work.txt") } == 2)
    #expect(try runs { try $0.scratch.write("", to: "lab/week01/another") } == 2)
    for mode: mode_t in [0o755, 0o600] {
      #expect(try runs { _ = chmod($0.lab + "/week01/work.txt", mode) } == 2)
    }
    #expect(try runs { try Folders.makeFolders($0.lab + "/week01/empty") } == 2)
    #expect(try runs { try $0.scratch.write("", to: "lab/week01/.git/HEAD") } == 1)
    #expect(try runs { try $0.scratch.write("", to: "lab/week02/other") } == 1)
  }

  @Test("Any change of the check, its definitions, its tools or their text runs it again")
  func definitions() throws {
    var course = Self.course
    course.tasks = [
      C.task(checks: [C.check([C.judged("cat work.txt | jq -Rs .", by: "[ ]")])])
    ]
    #expect(try runs { try $0.use(course) } == 2)
    course = Self.course
    course.jq = "def more: 1;"
    #expect(try runs { try $0.use(course) } == 2)
    course = Self.course
    course.id = "renamed"
    #expect(try runs { try $0.use(course) } == 1)
    #expect(try runs { try $0.tool("tester", Workbench.tester + "\n# other") } == 2)
    let newer = Workbench.tester.replacing("2.1.0", with: "2.2.0")
    #expect(try runs { try $0.tool("tester", newer) } == 2)
  }

  @Test("A change of the environment that checks run in runs it again")
  func environment() throws {
    #expect(try runs(environment: ["SSL_CERT_FILE": "/other"]) { _ in } == 2)
    #expect(try runs(environment: ["UNRELATED": "x"]) { _ in } == 1)
  }

  @Test(
    "A damaged memory is ignored", arguments: ["", "{", "{}", "[]", "{\"verdict\": \"passed\"}"])
  func damaged(_ content: String) throws {
    let ran = try runs(.steps(C.step("exit 1"))) { bench in
      let folder = "home/.cache/study/verdicts"
      #expect(bench.names(folder).count == 1)
      for name in bench.names(folder) { try bench.scratch.write(content, to: folder + "/" + name) }
    }
    #expect(ran == 2)
  }

  @Test("Another check's memory is not taken for this one's")
  func swapped() throws {
    let bench = try Workbench()
    #expect(try bench.check("job").verdict == "passed")
    let folder = "home/.cache/study/verdicts"
    let name = try #require(bench.names(folder).first)
    let passed = try #require(try bench.scratch.text(folder + "/" + name))
    try bench.use(.steps(C.step("exit 1")))
    #expect(try bench.check("job").verdict == "failed")
    for name in bench.names(folder) { try bench.scratch.write(passed, to: folder + "/" + name) }
    #expect(try bench.check("job").verdict == "failed")
  }

  @Test("That something could not be checked is never remembered")
  func unknown() throws {
    let bench = try Workbench(.steps(C.step("[ -f \"$ROOT/well\" ] || kill -9 $$")))
    #expect(try bench.check("job").verdict == "couldNotCheck")
    #expect(bench.names("home/.cache/study/verdicts") == [])
    try bench.scratch.write("", to: "well")
    #expect(try bench.check("job").verdict == "passed")
  }

  @Test("A fresh verdict takes the place of the one remembered")
  func replaced() throws {
    let bench = try Workbench(.steps(C.step("! [ -f \"$ROOT/ill\" ]")))
    #expect(try bench.check("job").verdict == "passed")
    try bench.scratch.write("", to: "ill")
    #expect(try bench.check("job", "--fresh").verdict == "failed")
    #expect(try bench.check("job").verdict == "failed")
    #expect(try bench.events().last?["kind"]?.string == "lapsed")
  }

  @Test("Live checks are run each time")
  func live() throws {
    let bench = try Workbench(
      Course(tasks: [C.task(checks: [C.check([C.step("true")], also: ", \"tier\": \"live\"")])]))
    for _ in 0..<2 { #expect(try bench.check("job", "--live").verdict == "passed") }
    #expect(try bench.countRuns() == 2)
  }

  @Test("Without a cache everything works")
  func noCache() throws {
    let bench = try Workbench()
    try bench.scratch.write("in the way", to: "home/.cache")
    for _ in 0..<2 { #expect(try bench.check("job").verdict == "passed") }
    #expect(try bench.countRuns() == 2)
  }
}
