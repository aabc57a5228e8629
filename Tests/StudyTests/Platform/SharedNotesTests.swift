import Testing

@testable import study

@Suite("Programs that share notes take turns")
struct SharedNotesTests {
  @Test("What is read stays true until it was added to")
  func turns() throws {
    let scratch = try Scratch()
    let notes = try scratch.write("", to: "notes")
    onThreads(4) { _ in
      for _ in 0..<50 {
        SharedNotes.holding(notes) {
          let lines = (try? scratch.text("notes"))??.split(separator: "\n").count ?? -1
          System.pause(milliseconds: 1)
          SharedNotes.add(Array("\(lines)\n".utf8), to: notes)
        }
      }
    }
    let numbers = try #require(try scratch.text("notes")).split(separator: "\n").map(String.init)
    #expect(numbers == (0..<200).map(String.init))
  }
}
