import Testing

@testable import StudyCore

@Suite("A logbook in our own form is read quickly, and as any other would be")
struct OwnFormTests {
  private static let events = [
    #"{"at":"2026-01-01T00:00:00Z","id":"a","kind":"done","task":"one"}"#,
    #"{"at":"2026-01-01T00:00:00Z","id":"b","kind":"note","note":"서브넷 \"x\"\n\u0001","task":"one"}"#,
    #"{"at":"2026-01-02T00:00:00.5Z","id":"\\","kind":"undo","of":["a","\\"],"task":"one"}"#,
    #"{"at":"2026-01-02T00:00:00Z","batch":"d","id":"d","kind":"skip","roadmap":"own","task":"é"}"#,
    #"{"A":[],"at":"2026-01-03T00:00:00Z","evidence":{"":{},"n":[-0,1.50e+3,{"k":null}],"t":true},"#
      + #""id":"e","kind":"verified","task":"one","z":"}"}"#,
    #"{"at":7,"id":null,"kind":"later","of":{},"roadmap":false}"#,
    #"{"\n":1,"\"":2,"\\":3,"kind":"\u0000done"}"#,
  ]

  private static let pieces =
    [
      "\"", "\\", "\\u0000", "\\u0041", "\\u000a", "\\u001F", "\\/", "\\b", "{}", "{", "}", "[",
      "]", ",",
      ":", " ", "\n", "\r\n", "\0", "\t", "é", "e\u{301}", "\u{FEFF}", "0", "01", "1.0", "-", "1e5",
      "+", "null",
      "<<<<<<< ours\n", "=======\n", "{},\n", "\"at\":\"x\",", "\"kind\":\"done\",", "\"of\":[1],",
      "\"of\":[\"a\",],", "\"note\":7,", "\"x\":1,\n", "\"events\": [\n", "\"format\": 2,\n",
      String(repeating: "[", count: 62), String(repeating: "9", count: 101),
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x80]]

  private static func file(_ lines: [String]) -> [UInt8] {
    Array(
      ("{\n\"format\": 1,\n\"events\": [\n" + lines.map { $0 + ",\n" }.joined() + "{}\n]\n}\n")
        .utf8)
  }

  @Test("What this program writes is read the quick way, and so is git's union of two such files")
  func taken() throws {
    #expect(Logbook(ownForm: Logbook().fileBytes) != nil)
    let whole = Self.file(Self.events)
    #expect(Logbook(ownForm: whole)?.events.count == Self.events.count)
    #expect(ReadingLaws.broken(by: whole) == [])
    let union = Self.file(Self.events.reversed() + Self.events)
    #expect(Logbook(ownForm: union)?.fileBytes == Logbook(ownForm: whole)?.fileBytes)
    let members = String(decoding: whole, as: UTF8.self)
      .replacing("\"events\"", with: "\"a\": [1.0],\n\"é\": {},\n\"events\"")
    #expect(Logbook(ownForm: Array(members.utf8))?.others.map(\.name) == ["a", "é"])
    #expect(ReadingLaws.broken(by: Array(members.utf8)) == [])
  }

  @Test(
    "What is nearly in our form is left to the reader of all forms",
    arguments: [
      #"{"at": "2026-01-01T00:00:00Z","id":"a","kind":"done","task":"one"}"#,
      #"{"id":"a","at":"2026-01-01T00:00:00Z","kind":"done","task":"one"}"#,
      #"{"at":"2026-01-01T00:00:00Z","id":"a","id":"a","kind":"done","task":"one"}"#,
      #"{"at":"2026-01-01T00:00:00Z","id":"\u0061","kind":"done","task":"one"}"#,
      #"{"at":"2026-01-01T00:00:00Z","id":"\/","kind":"done","task":"one"}"#,
      #"{"at":"2026-01-01T00:00:00Z","id":"\u000A","kind":"done","task":"one"}"#,
      #"{"at":"2026-01-01T00:00:00Z","id":"a","kind":"done","task":"one","x":01}"#,
      #"{"at":"2026-01-01T00:00:00Z","id":"a","kind":"done","task":"one"}"# + "\r",
      #"{"at":"2026-01-01T00:00:00Z","id":"a","kind":"done","note":7,"task":"one"}"#,
      #"{"at":"2026-01-01T00:00:00Z","id":"a","kind":"undo","of":["a",1],"task":"one"}"#,
      #"{"at":"2026-13-01T00:00:00Z","id":"a","kind":"done","task":"one"}"#,
      #"{"at":"2026-01-01T00:00:00Z","id":"a","kind":"done"}"#, #"{"kind":1}"#, "{}", "7",
    ])
  func declined(line: String) {
    for lines in [[line], [Self.events[0], line], [line, Self.events[0]]] {
      #expect(Logbook(ownForm: Self.file(lines)) == nil)
      #expect(ReadingLaws.broken(by: Self.file(lines)) == [])
    }
  }

  @Test("An event just as deep as may be read is, and a deeper one is not", arguments: [61, 62])
  func depth(levels: Int) {
    let nest = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    let bytes = Self.file([#"{"kind":"later","x":\#(nest)}"#])
    #expect((Logbook(ownForm: bytes) != nil) == (levels == 61))
    #expect(((try? Logbook(bytes)) != nil) == (levels == 61))
    #expect(ReadingLaws.broken(by: bytes) == [])
    let damaged = bytes + Array("x".utf8)
    #expect(ReadingLaws.broken(by: Recovery(damaged).logbook.fileBytes) == [])
    #expect((try? Logbook(Recovery(damaged).logbook.fileBytes)) != nil)
  }

  @Test("However a file is damaged, both ways read the same", arguments: 0..<8 as Range<UInt64>)
  func damage(seed: UInt64) {
    var random = SeededRandom(state: seed)
    var quick = 0
    for _ in 0..<400 {
      var bytes = Self.file(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          Self.events.randomElement(using: &random)!
        })
      for _ in 0..<Int.random(in: 1...3, using: &random) { Self.damage(&bytes, &random) }
      #expect(ReadingLaws.broken(by: bytes) == [], "\(String(decoding: bytes, as: UTF8.self))")
      quick += Logbook(ownForm: bytes) == nil ? 0 : 1
    }
    // Not a test of nothing: some damage leaves our form, and most does not.
    #expect((10..<200).contains(quick), "\(quick)")
  }

  private static func damage(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    let place = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes[place] = bytes.randomElement(using: &random)!
    case 1: bytes.insert(contentsOf: pieces.randomElement(using: &random)!, at: place)
    case 2: bytes.remove(at: place)
    case 3:
      let end = min(bytes.count, place + Int.random(in: 0...8, using: &random))
      bytes.replaceSubrange(place..<end, with: pieces.randomElement(using: &random)!)
    case 4:
      var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      let (from, to) = (
        Int.random(in: 0..<lines.count, using: &random),
        Int.random(in: 0..<lines.count, using: &random)
      )
      lines.insert(lines[from], at: to)
      bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    default:
      let end = min(bytes.count, place + 1 + Int.random(in: 0...40, using: &random))
      bytes.removeSubrange(place..<end)
      if bytes.isEmpty { bytes = [0] }
    }
  }
}
