import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@testable import study

@Suite(
  "What the machine lacks is no fault of the learner's", .enabled(if: Workbench.jq != nil))
struct PlaceTests {
  typealias C = Course

  /// Checks with a folder for temporary files of this name, after these words of a shell.
  private func check(
    temporary: String? = nil, after words: String = "", environment: [String: String] = [:]
  ) throws -> (bench: Workbench, answer: Answer) {
    let bench = try Workbench(.steps(C.step("echo $TMPDIR > \"$ROOT/told\"")))
    let folder = bench.scratch(temporary ?? "tmp")
    try Folders.makeFolders(folder)
    let program = try #require(StudyBinary.path)
    let script =
      words + "\nexec '\(program)' check job --format json --roadmap '\(bench.roadmap)'"
    let outcome = ProcessRunner.run(
      ProcessRequest(
        executable: "/bin/sh", arguments: ["-c", script],
        environment: bench.environment(["TMPDIR": folder].merging(environment) { $1 }),
        folder: bench.lab, timeout: 60))
    guard case .exited(let status) = outcome.ending else {
      throw Strange(text: "it ended as \(outcome.ending)")
    }
    return (
      bench,
      Answer(status: status, output: text(outcome.output), errors: text(outcome.errors))
    )
  }

  /// Expects that nothing was run, and that these words tell why.
  private func expect(_ words: [String], _ tried: (bench: Workbench, answer: Answer)) throws {
    #expect(tried.answer.status == 2)
    #expect(tried.answer.verdict == "couldNotCheck", "\(tried.answer.errors)")
    for word in words {
      #expect(tried.answer.reason.contains(word), "\(tried.answer.reason)")
    }
    #expect(try tried.bench.countRuns() == 0)
    #expect(try tried.bench.events().isEmpty)
  }

  @Test(
    "A character that tools stumble over",
    arguments: ["a b", "a'b", "a\"b", "a$b", "a\\b", "a%b", "a:b", "a;b", "a*b", "a\nb"])
  func character(_ name: String) throws {
    let tried = try check(temporary: name)
    try expect(["(TMPDIR)", "stumble over", "TMPDIR=/var/tmp"], tried)
    #expect(tried.bench.names(name) == [])
  }

  @Test("Other characters are no hindrance", arguments: ["ä한글", "a,b=c@d+e~f^g"])
  func harmless(_ name: String) throws {
    #expect(try check(temporary: name).answer.verdict == "passed")
  }

  @Test("A path too long for sockets in it")
  func long() throws {
    try expect(
      ["(TMPDIR)", "too long by"], try check(temporary: String(repeating: "l", count: 60)))
  }

  @Test("A folder that is not there, or is a file")
  func absent() throws {
    try expect(
      ["/no/such/place", "(TMPDIR)", "No such file"],
      try check(environment: ["TMPDIR": "/no/such/place"]))
    try expect(["/dev/null", "(TMPDIR)"], try check(environment: ["TMPDIR": "/dev/null"]))
  }

  @Test("A relative one is passed over, and tools are told of an absolute one")
  func relative() throws {
    let (bench, answer) = try check(environment: ["TMPDIR": "week01"])
    #expect(answer.verdict == "passed")
    #expect(try bench.scratch.text("told")?.hasPrefix("/tmp/study-") == true)
    #expect(bench.names("lab/week01") == ["work.txt"])
  }

  @Test("What tools leave in their temporary folder goes with the copy")
  func litter() throws {
    let bench = try Workbench(.steps(C.step("mkdir \"$TMPDIR/left\"; echo > \"$TMPDIR/left/x\"")))
    #expect(try bench.check("job").verdict == "passed")
    #expect(bench.leftovers == [])
  }

  @Test("Too few files can be open at once")
  func files() throws {
    try expect(["only 24 files", "ulimit -n"], try check(after: "ulimit -n 24"))
    #expect(try check(after: "ulimit -S -n 24").answer.verdict == "passed")
  }

  @Test("Files can't be written")
  func smallFiles() throws {
    try expect(["too little room", "File too large"], try check(after: "ulimit -f 16"))
  }

  #if os(Linux)
    @Test("Too little memory can be addressed")
    func memory() throws {
      try expect(["of memory", "ulimit -v"], try check(after: "ulimit -v 2000000"))
    }

    @Test("A place where no program can be run, or without room, and one that fills up")
    func mounts() throws {
      let can = "unshare -rm true"
      if try Scratch().shell(can).ending != .exited(0) {
        try Test.cancel("no mount can be had here")
      }
      try expect(
        ["(TMPDIR)", "noexec"], try checkMounted("noexec", .steps(C.step("true"))))
      try expect(
        ["(TMPDIR)", "too little room"], try checkMounted("size=4m", .steps(C.step("true"))))
      // It is full only once the step has run, and the step says nothing of it.
      let filled = try checkMounted(
        "size=64m", .steps(C.step("head -c 100000000 /dev/zero > big 2> /dev/null")))
      #expect(filled.answer.verdict == "couldNotCheck")
      #expect(filled.answer.reason.contains("too little room"))
    }

    private func checkMounted(_ options: String, _ course: Course) throws -> (
      bench: Workbench, answer: Answer
    ) {
      let bench = try Workbench(course)
      let program = try #require(StudyBinary.path)
      let script = """
        mount -t tmpfs -o \(options) none "$TMPDIR" &&
        exec '\(program)' check job --format json --roadmap '\(bench.roadmap)'
        """
      let environment = bench.environment().map { "\($0.key)=\($0.value)" }
      let outcome = ProcessRunner.run(
        ProcessRequest(
          executable: "/usr/bin/unshare",
          arguments: ["-rm", "/usr/bin/env", "-i"] + environment + [
            "/bin/sh", "-c", "PATH=$PATH:/usr/bin:/bin\n" + script,
          ], environment: [:], folder: bench.lab, timeout: 60))
      let answer = Answer(
        status: outcome.ending == .exited(2) ? 2 : 1, output: text(outcome.output),
        errors: text(outcome.errors))
      return (bench, answer)
    }
  #endif

  @Test("A folder that is no lab, named or not")
  func noLab() throws {
    let bench = try Workbench()
    for path in ["lab/study.json", "lab/week01/work.txt"] {
      try #require(unlink(bench.scratch(path)) == 0)
    }
    // An empty week of a lab is the learner's fault.
    #expect(try bench.check("job").verdict == "failed")
    try #require(rmdir(bench.scratch("lab/week01")) == 0)
    try expect(["there is no lab in", "study init"], (bench, try bench.check("job")))
    try expect(["there is no lab in"], (bench, try bench.check("--week", "1")))
  }
}
