import StudyCore
import Testing

@testable import study

@Suite("Stand-ins answer as prepared and note every call", .enabled(if: Workbench.jq != nil))
struct StandInProgramTests {
  typealias C = Course

  /// The answers of `docker` for a story.
  private static let docker = """
    , "standins": {"docker": [
      {"when": ["version"], "out": ["29.1", "ok"], "err": "warm\\n"},
      {"when": ["pull", "**"], "exit": 1, "err": "no network", "times": 1},
      {"when": ["pull", "*"], "out": "pulled", "delay": 0.05},
      {"when": ["load"], "stdin": true},
      {"when": ["-p", "{port:r}"], "out": "at {port:r}"},
      {"when": ["exec", "redis", "**"],
       "real": ["tester", "shift; printf '<%s>' \\"$@\\"; cat", "{port:r}"]}
    ]}
    """

  /// A step that hands the calls so far to a judge.
  private static func calls(_ judge: String, of name: String = "calls:docker") -> String {
    "{\"run\": [\"jq\", \"-s\", \".\", \"{\(name)}\"], \"complaints\": \(quoted(judge))}"
  }

  private func bench(_ steps: String..., also: String = docker) throws -> Workbench {
    let check =
      "{\"id\": \"works\", \"title\": \"It works\", \"uses\": [\"tester\", \"jq\"],"
      + " \"steps\": [\(steps.joined(separator: ","))]\(also)}"
    let bench = try Workbench(Course(tasks: [C.task(checks: [check])]))
    // The usual tester has a PATH of its own; this one has the step's.
    let head = "#!/bin/sh\nPATH=$PATH:/usr/bin:/bin\nROOT='\(bench.root)'\n"
    try bench.scratch.write(head + Workbench.tester + "\n", to: "bin/tester", mode: 0o755)
    return bench
  }

  private func prints(_ script: String, _ expected: String) throws {
    let bench = try bench(C.judged(script, by: "[.]", as: "text"))
    let answer = try bench.check("job")
    #expect(answer.reason == expected, "\(answer.output)")
    #expect(bench.leftovers == [])
  }

  @Test("Output, errors and status are the prepared ones; one used up is passed over")
  func answers() throws {
    try prints("docker version", "29.1\nok\n")
    try prints("docker version 2>&1 >/dev/null", "warm\n")
    try prints(
      "docker pull a 2>&1 || echo status $?; docker pull a; docker pull b",
      "no network\nstatus 1\npulled\npulled\n")
  }

  @Test("A real program can answer, with what it is given to read")
  func real() throws {
    let bench = try bench(
      C.judged(
        "echo in | docker exec redis get 'a b' | sed \"s/<[23][0-9]*>/<port>/\"",
        by: "[.]", as: "text"))
    #expect(try bench.check("job").reason == "<port><get><a b>in\n")
  }

  @Test("Each call is noted with its arguments, folder, time and input, in the order of all")
  func notes() throws {
    let script = """
      docker version 2>/dev/null; mkdir sub; cd sub; printf 'a "b"\\n' | docker load
      PORT=$(aws '' 'q "x"
      y'); docker version
      """
    let kubectl = Self.docker.replacing(
      "\"standins\": {", with: "\"standins\": {\"aws\": [{\"when\": [\"**\"]}], ")
    let judge = """
      if map([.name, .argv, (.cwd | split("/") | last), .stdin, .answer, .step]) ==
        [["docker", ["version"], "week01", null, "0", 1], ["docker", ["load"], "sub", "a \\"b\\"\\n", "3", 1],
         ["aws", ["", "q \\"x\\"\\ny"], "sub", null, "0", 1], ["docker", ["version"], "sub", null, "0", 1]]
        and (map(.at) | . == sort) and (now - .[0].at / 1000 | fabs < 60)
      then [] else [tojson] end
      """
    let bench = try bench(
      C.step(script), Self.calls(judge, of: "calls"),
      Self.calls(
        "if map(.argv[0]) == [\"version\", \"load\", \"version\"] then [] else [tojson] end"),
      also: kubectl)
    let answer = try bench.check("job")
    #expect(answer.verdict == "passed", "\(answer.output)")
  }

  @Test("Without a call the notes are empty")
  func silent() throws {
    let bench = try bench(C.step("true"), Self.calls("if . == [] then [] else [\"?\"] end"))
    #expect(try bench.check("job").verdict == "passed")
  }

  @Test(
    "A call that no answer was prepared for can't be checked, whatever the step said of the work",
    arguments: [
      "docker stack deploy x", "docker stack deploy x || true", "docker pull a b; exit 3",
    ])
  func unprepared(_ script: String) throws {
    let bench = try bench(C.step(script, ", \"exit\": [0, 3]"), C.step("exit 1"))
    let answer = try bench.check("job")
    #expect(answer.status == (script.contains("pull") ? 1 : 2), "\(answer.output)")
    if answer.status == 2 {
      #expect(answer.reason.contains("the check was not prepared for `docker stack deploy x`"))
    }
    #expect(bench.leftovers == [])
  }

  @Test("A step's own answers come first, in that step only")
  func steps() throws {
    let own = """
      , "standins": {"docker": [{"when": ["version"], "exit": 4, "times": 1}], "aws": [{"when": ["sts"], "out": "me"}]}
      """
    let bench = try bench(
      C.step("docker version >/dev/null; test $? = 0"),
      C.step(
        "docker version; test $? = 4 && docker version >/dev/null && test $(aws sts) = me", own),
      C.step("docker version >/dev/null"), C.step("aws sts"))
    let answer = try bench.check("job")
    #expect(answer.reason.contains("not prepared for `aws sts`"), "\(answer.output)")
    #expect(try bench.countRuns() == 4)
  }

  @Test("Calls at once are each noted, and an answer for one is given to one")
  func together() throws {
    let script =
      "for i in 1 2 3 4 5 6 7 8; do docker pull $i >>out 2>&1 & done; wait; sort out | uniq -c"
    let bench = try bench(
      C.judged(script, by: "[gsub(\" +\"; \" \")]", as: "text"))
    #expect(try bench.check("job").reason == " 1 no network\n 7 pulled\n")
  }

  @Test("What a check brings is found before what the learner's folder or PATH has")
  func first() throws {
    let bench = try bench(C.judged("docker version 2>/dev/null", by: "[.]", as: "text"))
    try bench.tool("docker", "echo the real one")
    try bench.scratch.write("#!/bin/sh\necho the learner's\n", to: "lab/week01/docker", mode: 0o755)
    #expect(try bench.check("job").reason == "29.1\nok\n")
  }

  @Test("Who calls it by hand is told that it is no command")
  func byHand() throws {
    let answer = try bench(C.step("true")).study(arguments: ["stand-in", "nothing"])
    #expect(answer.status == 97)
    #expect(answer.errors.contains("is how checks call study"))
  }
}
