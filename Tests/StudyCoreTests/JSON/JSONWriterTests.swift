import StudyCore
import Testing

@Suite("The JSON writer writes what the reader reads")
struct JSONWriterTests {
  private let text = #"{"z":[1.50,{"b":[],"a":{}}],"a":"q\"\\\n\u001b\u202e é😀","é":null}"#

  @Test("Compact, pretty and canonical text all read back as the same value")
  func roundTrip() throws {
    let json = try JSONReader.read(Array(text.utf8))
    for written in [Array(json.compact.utf8), Array(json.pretty.utf8), json.canonical] {
      #expect(try JSONReader.read(written).canonical == json.canonical)
    }
    #expect(json.compact == text)
  }

  @Test("Canonical names are in the order of their bytes at every level, digits as written")
  func canonical() throws {
    let json = try JSONReader.read(Array(text.utf8))
    #expect(
      String(decoding: json.canonical, as: UTF8.self)
        == #"{"a":"q\"\\\n\u001b"# + "\u{202E}" + #" é😀","z":[1.50,{"a":{},"b":[]}],"é":null}"#)
  }

  @Test("Members in another order have the same canonical bytes, elements have not")
  func order() throws {
    func canonical(_ text: String) throws -> [UInt8] {
      try JSONReader.read(Array(text.utf8)).canonical
    }
    #expect(try canonical(#"{"a":1,"b":2}"#) == canonical(#" {"b" : 2,"a":1} "#))
    #expect(try canonical("[1,2]") != canonical("[2,1]"))
    #expect(try canonical("1.0") != canonical("1"))
  }

  @Test("Text for people escapes whatever could steer a terminal")
  func hidden() throws {
    let json = JSON.texts(["\u{9B}", "\u{2066}", "\u{E000}", "\u{10FFFF}", "ok 서버"])
    #expect(json.compact == #"["\u009b","\u2066","\ue000","\udbff\udfff","ok 서버"]"#)
  }

  @Test("Pretty text indents by two, and what is empty stays on its line")
  func pretty() throws {
    let json = try JSONReader.read(Array(#"{"a":[1,{}],"b":[]}"#.utf8))
    #expect(json.pretty == "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}")
  }

  @Test("Members without a value are left out")
  func absent() {
    #expect(JSON.object(["a": 1, "b": nil, "c": true]).compact == #"{"a":1,"c":true}"#)
  }
}
