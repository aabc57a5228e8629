import StudyCore
import Testing

@Suite("The JSON reader takes what RFC 8259 allows and says where the rest is wrong")
struct JSONReaderTests {
  @Test(
    "It reads a document and keeps it as written",
    arguments: [
      ("{}", "{}"), (" [ ] ", "[]"), ("[1,2.50,-0,1e2,9007199254740993]", nil),
      (#"{"a":null,"b":[true,false]}"#, nil), (#""\u00e9\ud83d\ude00\/""#, "\"é😀/\""),
      (#"{"b":1,"a":2}"#, nil), ("\"\u{7F}\"", "\"\\u007f\""), (#""\u0000""#, nil),
      ("[[[[]]]]", nil),
    ])
  func accepts(text: String, compact: String?) throws {
    #expect(try JSONReader.read(Array(text.utf8)).compact == compact ?? text)
  }

  @Test(
    "It names the flaw, the line and the column",
    arguments: [
      ("", .empty, 1, 1), (" \n ", .empty, 2, 2), ("[1,\n 2,]", .trailingComma, 2, 4),
      ("{\"a\":1,}", .trailingComma, 1, 8), ("[1 2]", .expected("',' or ']'"), 1, 4),
      ("{\"a\" 1}", .expected("':'"), 1, 6), ("{a:1}", .expected("a name in double quotes"), 1, 2),
      ("[01]", .leadingZero, 1, 2), ("[1.]", .expected("a digit"), 1, 4),
      ("[+1]", .expected("a value"), 1, 2), ("nul", .expected("null"), 1, 1),
      ("[\"a]", .unclosedString, 1, 2), ("[\"\t\"]", .controlInString(9), 1, 3),
      (#"["\x"]"#, .unknownEscape, 1, 3), (#"["\ud800"]"#, .loneSurrogate, 1, 3),
      (#"["\ud800\u0041"]"#, .loneSurrogate, 1, 3), ("[", .endedEarly, 1, 2),
      ("{} {}", .textAfterEnd, 1, 4), ("{\"é\":1,\n\"é\":2}", .duplicateName("é"), 2, 1),
      ("<<<<<<< HEAD\n{}", .conflictMarker, 1, 1), ("[\n=======\n]", .conflictMarker, 2, 1),
      ("{\n>>>>>>> x\n}", .conflictMarker, 2, 1), ("[/* */]", .expected("a value"), 1, 2),
      ("[NaN]", .expected("a value"), 1, 2), ("\u{FEFF}{}", .byteOrderMark, 1, 1),
    ] as [(String, JSONFlaw.Problem, Int, Int)])
  func rejects(text: String, problem: JSONFlaw.Problem, line: Int, column: Int) throws {
    let flaw = try #require(throws: JSONFlaw.self) { try JSONReader.read(Array(text.utf8)) }
    #expect(flaw.problem == problem)
    #expect([flaw.place.line, flaw.place.column] == [line, column])
    #expect(!flaw.description.isEmpty)
  }

  @Test(
    "Bytes that are no UTF-8 are refused where they stand",
    arguments: [
      ([0x22, 0xFF, 0x22], 2), ([0x22, 0xC3, 0xA9, 0xC3, 0x22], 3), ([0x22, 0xC0, 0x80, 0x22], 2),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], 2), ([0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], 2),
    ] as [([UInt8], Int)])
  func notUTF8(bytes: [UInt8], column: Int) throws {
    let flaw = try #require(throws: JSONFlaw.self) { try JSONReader.read(bytes) }
    #expect(flaw.problem == .invalidUTF8)
    #expect(flaw.place.column == column)
  }

  @Test("Size, depth and digits have limits, and what just fits is read")
  func limits() throws {
    var limits = JSONReader.Limits()
    limits.bytes = 10
    limits.depth = 3
    limits.digits = 4
    func problem(_ text: String) -> JSONFlaw.Problem? {
      do { _ = try JSONReader.read(Array(text.utf8), limits: limits) } catch {
        return error.problem
      }
      return nil
    }
    #expect(problem("[ 1, 2, 3]") == nil)
    #expect(problem("[ 1, 2, 33]") == .tooLarge(limit: 10))
    #expect(problem("[[[]]]") == nil)
    #expect(problem("[[[[]]]]") == .tooDeep(limit: 3))
    #expect(problem("-123") == nil)
    #expect(problem("-1234") == .numberTooLong(limit: 4))
    #expect(problem("\"a\u{301}\u{316}\u{301}\"") == nil)
    limits.marks = 2
    #expect(problem("\"é\u{301}\u{316}\"") == nil)
    #expect(problem("\"\u{301}\u{316}\u{301}\"") == .tooManyMarks(limit: 2))
  }

  @Test("A hundred thousand nested arrays are refused, not crashed on")
  func nested() throws {
    let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    let flaw = try #require(throws: JSONFlaw.self) { try JSONReader.read(bytes) }
    #expect(flaw.problem == .tooDeep(limit: 64))
  }

  @Test("Two spellings of é are two names, however many names there are", arguments: [0, 20])
  func byteNames(others: Int) throws {
    let rest = (0..<others).map { "\"k\($0)\":0," }.joined()
    let json = try JSONReader.read(Array("{\(rest)\"\u{E9}\":1,\"e\u{301}\":2}".utf8))
    #expect(json["\u{E9}"]?.integer == 1)
    #expect(json["e\u{301}"]?.integer == 2)
    let twice = Array("{\(rest)\"a\":1,\"a\":2}".utf8)
    #expect(throws: JSONFlaw.self) { try JSONReader.read(twice) }
  }

  @Test("A value knows what kind it is, for messages")
  func kinds() throws {
    let values = try JSONReader.read(Array(#"[null,true,1,"s",[],{}]"#.utf8)).array ?? []
    #expect(
      values.map(\.kind) == [
        "null", "true or false", "a number", "a string", "an array", "an object",
      ])
    #expect(values[2].integer == 1)
    #expect(values[3].integer == nil)
  }
}
