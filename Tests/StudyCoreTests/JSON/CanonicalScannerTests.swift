import Testing

@testable import StudyCore

@Suite("Canonical JSON is known without reading it")
struct CanonicalScannerTests {
  private func isCanonical(_ text: String) -> Bool {
    CanonicalScanner.isCanonical(Array(text.utf8))
  }

  @Test("Of all documents, just those are canonical that would be written as they stand")
  func documents() throws {
    for document in JSONDocuments.valid {
      let canonical = try JSONReader.read(document).canonical
      #expect(CanonicalScanner.isCanonical(canonical))
      #expect(CanonicalScanner.isCanonical(document) == (document == canonical))
    }
    for document in JSONDocuments.invalid { #expect(!CanonicalScanner.isCanonical(document)) }
  }

  @Test(
    "A document with anything to spare, to sort or to spell otherwise is not canonical",
    arguments: [
      " 1", "1 ", "[1, 2]", "{\"a\" :1}", "{\"b\":1,\"a\":2}", "{\"a\":1,\"a\":1}", "[1,]", "[,1]",
      #""\u0041""#, #""\u000a""#, #""\u001F""#, #""\/""#, #""\b""#, #""\u0020""#,
      #"{"\"":1,"!":2}"#, "[",
      "{\"a\"", "\"", "\"\\", "1.", "1e", "-", "00", "-01", "nul", "", "1,2",
    ])
  func not(text: String) {
    #expect(!isCanonical(text))
  }

  @Test(
    "Names are in the order of what they say, not of how it is spelled",
    arguments: [
      #"{"!":1,"\"":2,"$":3}"#, #"{"[":1,"\\":2,"]":3}"#, #"{"\u0000":1,"\t":2,"\u000b":3," ":4}"#,
      #"{"\\":1,"\\a":2,"é":3,"é":4}"#,
    ])
  func names(text: String) throws {
    #expect(
      isCanonical(text) == (try JSONReader.read(Array(text.utf8)).canonical == Array(text.utf8)))
  }
}
