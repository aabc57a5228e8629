import StudyCore
import Testing

@testable import study

@Suite("What passed is recorded with its evidence", .enabled(if: Workbench.jq != nil))
struct RecordingTests {
  typealias C = Course

  /// A check that does what the learner's file says.
  private static let course = Course.steps(C.step(". ./work.txt"))

  private func bench(_ work: String = "true") throws -> Workbench {
    let bench = try Workbench(Self.course)
    try bench.scratch.write(work + "\n", to: "lab/week01/work.txt")
    return bench
  }

  private func kinds(_ bench: Workbench) throws -> [String] {
    try bench.events().compactMap { $0["kind"]?.string }
  }

  @Test("A pass is recorded once, with the tools' versions and the folder's digest")
  func verified() throws {
    let bench = try bench()
    let first = try bench.study("check", "job")
    #expect(first.output.contains("Verified: 1.1 job"))
    #expect(first.output.contains("wrote study.json"))
    let event = try #require(try bench.events().first)
    #expect(event["kind"]?.string == "verified")
    #expect(event["task"]?.string == "job")
    #expect(event["roadmap"]?.string == "course")
    let evidence = try #require(event["evidence"])
    #expect(evidence["tools"]?["tester"]?.string == "2.1.0")
    #expect(evidence["tools"]?["jq"]?.string != nil)
    #expect(evidence["checks"]?.array?.compactMap(\.string) == ["works"])
    #expect(evidence["digest"]?.string?.hasPrefix("sha256:") == true)
    #expect(evidence["commit"] == nil)
    let written = try bench.scratch.text("lab/study.json")
    for again in [[], ["--fresh"]] {
      let answer = try bench.study(arguments: ["check", "job"] + again)
      #expect(answer.status == 0)
      #expect(!answer.output.contains("wrote"))
    }
    #expect(try bench.study("done", "job").output.contains("done already"))
    #expect(try bench.scratch.text("lab/study.json") == written)
  }

  @Test("A commit is evidence only where the tree is clean")
  func commit() throws {
    guard let git = findExecutable("git", path: "/usr/local/bin:/usr/bin:/bin") else {
      print("skipped: commits as evidence, since git is not here")
      return
    }
    let bench = try bench()
    try bench.tool("git", "exec \(git) \"$@\"")
    let commit = """
      cd lab && git init -q && git config user.name a && git config user.email a@b.invalid
      git config core.fsmonitor "touch $PWD/../pwned; false"
      printf '#!/bin/sh\\ntouch %s\\n' "$PWD/../pwned" > .git/hooks/post-index-change
      chmod +x .git/hooks/post-index-change
      git -c core.fsmonitor=false -c core.hooksPath=/dev/null add -A
      git -c core.fsmonitor=false -c core.hooksPath=/dev/null commit -qm work
      rm -f ../pwned
      for key in clean process; do git config "filter.a.b.$key" "touch $PWD/../pwned; cat"; done
      git config filter.a.b.required true && echo 'week01/* filter=a.b' > .git/info/attributes
      touch -t 202001010000 week01/work.txt
      git rev-parse HEAD
      """
    let made = bench.scratch.shell(commit)
    try #require(made.ending == .exited(0), "\(text(made.errors))")
    #expect(try bench.check("job").verdict == "passed")
    let head = text(made.output).split(separator: "\n").first.map(String.init)
    #expect(try bench.events().first?["evidence"]?["commit"]?.string == head)
    #expect(FileStatus.of(bench.scratch("pwned")) == nil, "the lab's configuration ran a program")
    try bench.scratch.write("{\"format\": 1, \"events\": []}\n", to: "lab/study.json")
    try bench.scratch.write("uncommitted", to: "lab/notes.txt")
    #expect(try bench.check("job").verdict == "passed")
    #expect(try bench.events().first?["evidence"]?["commit"] == nil)
  }

  @Test("Every check of a clean lab has its commit: our progress and what is elsewhere are no dirt")
  func commits() throws {
    guard let git = findExecutable("git", path: "/usr/local/bin:/usr/bin:/bin") else {
      try Test.cancel("git is not here")
    }
    let tasks = ["one", "two", "three", "four"]
    let bench = try Workbench(
      Course(tasks: tasks.map { C.task($0, checks: [C.check([C.step("true")], id: "works")]) }))
    try bench.tool("git", "exec \(git) \"$@\"")
    let commit = """
      git init -q && git config user.name a && git config user.email a@b.invalid
      printf 'home\ntmp\nbin\nruns\n' > .gitignore; echo 1 > elsewhere
      git add -A && git commit -qm work && echo 2 > elsewhere && touch unknown && git rev-parse HEAD
      """
    let made = bench.scratch.shell(commit)
    try #require(made.ending == .exited(0), "\(text(made.errors))")
    let head = text(made.output).split(separator: "\n").first.map(String.init)
    for task in tasks.prefix(3) { #expect(try bench.check(task).verdict == "passed") }
    #expect(try bench.events().map { $0["evidence"]?["commit"]?.string } == [head, head, head])
    try bench.scratch.write("new", to: "lab/notes.txt")
    #expect(try bench.check("four").verdict == "passed")
    #expect(try bench.events().compactMap { $0["evidence"]?["commit"]?.string }.count == 3)
    // Progress of another name is ours, too.
    try bench.scratch.write(
      "{\"format\": 1, \"events\": [\n{}\n]}\n", to: "lab/[mine] !a.json")
    try #require(
      bench.scratch.shell("git add -A && git commit -qm more").ending == .exited(0))
    for task in tasks {
      _ = try bench.check(task, "--progress", "[mine] !a.json")
    }
    let own = try #require(try bench.scratch.text("lab/[mine] !a.json"))
    #expect(own.split(separator: "\"commit\":").count == 5)
  }

