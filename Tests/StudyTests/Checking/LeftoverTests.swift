import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@testable import study

#if os(Linux)
  @Suite(
    "A program that leaves another running, or fills the disk, says nothing about the work",
    .enabled(if: Workbench.jq != nil))
  struct LeftoverTests {
    typealias C = Course

    private static let daemon =
      "(setsid sh -c 'trap \"\" TERM; echo $$ > \"$ROOT/pid\"; sleep 300; sleep 300' &); sleep 0.3;"

    private func expect(_ words: [String], of course: Course) throws {
      let bench = try Workbench(course)
      let answer = try bench.check("job", environment: ["ROOT": bench.root])
      #expect(answer.verdict == "couldNotCheck")
      for word in words { #expect(answer.reason.contains(word), "\(answer.reason)") }
      #expect(bench.leftovers == [])
      if try bench.scratch.text("pid") != nil { #expect(try bench.isGone("pid")) }
      // What was not found out is not remembered.
      let runs = try bench.countRuns()
      _ = try bench.check("job")
      #expect(try bench.countRuns() > runs)
    }

    @Test("A daemon of a check that would pass, of one that would fail, and of a preparation")
    func daemon() throws {
      let words = ["tester left sh running in the background", "foreground"]
      try expect(words, of: .steps(C.step("export ROOT; " + Self.daemon + " true")))
      try expect(words, of: .steps(C.step("export ROOT; " + Self.daemon + " exit 1")))
      var course = Course(tasks: [
        C.task(checks: [C.check([C.step("true")], also: ", \"after\": \"once\"")])
      ])
      course.preparations = [
        "{\"id\": \"once\", \"title\": \"Once\", \"uses\": [\"tester\"], \"steps\": "
          + "[\(C.step("export ROOT; " + Self.daemon + " true"))]}"
      ]
      try expect(words, of: course)
    }

    @Test(
      "With us, all ends that we started; the copy goes with the next run",
      arguments: [SIGKILL, SIGUSR2])
    func guarded(_ signal: Int32) throws {
      let script = "sleep 300 & export ROOT; " + Self.daemon + " echo $! > \"$ROOT/other\"; wait"
      let bench = try Workbench(.steps(C.step(script)))
      let program = try #require(StudyBinary.path)
      let child = try ChildProcess.start(
        ProcessRequest(
          executable: "/bin/sh",
          arguments: [
            "-c", "'\(program)' check job --roadmap '\(bench.roadmap)' & echo $! > ../study; wait",
          ], environment: bench.environment(["ROOT": bench.root]), folder: bench.lab, timeout: 0))
      for _ in 0..<1000 where try bench.scratch.text("other") == nil {
        System.pause(milliseconds: 10)
      }
      let number = try #require(try bench.scratch.text("study")?.split(separator: "\n").first)
      kill(try #require(pid_t(number)), signal)
      for name in ["pid", "other"] { #expect(try bench.isGone(name)) }
      for file in [child.input, child.output, child.errors] { close(file) }
      _ = child.reap()
      #expect(bench.leftovers.count == 1)
      try bench.use(.steps(C.step("true")))
      #expect(try bench.check("job").verdict == "passed")
      #expect(bench.leftovers == [])
    }

    @Test("What a live step detaches lives on, and what the next leaves does not")
    func detached() throws {
      let start = C.step("export ROOT; " + Self.daemon + " true", ", \"detaches\": true")
      let look = C.step("kill -0 \"$(cat \"$ROOT/pid\")\"", ", \"otherwise\": \"It is gone.\"")
      let live = ", \"tier\": \"live\""
      let bench = try Workbench(
        Course(tasks: [C.task(checks: [C.check([start, look], also: live)])]))
      let environment = ["ROOT": bench.root]
      #expect(try bench.check("job", "--live", environment: environment).verdict == "passed")
      let other = C.step("export ROOT; " + Self.daemon + " true")
      try bench.use(Course(tasks: [C.task(checks: [C.check([start, other], also: live)])]))
      let answer = try bench.check("job", "--live", environment: environment)
      #expect(answer.verdict == "couldNotCheck", "\(answer.reason)")
    }

    @Test("More than a gibibyte in the copy, or in the folder for temporary files")
    func filled() throws {
      if try Scratch().shell("fallocate -l 1M x").ending != .exited(0) {
        try Test.cancel("no room can be taken without writing here")
      }
      for folder in [".", "$TMPDIR"] {
        let script = "for n in 1 2 3; do fallocate -l 400M \"\(folder)/$n\"; done; sleep 20"
        try expect(
          ["tester wrote more than 1024 MiB", "was stopped"],
          of: .steps(C.step(script, ", \"timeout\": 10")))
      }
    }
  }
#endif
