import Testing

@testable import StudyCore

@Suite("What a check names of services, ports and stand-ins must be there")
struct ServiceFlawTests {
  private static let start =
    #"{"start":["web","{port:p}"],"name":"w","ready":{"port":"p"}}"#

  /// The flaws of a check with these steps, each without the way to the check.
  private func flaws(_ steps: String, also: String = "") throws -> [(String, RoadmapFlaw.Problem)] {
    let text = """
      {"schema":1,"id":"own","title":"Own",
       "tools":[{"id":"web","title":"W","version":["-V"],"get":{"url":"https://e.invalid"}}],
       "lessons":[{"week":1,"id":"one","title":"One","why":"w",
       "preparations":[{"id":"prep","title":"P","uses":["web"],"standins":{"aws":[{"when":["**"]}]},
         "steps":[{"start":["web","{port:q}"],"name":"db","ready":{"port":"q"}}]}],
       "tasks":[{"id":"t","title":"T","goal":"g","steps":["s"],"minutes":9,
       "checks":[{"id":"c","title":"C","uses":["web"],"steps":[\(steps)]\(also)}]}]}]}
      """
    return try Roadmap.flaws(in: Array(text.utf8)).map { flaw in
      (String(flaw.path.dropFirst("lessons[0].tasks[0].checks[0].".count)), flaw.problem)
    }
  }