  @Test("A git that answers nothing gives no commit")
  func silentGit() throws {
    let bench = try bench()
    try bench.tool("git", "exit 0")
    #expect(try bench.check("job").verdict == "passed")
    let evidence = try #require(try bench.events().first?["evidence"])
    #expect(evidence["commit"] == nil)
  }

  @Test("Verified work that fails lapses, once, and can be verified anew")
  func lapses() throws {
    let bench = try bench()
    _ = try bench.check("job")
    try bench.scratch.write("false\n", to: "lab/week01/work.txt")
    let failed = try bench.study("check", "job")
    #expect(failed.status == 1)
    #expect(failed.output.contains("Lapsed: 1.1 job passed once and fails now"))
    _ = try bench.check("job", "--fresh")
    #expect(try kinds(bench) == ["verified", "lapsed"])
    let events = try bench.events()
    try #require(events.count == 2)
    #expect(events[1]["of"]?.array?.first?.string == events[0]["id"]?.string)
    #expect(try bench.study("report", "--format", "json").json?["total"]?["lapsed"]?.integer == 1)
    try bench.scratch.write("true\n", to: "lab/week01/work.txt")
    _ = try bench.check("job")
    #expect(try kinds(bench) == ["verified", "lapsed", "verified"])
    #expect(try bench.study("report", "--format", "json").json?["total"]?["verified"]?.integer == 1)
  }

  @Test("Work that could not be checked stays verified, and nothing is written")
  func unknown() throws {
    let bench = try bench()
    _ = try bench.check("job")
    let written = try bench.scratch.text("lab/study.json")
    try bench.tool("tester", "exit 1")
    #expect(try bench.check("job").verdict == "couldNotCheck")
    #expect(try bench.scratch.text("lab/study.json") == written)
    #expect(try bench.study("report", "--format", "json").json?["total"]?["verified"]?.integer == 1)
  }

  @Test("A failure of what never passed, and an unknown, write nothing at all")
  func nothing() throws {
    for work in ["false", "kill -9 $$"] {
      let bench = try bench(work)
      let written = try bench.scratch.text("lab/study.json")
      #expect(try bench.check("job").status != 0)
      #expect(try bench.scratch.text("lab/study.json") == written)
    }
  }

  @Test("`done` without a pass is the learner's word, which a check can still prove")
  func claimed() throws {
    let bench = try bench()
    _ = try bench.study("done", "job")
    #expect(try bench.study("report", "--format", "json").json?["total"]?["claimed"]?.integer == 1)
    _ = try bench.check("job")
    #expect(try kinds(bench) == ["done", "verified"])
    #expect(try bench.study("report", "--format", "json").json?["total"]?["verified"]?.integer == 1)
  }

  @Test("Progress of a newer format is left alone: verdicts are shown, then why nothing was kept")
  func newer() throws {
    let newer = "{\"format\": 2, \"events\": [\n{}\n]}\n"
    for arguments in [["check", "job"], ["check", "job", "--format", "json"]] {
      let bench = try bench()
      try bench.scratch.write(newer, to: "lab/study.json")
      let answer = try bench.study(arguments: arguments)
      #expect(answer.status == 65)
      #expect(answer.output.contains("passed"), "\(answer.output)")
      #expect(answer.errors.contains("format 2"))
      #expect(try bench.scratch.text("lab/study.json") == newer)
    }
  }

  @Test("A reader that goes away does not turn a failure into a success")
  func closedPipe() throws {
    let program = try #require(StudyBinary.path)
    for format in ["text", "json"] {
      let bench = try bench("false")
      let outcome = bench.scratch.shell(
        "cd lab; { '\(program)' check job --roadmap '\(bench.roadmap)' --format \(format);"
          + " echo $? > ../status; } | true",
        environment: bench.environment())
      #expect(outcome.ending == .exited(0))
      #expect(try bench.scratch.text("status") == "1\n")
    }
  }
}
