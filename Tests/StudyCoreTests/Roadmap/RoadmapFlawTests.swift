import Testing

@testable import StudyCore

/// A flaw that one change to a good roadmap makes.
struct FlawCase: Sendable, CustomTestStringConvertible {
  let old: String
  let new: String
  let path: String
  let place: (Int, Int)
  let problem: RoadmapFlaw.Problem
  var testDescription: String { "\(old) → \(new)" }

  init(
    _ old: String, _ new: String, _ path: String, _ line: Int, _ column: Int,
    _ problem: RoadmapFlaw.Problem
  ) {
    (self.old, self.new, self.path, place, self.problem) = (old, new, path, (line, column), problem)
  }
}

@Suite("Every kind of flaw in a roadmap is found, with its path and place")
struct RoadmapFlawTests {
  private static let good = #"""
    {"schema": 1, "id": "own", "title": "Own",
    "tools": [{"id": "jq", "title": "jq", "version": ["-V"], "get": {"url": "https://jqlang.org"}}],
    "lessons": [{"week": 1, "id": "one", "title": "One", "why": "Because.",
    "concepts": [{"term": "t", "text": "x"}], "objectives": ["o"],
    "readings": [{"title": "r", "url": "https://example.com"}], "tools": ["jq"],
    "preparations": [{"id": "prep", "title": "p", "uses": ["jq"], "steps": [{"run": ["jq", "."]}]}],
    "tasks": [
    {"id": "t-one", "title": "T", "goal": "g", "steps": ["s"], "minutes": 20, "deliverable": ["a"],
    "starter": {"main.tf": ["x"]},
    "teardown": {"cost": "c", "steps": ["s"]},
    "checks": [{"id": "c", "title": "C", "tier": "offline", "uses": ["jq"], "after": "prep",
    "steps": [{"run": ["jq", "-n", "1"], "exit": 0, "timeout": 5, "says": ["1"]}]}]},
    {"id": "t-two", "title": "U", "goal": "g", "steps": ["s"], "minutes": 20}]},
    {"week": 2, "id": "two", "title": "Two", "why": "w",
    "tasks": [{"id": "t-three", "title": "V", "goal": "g", "steps": ["s"], "minutes": 9}]}]}
    """#

  private func flaws(_ text: String) throws -> [RoadmapFlaw] {
    try Roadmap.flaws(in: Array(text.utf8))
  }

  @Test("The roadmap that the changes begin from has none")
  func none() throws {
    #expect(try flaws(Self.good) == [])
    #expect(try Roadmap.read(Array(Self.good.utf8)).tasks.count == 3)
  }

  @Test("One change, one flaw", arguments: FlawCase.all)
  func flaw(_ change: FlawCase) throws {
    try #require(Self.good.contains(change.old))
    let index = try #require(Self.good.range(of: change.old))
    let text = Self.good.replacingCharacters(index, change.new)
    let found = try flaws(text)
    let flaw = try #require(found.first { $0.path == change.path }, "\(found)")
    #expect(flaw.problem == change.problem)
    #expect([flaw.place.line, flaw.place.column] == [change.place.0, change.place.1])
    #expect(found.count == 1, "\(found.map(\.description))")
  }

  @Test("All flaws are told at once, in the order of the document")
  func all() throws {
    let text = Self.good.replacing("\"minutes\": 20", with: "\"minutes\": 0")
      .replacing("\"why\": \"w\"", with: "\"wy\": \"w\"").replacing("https://jq", with: "http://jq")
    let found = try flaws(text)
    #expect(
      found.map(\.path) == [
        "tools[0].get.url", "lessons[0].tasks[0].minutes", "lessons[0].tasks[1].minutes",
        "lessons[1].why", "lessons[1].wy",
      ])
    #expect(found.last?.problem == .unknownMember(nearest: "why"))
  }

  @Test("A newer schema is told before anything else")
  func newer() {
    do throws(Roadmap.ReadingError) {
      _ = try Roadmap.flaws(in: Array(#"{"schema":2,"lessons":7}"#.utf8))
      Issue.record("it was read")
    } catch .flawed(let flaws) {
      #expect(flaws.map(\.problem) == [.newerSchema(2)])
    } catch { Issue.record("it is JSON") }
  }

  @Test("What can be ignored is no reason to refuse a roadmap")
  func lenient() throws {
    let text = Self.good.replacing("\"objectives\"", with: "\"objectifs\"")
    let edition = try Edition(reading: Array(text.utf8))
    #expect(try edition.texts(of: edition.roadmap.lessons[0]).objectives == [])
    #expect(throws: Roadmap.ReadingError.self) {
      try Roadmap.read(Array(Self.good.replacing("\"week\": 2", with: "\"week\": 3").utf8))
    }
  }

  @Test("A document of a million flaws is answered soon")
  func many() throws {
    let text = #"{"schema":1,"lessons":["# + String(repeating: "1,", count: 100_000) + "1]}"
    #expect(try flaws(text).count == 1000)
  }
}

extension String {
  fileprivate func range(of part: String) -> Range<String.Index>? { ranges(of: part).first }

  fileprivate func replacingCharacters(_ range: Range<String.Index>, _ new: String) -> String {
    String(self[..<range.lowerBound]) + new + self[range.upperBound...]
  }
}
