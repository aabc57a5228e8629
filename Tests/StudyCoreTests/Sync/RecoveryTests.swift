import Testing

@testable import StudyCore

@Suite("Damaged progress is read as far as it can be")
struct RecoveryTests {
  private static func line(_ id: String) -> String {
    #"{"at":"2026-01-01T00:00:00Z","id":"\#(id)","kind":"done","task":"one"},"# + "\n"
  }

  private static func file(_ middle: String) -> String {
    "{\n\"format\": 1,\n\"events\": [\n" + middle + "{}\n]\n}\n"
  }

  private func ids(_ text: String) -> (ids: [String], unread: [Int]) {
    let recovery = Recovery(Array(text.utf8))
    return (recovery.logbook.events.map(\.id), recovery.unread.map(\.number))
  }

  @Test("Conflicts of every style give both sides, and nothing of the base")
  func styles() {
    let (a, b, c) = (Self.line("a"), Self.line("b"), Self.line("c"))
    let plain = "<<<<<<< ours\n" + a + "=======\n" + b + ">>>>>>> theirs\n"
    let based = "<<<<<<< ours\n" + a + "||||||| base\n" + c + "=======\n" + b + ">>>>>>> theirs\n"
    for text in [plain, based, plain + based, c + plain, plain.replacing("\n", with: "\r\n")] {
      let found = ids(Self.file(text))
      #expect(found.ids.filter { $0 != "c" } == ["a", "b"])
      #expect(found.ids.contains("c") == text.hasPrefix(c))
      #expect(found.unread.isEmpty)
    }
  }

  @Test("Conflicts in conflicts, and markers that are missing, lose nothing")
  func tangled() {
    let (a, b, c) = (Self.line("a"), Self.line("b"), Self.line("c"))
    let inner = "<<<<<<<<< x\n" + b + "=========\n" + c + ">>>>>>>>> y\n"
    for text in [
      "<<<<<<< ours\n" + a + "=======\n" + inner + ">>>>>>> theirs\n",
      "<<<<<<< ours\n" + inner + "=======\n" + a + ">>>>>>> theirs\n",
      "<<<<<<< ours\n" + a + "||||||| base\n" + b + c, "<<<<<<< ours\n" + a + b + c,
      a + "=======\n" + b + ">>>>>>> theirs\n" + c, a + b + c + ">>>>>>> theirs\n",
      "<<<<<<< ours\n" + a + "||||||| base\n" + b + c + ">>>>>>> theirs\n",
    ] {
      #expect(ids(Self.file(text)).ids == ["a", "b", "c"], "\(text)")
    }
  }

  @Test("An inner base goes with its conflict")
  func innerBase() {
    let (a, b, c) = (Self.line("a"), Self.line("b"), Self.line("c"))
    let base = "<<<<<<<<< x\n" + c + "=========\n" + c + ">>>>>>>>> y\n"
    let text = "<<<<<<< ours\n" + a + "||||||| base\n" + base + "=======\n" + b + ">>>>>>> theirs\n"
    #expect(ids(Self.file(text)).ids == ["a", "b"])
  }

  @Test("A cut, a broken line, a lost brace and a stray quote cost only themselves")
  func damage() {
    let (a, b, c) = (Self.line("a"), Self.line("b"), Self.line("c"))
    let cut = String(Self.file(a + b + c).dropLast(40))
    #expect(ids(cut).ids == ["a", "b"])
    #expect(ids(cut).unread == [6])
    let broken = ids(Self.file(a + String(b.dropLast(20)) + "\n" + c))
    #expect(broken.ids == ["a", "c"] && broken.unread == [5])
    #expect(ids(Self.file(a + String(b.dropFirst()) + c)).ids == ["a", "b", "c"])
    let quoted = ids(Self.file(a + "\"{\n" + b + "}\\\n" + c))
    #expect(quoted.ids == ["a", "b", "c"] && quoted.unread == [5, 7])
    #expect(ids(a + b).ids == ["a", "b"])
    #expect(ids(Self.file(a) + Self.file(b)).ids == ["a", "b"])
  }

  @Test("Pretty-printed events are found in damage, and what lies inside an event is none")
  func layout() {
    let event = """
      {
        "at": "2026-01-01T00:00:00Z",
        "evidence": { "kind": "done", "at": "2026-01-01T00:00:00Z", "id": "z", "task": "z" },
        "id": "a", "kind": "verified", "task": "one"
      },

      """
    let found = ids(Self.file(event) + "garbage\n")
    #expect(found.ids == ["a"] && found.unread == [12])
  }

  @Test("Members that differ are taken alike on both sides, and a newer format is noticed")
  func members() {
    let two =
      "{\n\"format\": 1,\n\"x\": 1,\n\"x\": 2,\n\"y\": {\"a\": []},\n\"events\": [\n{}\n]\n}\n"
    let recovery = Recovery(Array(two.utf8))
    #expect(recovery.unread.isEmpty)
    #expect(recovery.logbook.others.map(\.name) == ["x", "y"])
    #expect(recovery.logbook.others.first?.value.integer == 2)
    let newer = Self.file("").replacing("1,\n", with: "1,\n\"format\": 2,\n")
    #expect(Recovery(Array(newer.utf8)).logbook.isNewer)
  }

  @Test("A good file is taken whole")
  func good() throws {
    let bytes = Array(Self.file(Self.line("a") + Self.line("b")).utf8)
    let recovery = Recovery(bytes)
    #expect(recovery.sources.map(\.part) == [.whole])
    #expect(recovery.logbook.fileBytes == bytes)
  }
}
