import Testing

@testable import StudyCore

@Suite("Mending takes all that can be read, and from git what helps")
struct RepairTests {
  private static let empty = Logbook().fileBytes

  private static func file(_ ids: String...) -> [UInt8] {
    Sample.logbook(ids.map { Sample.event(.done, "state", $0) }).fileBytes
  }

  private static let conflict =
    Array("<<<<<<< a\n".utf8) + file("a") + Array("=======\n".utf8) + file("b")
    + Array(">>>>>>> b\n".utf8)

  typealias Row = (
    file: [UInt8], copies: [Repair.Copy], holds: [String], origins: [Repair.Origin],
    isNeeded: Bool, isHopeless: Bool
  )

  static let table: [Row] = [
    (file("a"), [], ["a"], [.file(.whole)], false, false),
    (empty, [], [], [.file(.whole)], false, false),
    // What a good file lacks of the last commit was taken out on purpose.
    (file("a"), [.init(.lastCommit, file("a", "b"))], ["a"], [.file(.whole)], false, false),
    (
      file("a"), [.init(.ours, file("a")), .init(.theirs, file("b"))], ["a", "b"],
      [.file(.whole), .git(.ours), .git(.theirs)], true, false
    ),
    (
      file("a", "b"), [.init(.ours, file("a")), .init(.theirs, file("b"))], ["a", "b"],
      [.file(.whole), .git(.ours), .git(.theirs)], false, false
    ),
    (conflict, [], ["a", "b"], [.file(.ours), .file(.theirs)], true, false),
    (
      [], [.init(.lastCommit, file("a"))], ["a"], [.file(.lines), .git(.lastCommit)], true, false
    ),
    ([], [], [], [.file(.lines)], true, true),
    (
      Array("hello".utf8), [.init(.lastCommit, Array("x".utf8))], [],
      [.file(.lines), .git(.lastCommit)], true, true
    ),
    (
      Array("hello".utf8), [.init(.lastCommit, empty)], [],
      [.file(.lines), .git(.lastCommit)], true, false
    ),
  ]

  @Test("A file and git's copies of it come to what they should", arguments: table)
  func rules(row: Row) {
    let repair = Repair(row.file, copies: row.copies)
    #expect(repair.logbook.events.map(\.id) == row.holds)
    #expect(repair.sources.map(\.origin) == row.origins)
    #expect(repair.isNeeded == row.isNeeded)
    #expect(repair.isHopeless == row.isHopeless)
    #expect(repair.isDamaged == (row.origins.first != .file(.whole)))
    #expect(repair.isUnmerged == row.copies.contains { $0.place != .lastCommit })
  }
}
