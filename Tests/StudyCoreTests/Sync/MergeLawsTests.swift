import StudyCore
import Testing

@Suite("The laws that no merge and no file may break")
struct MergeLawsTests {
  @Test("Merging random logbooks keeps every law", arguments: [1, 2, 3] as [UInt64])
  func laws(seed: UInt64) {
    var laws = MergeLaws(seed: seed)
    for _ in 0..<200 { #expect(laws.brokenLaws() == []) }
  }

  @Test("Every valid document is read, and written so that it reads the same")
  func valid() throws {
    for document in JSONDocuments.valid {
      let json = try JSONReader.read(document)
      for written in [Array(json.compact.utf8), Array(json.pretty.utf8), json.canonical] {
        #expect(try JSONReader.read(written).canonical == json.canonical)
      }
    }
  }

  @Test("Every invalid document is refused")
  func invalid() {
    for document in JSONDocuments.invalid {
      #expect(throws: JSONFlaw.self) { try JSONReader.read(document) }
    }
  }
}
