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

@Suite("Doctor tells which tools work", .enabled(if: Workbench.jq != nil))
struct DoctorTests {
  typealias C = Course

  /// A first week that needs the tester, and a second that needs another tool.
  private static var course: Course {
    var course = Course()
    course.tools.append(C.testerTool.replacing("tester", with: "wrench"))
    course.more = [
      """
      {"week": 2, "id": "second", "title": "Second", "why": "More.", "tools": ["wrench"],
       "tasks": [\(C.task("last", checks: []))]}
      """
    ]
    return course
  }

  private func bench() throws -> Workbench {
    let bench = try Workbench(Self.course)
    try bench.tool("git", "echo git version 2.40.0")
    return bench
  }

  @Test("A row for each tool: found or not, version, oldest, weeks, and how to get it")
  func rows() throws {
    let answer = try bench().study("doctor", environment: ["COLUMNS": "100"])
    let lines = answer.output.split(separator: "\n").map(String.init)
    let tester = try #require(lines.first { $0.contains("Tester") })
    for word in ["✓", "2.1.0", "≥ 2.0", "1"] { #expect(tester.contains(word)) }
    let other = try #require(lines.first { $0.contains("✗") })
    for word in ["Tester", "≥ 2.0", "2"] { #expect(other.contains(word)) }
    #expect(answer.output.contains("was not found"))
    #expect(answer.output.contains("install wrench"))
    #expect(answer.output.contains("https://wrench.invalid"))
  }

  @Test("The status is 2 only if the week at hand, or the one named, lacks a tool")
  func status() throws {
    let bench = try bench()
    #expect(try bench.study("doctor").status == 0)
    #expect(try bench.study("doctor", "1").status == 0)
    #expect(try bench.study("doctor", "2").status == 2)
    _ = try bench.study("done", "job")
    #expect(try bench.study("doctor").status == 2)
    #expect(try bench.study("doctor", "1").status == 0)
    try #require(unlink(bench.scratch("bin/jq")) == 0)
    #expect(try bench.study("doctor", "1").status == 2)
  }

  @Test("The same for programs")
  func json() throws {
    let bench = try bench()
    try bench.tool("wrench", "echo 1.0")
    let answer = try bench.study("doctor", "--format", "json")
    let tools = answer.json?["tools"]?.array ?? []
    try #require(tools.compactMap { $0["tool"]?.string } == ["git", "jq", "tester", "wrench"])
    let tester = tools[2]
    #expect(tester["usable"]?.canonical == Array("true".utf8))
    #expect(tester["version"]?.string == "2.1.0")
    #expect(tester["oldest"]?.string == "2.0")
    #expect(tester["weeks"]?.array?.compactMap(\.integer) == [1])
    let wrench = tools[3]
    #expect(wrench["usable"]?.canonical == Array("false".utf8))
    #expect(wrench["reason"]?.string?.contains("is version 1.0, older than 2.0") == true)
    #expect(wrench["remedy"]?.string?.contains("https://wrench.invalid") == true)
  }
}
