import StudyCore
import Testing

@testable import study

@Suite("Steps see the files and words they are given", .enabled(if: Workbench.jq != nil))
struct StepTests {
  typealias C = Course

  /// A course whose only check has members besides its steps.
  private func course(_ step: String..., also: String = "") -> Course {
    Course(tasks: [C.task(checks: [C.check(step, also: also)])])
  }

  @Test("The first glob with a match finds the file, the least deep match first")
  func find() throws {
    let found = ", \"find\": {\"main\": [\"absent.txt\", \"**/*.conf\"]}"
    let bench = try Workbench(course(C.judged("echo \"$2\"", by: "[.]", as: "text"), also: found))
    try bench.scratch.write("", to: "lab/week01/deep/a.conf")
    try bench.scratch.write("", to: "lab/week01/z.conf")
    let step =
      "{\"run\": [\"tester\", \"printf %s \\\"$2\\\"\", \"{main}|{folder}|{other}\"],"
      + " \"as\": \"text\", \"complaints\": \"[.]\"}"
    try bench.use(course(step, also: found))
    let reason = try bench.check("job").reason
    #expect(reason.hasPrefix("z.conf|/"))
    #expect(reason.hasSuffix("/week01|{other}"))
  }

  @Test("Where nothing is found, the check fails and names what it looked for")
  func findsNothing() throws {
    let bench = try Workbench(
      course(C.step("true"), also: ", \"find\": {\"main\": [\"*.tf\", \"*/*.tf\"]}"))
    let answer = try bench.check("job")
    #expect(answer.status == 1)
    #expect(answer.reasons == ["There is no file *.tf or */*.tf in the week's folder."])
    #expect(try bench.countRuns() == 0)
  }

  @Test("Files are read by globs: in folders with a dot, behind links, none twice")
  func read() throws {
    let globs = [".github/**/*.yml", "**/*.yml", "link.yml", ".env"]
    let bench = try Workbench(
      course(C.read(globs, by: "map(\"\\(.path)=\\(.text)\")")))
    try bench.scratch.write("ci", to: "lab/week01/.github/workflows/ci.yml")
    try bench.scratch.write("no", to: "lab/week01/.git/own.yml")
    try bench.scratch.write("no", to: "lab/week01/other.json")
    try bench.scratch.write("env", to: "lab/week01/.env")
    try FileTree.copy(
      bench.lab, to: bench.lab + "/week01",
      [
        .init(
          path: "link.yml", kind: .symlink(target: ".github/workflows/ci.yml"), mode: 0, size: 0,
          modified: 0)
      ])
    let answer = try bench.check("job")
    #expect(answer.reasons == [".env=env", ".github/workflows/ci.yml=ci", "link.yml=ci"])
  }

