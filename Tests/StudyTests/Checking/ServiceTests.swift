import StudyCore
import Testing

@testable import study

@Suite("Services run beside a check and end with it", .enabled(if: Workbench.jq != nil))
struct ServiceTests {
  typealias C = Course

  @Test(
    "A service is ready once its port, or its page, answers", arguments: [nil, "/healthz", "/slow"])
  func ready(_ path: String?) throws {
    let bench = try Server.bench(.steps(Server.start(path: path), Server.sees("well")))
    let answer = try bench.check("job")
    #expect(answer.verdict == "passed", "\(answer.output)")
    #expect(try bench.isOver())
    #expect(bench.leftovers == [])
  }

  @Test("Two services have two ports, environments and logs")
  func two() throws {
    let log = """
      {"run": ["tester", "grep -c path \\"$2\\" \\"$3\\"", "{log:one}", "{log:two}"],
       "as": "text", "complaints": "if test(\\"one.log:2\\") and test(\\"two.log:1\\") then [] else [.] end"}
      """
    let bench = try Server.bench(
      .steps(
        Server.start(Server.serve, "one", also: ", \"env\": {\"WORD\": \"first of {port:two}\"}"),
        Server.start(Server.serve, "two", also: ", \"env\": {\"WORD\": \"second\"}"),
        Server.sees("first of", of: "one"), Server.sees("first of", of: "one"),
        Server.sees("second", of: "two"), log))
    let answer = try bench.check("job")
    #expect(answer.verdict == "passed", "\(answer.output)")
    #expect(try bench.scratch.text("one.port") != bench.scratch.text("two.port"))
    #expect(try bench.isOver("one"))
    #expect(try bench.isOver("two"))
  }

