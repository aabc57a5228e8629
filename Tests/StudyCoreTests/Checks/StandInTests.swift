import Testing

@testable import StudyCore

@Suite("A stand-in gives the first prepared answer that fits, and notes every call")
struct StandInTests {
  private static func answer(
    _ pattern: String, times: Int? = nil, out: String = "", real: [String] = []
  ) -> Check.StandIn.Answer {
    .init(
      pattern: pattern.split(separator: " ").map(String.init), exit: 0, output: out, errors: "",
      delay: 0, times: times, real: real, notesInput: false)
  }

  @Test(
    "`*` and `?` are within one argument, `**` is any number of them",
    arguments: [
      ("", "", []), ("", "up", nil), ("up", "up", []), ("up", "up -d", nil), ("up", "", nil),
      ("compose *", "compose up", []), ("compose *", "compose", nil),
      ("compose *", "compose up -d", nil), ("compose **", "compose", []),
      ("compose **", "compose up -d", ["up", "-d"]), ("**", "", []), ("**", "a b", ["a", "b"]),
      ("** ps", "compose -p tally ps", ["compose", "-p", "tally"]),
      ("** ps", "compose ps -a", nil), ("** ps **", "a ps b ps c", ["b", "ps", "c"]),
      ("--name=*", "--name=a/b c", nil), ("--name=*", "--name=a/b", []), ("v?", "v1", []),
      ("v?", "v12", nil), ("a*b*c", "aXbYbZc", []), ("a*b*c", "aXbY", nil), ("*", "a", []),
      ("exec ** redis-cli **", "exec -T redis redis-cli get k", ["get", "k"]),
    ] as [(String, String, [String]?)])
  func matches(pattern: String, call: String, rest: [String]?) {
    let arguments = call.split(separator: " ").map(String.init)
    #expect(Self.answer(pattern).rest(of: arguments) == rest)
  }

  @Test("A pattern made to take long takes no time")
  func hostile() {
    let pattern = String(repeating: "*a", count: 40) + "b"
    #expect(Self.answer(pattern).rest(of: [String(repeating: "a", count: 4000)]) == nil)
    let words = String(repeating: "** a ", count: 40) + "b"
    #expect(Self.answer(words).rest(of: Array(repeating: "a", count: 2000)) == nil)
  }

  @Test("An answer given as often as it may is passed over")
  func times() {
    let table = StandInTable(
      name: "docker", step: 1, logs: [],
      entries: [
        .init(id: "0", answer: Self.answer("pull **", times: 2)),
        .init(id: "1", answer: Self.answer("pull redis")),
      ])
    #expect(table.entry(for: ["pull", "redis"], given: [:])?.id == "0")
    #expect(table.entry(for: ["pull", "redis"], given: ["0": 1])?.id == "0")
    #expect(table.entry(for: ["pull", "redis"], given: ["0": 2])?.id == "1")
    #expect(table.entry(for: ["pull", "nginx"], given: ["0": 2]) == nil)
    #expect(table.entry(for: ["push"], given: [:]) == nil)
  }

  @Test("What the program reads is what was written, and so are its notes")
  func roundTrip() throws {
    let answer = Check.StandIn.Answer(
      pattern: ["a", "**"], exit: 3, output: "o\n", errors: "é\u{1}\n", delay: 100, times: 2,
      real: ["{port:x}", "-p", "{port:x}"], notesInput: true
    ).filled(by: Placeholders([("port:x", "21000")]), program: ["/bin/redis-cli"])
    #expect(answer.real == ["/bin/redis-cli", "-p", "21000"])
    let table = StandInTable(
      name: "n", step: 4, logs: ["/l"], entries: [.init(id: "step 4: 0", answer: answer)])
    let read = try #require(StandInTable(JSONReader.read(table.json.canonical)))
    #expect(read.json.canonical == table.json.canonical)
    #expect(read.notesInput(of: ["a"]) && !read.notesInput(of: ["b"]))
    let calls = [
      StandInCall(
        name: "n", step: 1, answer: "0", arguments: ["a \"b\"\n", ""], folder: "/f", time: 7,
        input: "in"),
      StandInCall(
        name: "n", step: 1, answer: nil, arguments: [], folder: "/", time: 8, input: nil),
    ]
    let lines = calls.map { $0.json.canonical }.joined(separator: [0x0A])
    #expect(StandInCall.read(lines + Array("\n{half".utf8)) == calls)
  }

  @Test("A call that no answer was prepared for is the check's error")
  func unprepared() {
    func call(_ answer: String?) -> StandInCall {
      StandInCall(
        name: "docker", step: 1, answer: answer, arguments: ["stack", "deploy"], folder: "/",
        time: 0, input: nil)
    }
    #expect(StandInCall.verdict(on: []) == nil)
    #expect(StandInCall.verdict(on: [call("0")]) == nil)
    let verdict = StandInCall.verdict(on: [call("0"), call(nil)])
    #expect(verdict?.word == "couldNotCheck")
    #expect(verdict?.reasons[0] == "the check was not prepared for `docker stack deploy`")
  }
}
