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

@Suite("Commands of another roadmap run only if trusted", .enabled(if: Workbench.jq != nil))
struct TrustTests {
  typealias C = Course

  /// A course whose tools leave a trace even when only tried out, not yet trusted.
  private func untrusted() throws -> Workbench {
    let bench = try Workbench(trusted: false)
    try bench.tool("tester", "echo tried >> \"$ROOT/runs\"\n" + Workbench.tester)
    return bench
  }

  /// Answers the question of `study trust` on a terminal of its own.
  private func trust(_ bench: Workbench, answer: String) throws -> Answer? {
    guard let python = Self.python else { return nil }
    let program = try #require(StudyBinary.path)
    let script = """
      import os, pty, sys
      child, terminal = pty.fork()
      if child == 0:
          os.execv(sys.argv[2], sys.argv[2:])
      said, sent = b"", False
      while True:
          try:
              data = os.read(terminal, 4096)
          except OSError:
              break
          if not data:
              break
          said += data
          if not sent and b"[y/N]" in said:
              os.write(terminal, sys.argv[1].encode() + b"\\n")
              sent = True
      sys.stdout.buffer.write(said)
      status = os.waitpid(child, 0)[1]
      sys.exit(status >> 8 if status & 127 == 0 else 99)
      """
    let outcome = ProcessRunner.run(
      ProcessRequest(
        executable: python, arguments: ["-c", script, answer, program, "trust", bench.roadmap],
        environment: bench.environment(["COLUMNS": "1000", "PATH": Self.path]), folder: bench.lab,
        timeout: 60))
    guard case .exited(let status) = outcome.ending else { throw Strange(text: "\(outcome)") }
    return Answer(status: status, output: text(outcome.output), errors: text(outcome.errors))
  }

  private static let path = World.live().environment["PATH"] ?? "/usr/bin:/bin"

  private static let python: String? = {
    let found = findExecutable("python3", path: path)
    if found == nil { print("skipped: questions on a terminal, since python3 is not here") }
    return found
  }()

  @Test("Untrusted, nothing of it runs: neither a check, nor the trial of a tool, nor doctor")
  func refused() throws {
    let bench = try untrusted()
    let answer = try bench.check("job")
    #expect(answer.status == 2)
    #expect(answer.verdict == "couldNotCheck")
    #expect(answer.reason.contains("course.json are not trusted on this machine"))
    #expect(answer.reason.contains("study trust"))
    #expect(try bench.study("check", "--plan", "job").output.contains("bin/tester"))
    let doctor = try bench.study("doctor")
    #expect(doctor.status == 2)
    #expect(doctor.errors.contains("not trusted on this machine"))
    #expect(try bench.countRuns() == 0)
    #expect(try bench.events().isEmpty)
  }

  @Test("Untrusted, not even its globs are tried on the lab", arguments: [[], ["--all"], ["job"]])
  func globs(_ words: [String]) throws {
    let bench = try Workbench(
      Course(tasks: [C.task("job", checks: [C.check([C.step("true")])], deliverable: "made/*")]),
      trusted: false)
    // More than is listed: whoever looks for the glob's files says so.
    for number in 0...2000 { try bench.scratch.write("", to: "lab/week01/many/\(number)") }
    let answer = try bench.study(arguments: ["check", "--format", "json"] + words)
    #expect(answer.status == 2)
    #expect(answer.reason.contains("not trusted on this machine"), "\(answer.output)")
  }

  @Test("Without a terminal nothing is trusted")
  func noTerminal() throws {
    let bench = try untrusted()
    let answer = try bench.study("trust", bench.roadmap)
    #expect(answer.status == 64)
    #expect(answer.errors.contains("needs a terminal"))
    #expect(bench.names("home") == [])
  }

  @Test("Only a yes trusts", arguments: [("y", true), ("yes", true), ("n", false), ("", false)])
  func asks(_ word: String, _ trusts: Bool) throws {
    let bench = try untrusted()
    guard let answer = try trust(bench, answer: word) else { return }
    #expect(answer.output.contains("Course runs:"))
    #expect(answer.output.contains("\"run\":[\"tester\",\"true\"]"), "\(answer.output)")
    #expect(answer.output.contains("--canary"))
    #expect(answer.status == (trusts ? 0 : 1))
    #expect((bench.names("home") == []) == !trusts)
    #expect(try bench.countRuns() == 0)
    #expect(try bench.check("job").verdict == (trusts ? "passed" : "couldNotCheck"))
  }

  @Test("Any byte changed asks again and shows what changed")
  func changed() throws {
    let bench = try untrusted()
    guard let first = try trust(bench, answer: "y") else { return }
    #expect(first.status == 0)
    var course = Course.steps(C.step("echo other"))
    try bench.use(course, trusted: false)
    #expect(try bench.check("job").verdict == "couldNotCheck")
    let second = try #require(try trust(bench, answer: "y"))
    #expect(second.output.contains("has changed since you trusted it"))
    #expect(second.output.contains("- job: "), "\(second.output)")
    #expect(second.output.contains("+ job: "))
    #expect(second.output.contains("echo other"))
    #expect(!second.output.contains("--canary"))
    #expect(try bench.check("job").verdict == "passed")
    course.tools.reverse()
    try bench.use(course, trusted: false)
    #expect(try bench.check("job").verdict == "couldNotCheck")
    let third = try #require(try trust(bench, answer: "n"))
    #expect(third.output.contains("no command, only other text"))
    #expect(try trust(bench, answer: "y")?.status == 0)
    #expect(try trust(bench, answer: "n")?.output.contains("trusted already") == true)
  }

  @Test("Nothing in a lab grants trust")
  func lab() throws {
    let bench = try untrusted()
    let bytes = Array(Course().text.utf8)
    let name = SHA256.hex(of: bytes)
    for place in ["", ".local/share/study/", "study/", "week01/"] {
      try bench.scratch.write(Course().text, to: "lab/\(place)trusted/\(name)")
    }
    for variable in [
      [:], ["XDG_DATA_HOME": "."], ["XDG_DATA_HOME": ""], ["XDG_DATA_HOME": "study"],
    ] { #expect(try bench.check("job", environment: variable).verdict == "couldNotCheck") }
    #expect(try bench.countRuns() == 0)
  }

  @Test("A file of the right name and another text is no trust, and can be mended by trusting")
  func damaged() throws {
    let bench = try untrusted()
    let name = SHA256.hex(of: Array(Course().text.utf8))
    try bench.scratch.write("", to: "home/.local/share/study/trusted/\(name)")
    #expect(try bench.check("job").verdict == "couldNotCheck")
    guard let answer = try trust(bench, answer: "y") else { return }
    #expect(answer.status == 0)
    #expect(try bench.check("job").verdict == "passed")
  }

  @Test("What `roadmap show` prints of the program's own roadmap is trusted, to the last byte")
  func builtIn() throws {
    let bench = try Workbench()
    try #require(unlink(bench.lab + "/week01/work.txt") == 0)
    let own = try Run(world: .live(), global: GlobalOptions()).builtInBundle()
    for (ending, verdict) in [("", "failed"), ("\n", "couldNotCheck")] {
      let path = try bench.scratch.write(own + ending, to: "own.json")
      let answer = try bench.study(
        arguments: ["check", "1.1", "--format", "json"], roadmap: path)
      #expect(answer.verdict == verdict, "\(answer.output)")
    }
  }
}