  @Test("One that ends at once, or goes to the background, fails with its first errors")
  func ends() throws {
    let early = "echo starting; echo 'ERROR: no config' >&2; echo more; exit 3"
    let answer = try Server.bench(.steps(Server.start(early))).check("job")
    #expect(answer.status == 1)
    #expect(
      answer.reason.contains("ended with status 3, where it was to stay and answer on its port"))
    #expect(answer.reasons.last == "  ERROR: no config")
    let daemon = try Server.bench(
      .steps(
        Server.start(
          "(\(Server.serve)) & while ! grep . \"$ROOT/web.port\"; do sleep 0.1; done",
          also: ", \"otherwise\": \"In front.\"")))
    let answers = try daemon.check("job")
    #expect(answers.reasons.first == "In front.")
    #expect(try daemon.isOver())
  }

  @Test("One that never answers as it should fails when its time is over")
  func neverReady() throws {
    let silent = try Server.bench(.steps(Server.start("echo waiting; sleep 300", within: 1)))
    let answer = try silent.check("job")
    #expect(answer.status == 1)
    #expect(answer.reason.contains("did not answer on its port within 1 s."))
    #expect(answer.reasons.last == "  waiting")
    let wrong = try Server.bench(.steps(Server.start(path: "/nowhere", within: 1)))
    let reason = try wrong.check("job").reason
    #expect(reason.contains("answered on its port at /nowhere with status 404"))
    #expect(try wrong.isOver())
  }

  @Test("One of the check's own says nothing about the work")
  func ours() throws {
    let bench = try Server.bench(
      .steps(
        Server.start("echo 'error: out of memory'; exit 1", also: ", \"ours\": true"),
        C.step("exit 1")))
    let answer = try bench.check("job")
    #expect(answer.status == 2)
    #expect(answer.reason.contains("It said: error: out of memory"))
  }

  @Test(
    "It ends with the check, however that ends",
    arguments: [
      ("true", "passed"), ("exit 1", "failed"), ("kill -9 $$", "couldNotCheck"),
      ("mkdir -p held && rm -rf ../week01 && ln -s nowhere ../week01", "failed"),
    ])
  func endsWithCheck(_ script: String, _ verdict: String) throws {
    let bench = try Server.bench(
      .steps(Server.start("sleep 300 & " + Server.serve), C.step(script), C.read(["*"], by: "[]")))
    let answer = try bench.check("job")
    if script.count < 12 { #expect(answer.verdict == verdict, "\(answer.output)") }
    #expect(answer.verdict != "passed" || verdict == "passed")
    #expect(try bench.isOver())
    #expect(bench.leftovers == [])
  }

  @Test("One that ignores SIGTERM is ended all the same, with what it started")
  func stubborn() throws {
    let script =
      "trap '' TERM; sleep 300 & echo $! > \"$ROOT/child.pid\"; export ROOT;"
      + " python3 \"$ROOT/server.py\" \"$2\" web & wait; sleep 300"
    let bench = try Server.bench(.steps(Server.start(script), C.step("true")))
    #expect(try bench.check("job").verdict == "passed")
    #expect(try bench.isOver())
    #expect(try bench.isGone("child.pid"))
  }

  @Test("What is started in a preparation serves all its checks, and ends with the last")
  func preparation() throws {
    let after = ", \"after\": \"once\""
    let log =
      "{\"run\": [\"tester\", \"grep -c healthz \\\"$2\\\"\", \"{log:web}\"], \"says\": [\"2\"]}"
    var course = Course(tasks: [
      C.task(
        "one",
        checks: [
          C.check([Server.sees("well")], id: "a", also: after),
          C.check([Server.start(Server.serve, "own"), Server.sees("well")], id: "b", also: after),
        ]), C.task("two", checks: [C.check([log], also: after)]),
    ])
    course.preparations = [
      """
      {"id": "once", "title": "Once", "uses": ["tester"], "steps": [\(Server.start())]}
      """
    ]
    let bench = try Server.bench(course)
    let answer = try bench.check("one", "two")
    #expect(answer.verdicts == ["passed", "passed"], "\(answer.output)")
    #expect(try bench.scratch.text("own.port") != bench.scratch.text("web.port"))
    #expect(try bench.isOver())
    #expect(try bench.isOver("own"))
    #expect(bench.leftovers == [])
  }

  @Test("What answers already is not taken for a service that is to come")
  func taken() throws {
    let second = """
      {"start": ["tester", "exec sleep 300"], "name": "second", "ready": {"port": "web"}}
      """
    let bench = try Server.bench(.steps(Server.start(), second))
    let answer = try bench.check("job")
    #expect(answer.status == 2)
    #expect(answer.reason.contains("chosen for second"))
    #expect(try bench.isOver())
  }

  @Test("A port is filled in wherever it is named, fixtures too")
  func everywhere() throws {
    let also = """
      , "fixtures": {"given.txt": ["port {port:a}"]},
        "replace": [{"in": ["work.txt"], "this": "8080", "by": "{port:a}"}]
      """
    let script = "cat; echo $PORT; cat given.txt work.txt; echo $2 $3"
    let step = """
      {"run": ["tester", \(quoted(script)), "{port:a}", "{port:b}"], "stdin": "{port:a}\\n",
       "env": {"PORT": "{port:a}"}, "as": "text", "complaints": "[.]"}
      """
    let bench = try Workbench(.steps(step, also: also))
    try bench.scratch.write("listen 8080 18080\n", to: "lab/week01/work.txt")
    let words = try bench.check("job").reason.split { " \n".contains($0) }.map(String.init)
    let port = try #require(words.first.flatMap(Int.init))
    #expect(Loopback.ports.contains(port))
    #expect(
      words.dropLast() == [
        "\(port)", "\(port)", "port", "\(port)", "listen", "\(port)", "18080", "\(port)",
      ])
    #expect(words.last.flatMap(Int.init) != port)
  }

  @Test("A text to be replaced that is nowhere can't be checked, or fails as the check says")
  func replaceNothing() throws {
    func answer(_ more: String) throws -> Answer {
      let replace = "{\"in\": [\"**/*.txt\"], \"this\": \"80\", \"by\": \"1\"\(more)}"
      return try Workbench(.steps(C.step("true"), also: ", \"replace\": [\(replace)]")).check("job")
    }
    let absent = try answer("")
    #expect(absent.verdict == "couldNotCheck")
    #expect(absent.reason.contains("\"80\" stands nowhere in **/*.txt"))
    #expect(try answer(", \"optional\": true").verdict == "passed")
    #expect(try answer(", \"otherwise\": \"Listen on 80.\"").reasons == ["Listen on 80."])
  }
}