  @Test("Reading what is not there gives an empty list")
  func readsNothing() throws {
    let program = "if . == [] then [\"No file.\"] else [] end"
    #expect(
      try Workbench(course(C.read(["*.yml"], by: program))).check("job").reasons == ["No file."])
  }

  @Test("What a step saves, later steps and globs find; in the copy only")
  func save() throws {
    let bench = try Workbench(
      course(
        C.step("echo '[7]'", ", \"save\": \"out/seven.json\""),
        C.step("cat out/seven.json", ", \"says\": [\"7\"]"),
        C.read(["out/*.json"], by: "[.[].text]")))
    let before = try bench.fingerprint()
    #expect(try bench.check("job").reasons == ["[7]\n"])
    #expect(try bench.fingerprint() == before)
  }

  @Test("A preparation runs once for all its checks, which work in its copy")
  func after() throws {
    let after = ", \"after\": \"once\""
    var course = Course(tasks: [
      C.task(
        "one",
        checks: [
          C.check([C.step("cat made", ", \"says\": [\"yes\"]")], id: "a", also: after),
          C.check([C.step("test -f made")], id: "b", also: after),
        ]), C.task("two", checks: [C.check([C.step("test -f made")], also: after)]),
    ])
    course.preparations = [
      """
      {"id": "once", "title": "Once", "uses": ["tester"], "fixtures": {"given": ["a", "b"]},
       "steps": [\(C.step("echo x >> \"$ROOT/prepared\"; cat given; echo yes > made"))]}
      """
    ]
    let bench = try Workbench(course)
    let answer = try bench.check("one", "two")
    #expect(answer.verdicts == ["passed", "passed"], "\(answer.output)")
    #expect(try bench.scratch.text("prepared") == "x\n")
    #expect(bench.leftovers == [])
  }

  @Test("Where the preparation fails, so do its checks, and it is not run again")
  func preparationFails() throws {
    var course = Course(tasks: [
      C.task(
        checks: ["a", "b"].map { C.check([C.step("true")], id: $0, also: ", \"after\": \"once\"") })
    ])
    course.preparations = [
      """
      {"id": "once", "title": "Once", "uses": ["tester"],
       "steps": [\(C.step("exit 1", ", \"otherwise\": \"Not prepared.\""))]}
      """
    ]
    let bench = try Workbench(course)
    let answer = try bench.check("job")
    #expect(answer.status == 1)
    #expect(answer.reasons == ["Not prepared.", "Not prepared."])
    #expect(try bench.countRuns() == 1)
  }

  @Test("A preparation made offline is not used by a live check, nor the other way round")
  func tiers() throws {
    let after = ", \"after\": \"once\""
    let steps = [C.judged("cat seen", by: "[.]", as: "text")]
    var course = Course(tasks: [
      C.task(
        checks: [
          C.check(steps, id: "off", also: after),
          C.check(steps, id: "on", also: after + ", \"tier\": \"live\""),
        ])
    ])
    course.preparations = [
      """
      {"id": "once", "title": "Once", "uses": ["tester"],
       "steps": [\(C.step("echo $AWS_SECRET_ACCESS_KEY > seen"))]}
      """
    ]
    let answer = try Workbench(course).check(
      "job", "--live", environment: ["AWS_SECRET_ACCESS_KEY": "own"])
    #expect(answer.reasons == ["study\n", "own\n"])
  }

  @Test("A step has its folder, environment, and input")
  func surroundings() throws {
    let script = "pwd; echo $NAME; cat"
    let more =
      ", \"in\": \"sub\", \"env\": {\"NAME\": \"n {file}\"}, \"stdin\": [\"{file}\", \"last\"],"
      + " \"as\": \"text\", \"complaints\": \"split(\\\"\\\\n\\\")\""
    let bench = try Workbench(
      course(C.step(script, more), also: ", \"find\": {\"file\": [\"work.txt\"]}"))
    let missing = try bench.check("job")
    #expect(missing.status == 1)
    #expect(missing.reasons == ["There is no folder sub in the week's folder."])
    try bench.scratch.write("", to: "lab/week01/sub/file")
    let reasons = try bench.check("job").reasons
    #expect(reasons.first?.hasSuffix("/week01/sub") == true, "\(reasons)")
    #expect(reasons.dropFirst() == ["n work.txt", "work.txt", "last"])
  }

  @Test("Names in braces are filled in once: braces in a file's name stay")
  func fill() {
    let names = Placeholders([(name: "a", value: "{b}"), (name: "b", value: "x")])
    #expect(names.fill("{a}{b}{c}{") == "{b}x{c}{")
    #expect(names.fill("plain") == "plain")
  }

  @Test("40 MB on both streams neither hang a check nor pass it")
  func flood() throws {
    let flood = "head -c 40000000 /dev/zero | tr '\\0' 1; head -c 40000000 /dev/zero >&2"
    let quiet = try Workbench(course(C.step(flood + "; exit 1"), C.step("true"))).check("job")
    #expect(quiet.verdict == "failed")
    for step in [
      C.judged(flood, by: "[]", as: "text"), C.step(flood + "; echo end", ", \"says\": [\"end\"]"),
      C.step(flood, ", \"save\": \"flood\""),
    ] {
      let answer = try Workbench(course(step)).check("job")
      #expect(answer.verdict == "couldNotCheck")
      #expect(answer.reason.contains("wrote more than can be kept"))
    }
    #expect(try Workbench(course(C.step(flood))).check("job").verdict == "passed")
  }

  @Test("A step that takes too long is ended with all it started, and nothing is known")
  func timeout() throws {
    let script = "sleep 300 & echo $! > \"$ROOT/pid\"; sleep 300"
    let bench = try Workbench(course(C.step(script, ", \"timeout\": 1")))
    let answer = try bench.check("job")
    #expect(answer.status == 2)
    #expect(answer.reason.contains("longer than 1 s"))
    #expect(try bench.isGone("pid"))
    #expect(bench.leftovers == [])
  }
}
