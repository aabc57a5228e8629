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

@Suite("The end of a service is judged too", .enabled(if: Workbench.jq != nil))
struct StopTests {
  typealias C = Course

  private func answer(_ script: String, _ stop: String, _ between: String = "true") throws -> Answer
  {
    let bench = try Server.bench(
      .steps(Server.start(script), C.step(between), "{\"stop\": \"web\"\(stop)}"))
    let answer = try bench.check("job")
    #expect(try bench.isOver())
    return answer
  }

  @Test(
    "Its status, and whether it ends in time",
    arguments: [
      ("", "passed", ""), (", \"signal\": \"INT\"", "failed", "on SIGINT with status "),
      (", \"signal\": \"KILL\", \"exit\": 137", "passed", ""),
      (", \"exit\": 7", "failed", "on SIGTERM with status 0, where 7 was expected"),
      (", \"signal\": \"HUP\", \"exit\": [0, 129]", "passed", ""),
    ])
  func status(_ stop: String, _ verdict: String, _ reason: String) throws {
    let found = try answer(Server.serve, stop)
    #expect(found.verdict == verdict, "\(found.output)")
    #expect(found.reason.contains(reason), "\(found.reason)")
  }

  @Test("One that does not heed the signal fails, and is ended")
  func deaf() throws {
    let script =
      "trap '' TERM; export ROOT; python3 \"$ROOT/server.py\" \"$2\" web & wait; sleep 300"
    let found = try answer(script, ", \"within\": 1")
    #expect(found.reasons.first == "web did not end within 1 s of SIGTERM.")
  }

  @Test("One that has ended before fails")
  func gone() throws {
    let found = try answer(Server.serve, "", "kill $(cat \"$ROOT/web.pid\"); sleep 1")
    #expect(found.reasons.first == "web ended by itself, with status 0, before it was asked to.")
  }

  @Test("All that it wrote is its output: to be judged, saved and searched")
  func log() throws {
    let stop = """
      , "as": "lines", "says": ["/healthz"], "save": "log.jsonl",
        "complaints": "map(select(.path == \\"/\\") | \\"It asked for /.\\")"
      """
    let steps = [
      Server.start(), Server.sees("well"),
      C.step(
        "python3 -c 'import urllib.request as r; r.urlopen(\"http://127.0.0.1:'$(cat $ROOT/web.port)'/\")' 2>/dev/null; true"
      ),
    ]
    let bench = try Server.bench(
      Course(tasks: [
        C.task(checks: [
          C.check(
            steps.dropLast() + ["{\"stop\": \"web\"\(stop)}", C.step("grep -c healthz log.jsonl")],
            id: "a"),
          C.check(steps + ["{\"stop\": \"web\"\(stop)}"], id: "b"),
        ])
      ]))
    // Both checks write the port of their server into one file.
    let answer = try bench.check("job", environment: ["STUDY_JOBS": "1"])
    #expect(answer.reasons == ["It asked for /."])
  }

  @Test("A service may be started again, and goes on in the same log")
  func again() throws {
    let count =
      "{\"run\": [\"tester\", \"grep -c healthz \\\"$2\\\"\", \"{log:web}\"], \"says\": [\"2\"]}"
    let bench = try Server.bench(
      .steps(
        Server.start(), Server.sees("well"), "{\"stop\": \"web\"}", Server.start(),
        Server.sees("well"), count))
    #expect(try bench.check("job").verdict == "passed")
    #expect(try bench.isOver())
  }
}
