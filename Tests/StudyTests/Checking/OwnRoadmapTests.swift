import StudyCore
import Testing

@testable import study

@Suite("A roadmap of one's own goes all the way", .enabled(if: Workbench.jq != nil))
struct OwnRoadmapTests {
  /// A bench on which `roadmap new` was said, and the bundle of it trusted.
  private func bench() throws -> Workbench {
    let bench = try Workbench()
    let bash = try #require(findExecutable("bash", path: "/usr/local/bin:/usr/bin:/bin"))
    try bench.tool("bash", "exec \(bash) \"$@\"")
    let folder = bench.scratch("mine")
    #expect(try bench.study("roadmap", "new", folder).status == 0)
    #expect(try bench.study("roadmap", "validate", folder).status == 0)
    let bundle = try bench.study("roadmap", "bundle", folder)
    #expect(bundle.status == 0)
    try bench.scratch.write(bundle.output, to: "course.json")
    let name = SHA256.hex(of: Array(bundle.output.utf8))
    try bench.scratch.write(bundle.output, to: "home/.local/share/study/trusted/\(name)")
    return bench
  }

  private func verdict(_ bench: Workbench) throws -> String? {
    let json = try JSONReader.read(Array(try bench.check("greeting").output.utf8))
    return json["tasks"]?.array?.first?["verdict"]?.string
  }

  @Test("Its starter fails, its right answer passes, its wrong answer fails for its reason")
  func controls() throws {
    let bench = try bench()
    #expect(try bench.study("next").output.contains("Greet by name"))
    #expect(try bench.study("lab", "greeting").status == 0)
    #expect(try verdict(bench) == "failed")
    let right = try #require(try bench.scratch.text("mine/week01/answer/greet.sh"))
    try bench.scratch.write(right, to: "lab/week01/greet.sh")
    #expect(try verdict(bench) == "passed")
    try bench.scratch.write(
      right.replacing("Hello, $1", with: "Hello, Ada"), to: "lab/week01/greet.sh")
    let answer = try bench.study("check", "greeting")
    #expect(answer.status == 1)
    let patch = try #require(
      try bench.scratch.text("mine/week01/wrong/greeting/always-the-same-name.patch"))
    let complaint = try #require(
      patch.split(separator: "\n").first { $0.hasPrefix("Complaint: ") }?.dropFirst(11))
    #expect(answer.output.contains(complaint))
  }

  @Test("A bundle changed by one character is trusted no more")
  func exactText() throws {
    let bench = try bench()
    let text = try #require(try bench.scratch.text("course.json"))
    try bench.scratch.write(text.replacing("exit 7", with: "exit  7"), to: "course.json")
    let answer = try bench.check("greeting")
    #expect(answer.status == 2)
    #expect(answer.output.contains("not trusted"))
  }
}