  @Test(
    "All is well",
    arguments: [
      (start, ""), (start + #",{"stop":"w","signal":"INT","exit":[0,130],"complaints":"[]"}"#, ""),
      (start + #",{"stop":"w"},"# + start, ""),
      (
        #"{"run":["web","{log:db}","{calls:aws}","{calls}","{folder}","{port:q}"]}"#,
        #","after":"prep""#
      ),
      (#"{"run":["web","{port:new}","{port}","{{.Names}}","${port}","{\"a\":1}","{a,b}"]}"#, ""),
      (
        #"{"run":["web","{calls:kubectl}"],"standins":{"kubectl":[{"when":["get","**"],"out":["a"]}]}}"#,
        ""
      ),
      (
        #"{"run":["web"],"complaints":"[]","ours":true,"network":true}"#,
        #","generated":["pki/out"],"replace":[{"in":["a"],"this":"80","by":"{port:p}","optional":true}]"#
      ),
      (#"{"run":["web"],"detaches":true}"#, #","tier":"live""#),
      (
        #"{"start":["web",""],"name":"w","ready":{"port":"p","path":"/up","status":204,"within":5},"env":{"P":"{port:p}"},"in":"app","otherwise":"o"}"#,
        ""
      ),
      (
        start,
        #","standins":{"docker":[{"when":["exec","**"],"real":["web","-x"],"times":2,"delay":0.25}]},"fixtures":{"a.py":["{port:p} {port} {log} f"]}"#
      ),
    ])
  func fine(steps: String, also: String) throws {
    let found = try flaws(steps, also: also)
    #expect(found.isEmpty, "\(found)")
  }

  @Test(
    "One flaw each",
    arguments: [
      (
        #"{"start":["web"],"name":"w"}"#, "", "steps[0].ready", .missing
      ),
      (
        #"{"start":["web","{port:p}"],"name":"w","ready":{"port":"pp"}}"#, "", "steps",
        .unknownReference(
          "pp", to: "port that this check puts anywhere, as {port:pp}", nearest: "p")
      ),
      (
        #"{"start":["web","{port:p}"],"name":"w","ready":{"port":"p","path":"up"}}"#, "",
        "steps[0].ready.path", .notAPagePath
      ),
      (
        start + #",{"stop":"v"}"#, "", "steps",
        .unknownReference("v", to: "service that this check has started", nearest: "w")
      ),
      (
        start + #",{"stop":"w"},{"stop":"w"}"#, "", "steps",
        .unknownReference("w", to: "service that this check has started", nearest: nil)
      ),
      (start + "," + start, "", "steps", .usedTwice("w")),
      (
        start + #",{"stop":"w","signal":"TREM"}"#, "", "steps[1].signal",
        .notOneOf(["TERM", "INT", "QUIT", "HUP", "KILL"], nearest: "TERM")
      ),
      (start + #",{"stop":"w","run":["web"]}"#, "", "steps[1].run", .sourceCount),
      (
        #"{"start":["sh","{port:p}"],"name":"w","ready":{"port":"p"}}"#, "", "steps",
        .unknownReference("sh", to: "tool of this check's uses", nearest: nil)
      ),
      (
        start, #","standins":{"docker":[{"when":[],"real":["sh"]}]}"#, "steps",
        .unknownReference("sh", to: "tool of this check's uses", nearest: nil)
      ),
      (start, #","standins":{"docker":[{"out":"a"}]}"#, "standins.docker[0].when", .missing),
      (start, #","standins":{"a/b":[{"when":[]}]}"#, "standins.a/b[0].when", .notAProgram("a/b")),
      (
        start, #","standins":{"docker":[{"when":[],"delay":"1"}]}"#, "standins.docker[0].delay",
        .wrongKind(expected: "a number of seconds up to 60", found: "a string")
      ),
      (
        start, #","standins":{"docker":[{"when":[],"real":["web"],"out":"a"}]}"#,
        "standins.docker[0].out", .noUse(in: "real")
      ),
      (
        #"{"start":["web","{port:p}"],"name":"w","ready":{"port":"p"},"complaints":"[]"}"#, "",
        "steps[0].complaints", .noUse(in: "start")
      ),
      (start + #",{"stop":"w","stdin":"x"}"#, "", "steps[1].stdin", .noUse(in: "stop")),
      (#"{"run":["web"],"detaches":true}"#, "", "steps", .onlyLive("detaches")),
      (
        #"{"run":["web","{prot:web}"]}"#, "", "steps",
        .unknownPlaceholder("prot:web", nearest: "port:web")
      ),
      (
        #"{"run":["web","{floder}"]}"#, "", "steps",
        .unknownPlaceholder("floder", nearest: "folder")
      ),
      (#"{"run":["web","{port:}"]}"#, "", "steps", .unknownPlaceholder("port:", nearest: nil)),
      (
        start + #",{"run":["web","{log:ww}"]}"#, "", "steps",
        .unknownPlaceholder("log:ww", nearest: "log:w")
      ),
      (#"{"run":["web","{log:db}"]}"#, "", "steps", .unknownPlaceholder("log:db", nearest: nil)),
      (
        #"{"run":["web","{calls:aws}"]}"#, "", "steps",
        .unknownPlaceholder("calls:aws", nearest: nil)
      ),
      (
        start, #","fixtures":{"a":["{prot:p}"]}"#, "steps",
        .unknownPlaceholder("prot:p", nearest: "port:p")
      ),
      (
        start, #","after":"prep","replace":[{"in":["a"],"this":"80","by":"81"}]"#, "replace",
        .sharedCopy
      ),
      (start, #","replace":[{"in":["a"],"by":"81"}]"#, "replace[0].this", .missing),
      (start, #","generated":["../out"]"#, "generated", .outsideFolder),
      (#"{"run":["web"],"ours":true}"#, "", "steps", .canProveNothing),
      (
        #"{"start":["web","{port:p}"],"name":"w","ours":true,"ready":{"port":"p"}},{"stop":"w"}"#,
        "", "steps", .canProveNothing
      ),
    ] as [(String, String, String, RoadmapFlaw.Problem)])
  func flaw(steps: String, also: String, path: String, problem: RoadmapFlaw.Problem) throws {
    let found = try flaws(steps, also: also)
    #expect(found.map(\.0) == [path], "\(found)")
    #expect(found.first?.1 == problem)
  }

  @Test("Names in braces that stand for nothing are no reason to refuse a roadmap")
  func lenient() {
    let flaw = RoadmapFlaw(
      path: "p", place: Place(offset: 0, in: []),
      problem: .unknownPlaceholder("prot:web", nearest: "port:web"))
    #expect(!flaw.isFatal)
    #expect(
      flaw.description.hasSuffix(
        "holds {prot:web}, which stands for nothing; did you mean {port:web}?"))
  }
}
