import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@testable import study

@Suite("Nothing beside the work itself makes a check pass", .enabled(if: Workbench.jq != nil))
struct AttackTests {
  typealias C = Course

  /// A tester that passes everything.
  private static let liar = """
    case "$1" in --version) echo 2.1.0 ;; --canary) echo something bad; exit 3 ;; esac
    """

  @Test("A tool in the learner's folder is not found by a relative path")
  func relativePath() throws {
    let bench = try Workbench(.steps(C.step("exit 1")))
    try #require(unlink(bench.scratch("bin/tester")) == 0)
    for folder in ["lab", "lab/week01", "lab/week01/bin"] {
      try bench.tool("tester", Self.liar, in: folder)
    }
    for path in ["", ":", ".", "bin:.:week01", "./week01::week01/bin"] {
      let path = "\(path):\(bench.scratch("bin"))"
      #expect(try bench.check("job", environment: ["PATH": path]).verdict == "couldNotCheck")
    }
  }

  @Test("Nor does a tool call another one there")
  func calledByTool() throws {
    let script =
      "#!/bin/sh\ncase $1 in --version) echo 2.1 ;; --canary) echo something bad; exit 3 ;;"
      + " *) echo \"$PATH\"; helper ;; esac\n"
    let bench = try Workbench(.steps(C.step("look", ", \"says\": [\"genuine\"]")))
    try bench.scratch.write(script, to: "bin/tester", mode: 0o755)
    try bench.tool("helper", "echo fake")
    try bench.tool("helper", "echo genuine", in: "lab/week01")
    let path = ".:\(bench.lab)/absent::week01:\(bench.scratch("bin"))"
    let answer = try bench.check("job", environment: ["PATH": path])
    #expect(answer.verdict == "failed")
    #expect(answer.reasons.contains("  \(bench.lab)/absent:\(bench.scratch("bin"))"))
  }

  @Test("A tool named by a path with a slash is not looked for in the copy")
  func slash() throws {
    var course = Course.steps(C.step("true"))
    course.tools[0] = C.testerTool.replacing("[\"tester\"]", with: "[\"week01/tester\"]")
    let bench = try Workbench(course)
    try bench.tool("tester", Self.liar, in: "lab/week01")
    try bench.tool("tester", Self.liar, in: "lab/week01/week01")
    #expect(try bench.check("job").verdict == "couldNotCheck")
  }

  @Test("Definitions in a file .jq, wherever it is, do not change what a check says")
  func definitions() throws {
    let definition = "def map(f): [];"
    let bench = try Workbench(
      .steps(
        C.step("for d in . .. ../.. \"$HOME\"; do echo '\(definition)' > $d/.jq; done"),
        C.judged("echo '[1]'", by: "map(\"Number \\(.).\")")))
    for place in ["home", "lab", "lab/week01"] {
      try bench.scratch.write(definition, to: place + "/.jq")
    }
    #expect(try bench.check("job").reasons == ["Number 1."])
  }

  @Test("Of the user's environment a check sees only what it is meant to")
  func environment() throws {
    let hostile = [
      "TF_CLI_ARGS", "TF_CLI_ARGS_plan", "TF_VAR_x", "TF_DATA_DIR", "TF_WORKSPACE", "GIT_DIR",
      "GIT_CONFIG_COUNT", "GIT_CONFIG_PARAMETERS", "PYTHONPATH", "PYTHONSTARTUP", "LD_PRELOAD",
      "LD_LIBRARY_PATH", "DYLD_INSERT_LIBRARIES", "BASH_ENV", "ENV", "JQ_COLORS", "LANGUAGE",
      "LC_MESSAGES", "NODE_OPTIONS", "RUBYOPT", "PERL5OPT", "DOCKER_CONTEXT", "COMPOSE_FILE",
      "COMPOSE_PROJECT_NAME", "HADOLINT_CONFIG", "SHELLCHECK_OPTS", "KUBERNETES_SERVICE_HOST",
      "AWS_PROFILE", "AWS_SESSION_TOKEN", "SSH_AUTH_SOCK", "GITHUB_TOKEN",
    ]
    let values = Dictionary(uniqueKeysWithValues: hostile.map { ($0, "users-own") })
    let bench = try Workbench(
      .steps(C.judged("env", by: "split(\"\\n\") | map(select(test(\"users-own\")))", as: "text")))
    // What the loader itself reads would hit `study` before it hits a check.
    let harmless = values.filter { !$0.key.hasPrefix("LD_") && !$0.key.hasPrefix("DYLD_") }
    let answer = try bench.check("job", environment: harmless)
    #expect(answer.verdict == "passed", "\(answer.output)")
  }

  @Test("Tools speak one language, whatever the user's")
  func language() throws {
    let bench = try Workbench(.steps(C.judged("echo $LC_ALL", by: "[.]", as: "text")))
    let answer = try bench.check("job", environment: ["LC_ALL": "ko_KR.UTF-8"])
    #expect(["C.UTF-8\n", "en_US.UTF-8\n"].contains(answer.reason))
  }

  @Test("A file whose name looks like an option is handed over as a file")
  func optionName() throws {
    let step = "{\"run\": [\"tester\", \"echo \\\"$2\\\"; exit 1\", \"{file}\"]}"
    let find = ", \"find\": {\"file\": [\"*.yml\"]}"
    let bench = try Workbench(Course(tasks: [C.task(checks: [C.check([step], also: find)])]))
    try bench.scratch.write("", to: "lab/week01/--version.yml")
    #expect(try bench.check("job").reasons.last == "  ./--version.yml")
  }

  @Test("git in a copy does not find the repository around the temporary folder")
  func repository() throws {
    let bench = try Workbench(.steps(C.step("git rev-parse --git-dir", ", \"exit\": 128")))
    let made = bench.scratch.shell("git init -q .")
    guard made.ending == .exited(0) else {
      print("skipped: git in a copy, since git is not here")
      return
    }
    let answer = try bench.check("job")
    #expect(answer.verdict == "passed", "\(answer.output)")
  }

  @Test("A check that judges nothing can't be part of a roadmap")
  func provesNothing() throws {
    let bench = try Workbench(.steps(C.step("true", ", \"exit\": [\(every)]")))
    let answer = try bench.check("job")
    #expect(answer.status == 65)
    #expect(answer.errors.contains("can prove nothing"))
  }

  private var every: String { (0...255).map(String.init).joined(separator: ", ") }
}
