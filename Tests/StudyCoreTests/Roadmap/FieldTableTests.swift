import StudyCore
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite("What is written about the fields of a roadmap is what the program reads")
struct FieldTableTests {
  static let repository =
    #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }

  static func text(_ path: String) throws -> String {
    let bytes = try #require(FileManager.default.contents(atPath: repository + "/" + path))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The members named in the first column of the table below a heading.
  static func members(below heading: String) throws -> [String] {
    let lines = try text(".github/CONTRIBUTING.md").split(
      separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "### " + heading))
    let rows = lines[start...].drop { !$0.hasPrefix("| ---") }.dropFirst().prefix {
      $0.hasPrefix("|")
    }
    return rows.flatMap { row -> [String] in
      row.split(separator: "|")[0].split(separator: "`", omittingEmptySubsequences: false)
        .enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
  }

  /// A bundle with this member, and a value that fits none, where the heading says.
  static func bundle(with member: String, in heading: String) -> String {
    func more(_ place: String) -> String { heading == place ? ", \"\(member)\": {\"?\": 7}" : "" }
    return """
      {"schema": 1, "id": "r", "title": "R"\(more("Roadmap")),
       "tools": [{"id": "sh", "title": "Sh"\(more("Tool"))}],
       "lessons": [{"week": 1, "id": "l", "title": "L", "why": "w"\(more("Lesson")),
        "tasks": [{"id": "t", "title": "T", "goal": "g", "steps": ["s"], "minutes": 9\(more("Task")),
         "checks": [{"id": "c", "title": "C", "uses": ["sh"]\(more("Check")),
          "steps": [{"run": ["sh"]\(more("Step"))}, {"start": ["sh"]\(more("Step"))},
           {"stop": "s"\(more("Step"))}]}]}]}]}
      """
  }

  static let headings = ["Roadmap", "Lesson", "Task", "Check", "Step", "Tool"]

  private static func unknown(_ member: String, in heading: String) throws -> Bool {
    let text = bundle(with: member, in: heading)
    // A member that stands there already is known.
    guard let flaws = try? Roadmap.flaws(in: Array(text.utf8)) else { return false }
    let count = flaws.count { flaw in
      if case .unknownMember = flaw.problem { flaw.path.hasSuffix(member) } else { false }
    }
    // Some members belong to one kind of step alone.
    return count == (heading == "Step" ? 3 : 1)
  }

  @Test("Every member in a table is read", arguments: headings)
  func known(_ heading: String) throws {
    let members = try Self.members(below: heading)
    #expect(members.count >= 4)
    for member in members { #expect(try !Self.unknown(member, in: heading), "\(member)") }
    #expect(try Self.unknown("nonsense", in: heading))
  }

  @Test("Every member that the shipped course has is in a table")
  func complete() throws {
    let named = Set(try (Self.headings + ["Checks"]).flatMap(Self.members))
    let inner = ["term", "text", "url", "cost", "says", "remedy", "debian", "macos", "files"]
    func check(_ json: JSON, free: Bool = false) {
      for member in json.members ?? [] {
        if !free {
          #expect(named.contains(member.name) || inner.contains(member.name), "\(member.name)")
        }
        let maps = ["fixtures", "starter", "files", "env", "find", "standins"]
        if maps.contains(member.name), member.value.members != nil { continue }
        check(member.value, free: member.name == "tasks" && member.value.members != nil)
      }
      for element in json.array ?? [] { check(element) }
    }
    check(try Shipped.edition().bundle())
  }

  @Test("The README's example is the course that `roadmap new` writes")
  func example() throws {
    let readme = try Self.text("README.md")
    for path in ["week01/checks.json", "week01/greeting/greets.jq"] {
      let kind = path.split(separator: ".").last ?? ""
      let file = try Self.text("Sources/Course/new/" + path)
      #expect(readme.contains("```\(kind)\n\(file)```"), "\(path)")
    }
    let shelf = Shelf { Shipped.files["new/" + $0].map(Shelf.Item.file) ?? .missing }
    let roadmap = try #require(Shipped.files["new/roadmap.json"])
    #expect(try Roadmap.flaws(in: roadmap, shelf).map(\.description) == [])
  }
}
