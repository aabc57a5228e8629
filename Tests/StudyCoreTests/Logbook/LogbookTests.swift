import Testing

@testable import StudyCore

@Suite("A progress file loses nothing")
struct LogbookTests {
  private func read(_ text: String) throws -> Logbook { try Logbook(Array(text.utf8)) }

  @Test("What is read and written again has the same bytes from then on")
  func stable() throws {
    let logbook = try read(
      #"""
      {"z": [1.0], "events": [{}, {"kind":"later","x":{"b":1,"a":2}},
        {"task":"t","kind":"done","id":"b","at":"2026-11-22T10:18:29Z","mine":1e3},
        {"task":"t","kind":"done","id":"a","at":"2026-11-22T10:18:29Z"}], "format": 1}
      """#)
    let written = String(decoding: logbook.fileBytes, as: UTF8.self)
    #expect(
      written == #"""
        {
        "format": 1,
        "z": [1.0],
        "events": [
        {"kind":"later","x":{"a":2,"b":1}},
        {"at":"2026-11-22T10:18:29Z","id":"a","kind":"done","task":"t"},
        {"at":"2026-11-22T10:18:29Z","id":"b","kind":"done","mine":1e3,"task":"t"},
        {}
        ]
        }

        """#)
    #expect(try read(written).fileBytes == logbook.fileBytes)
  }

  @Test("An event that is there already is not added again")
  func once() {
    let event = Sample.event(.done, "t", "a")
    var logbook = Sample.logbook([event, event])
    logbook.insert([event])
    #expect(logbook.events.count == 1)
  }

  @Test("Two spellings of é in notes are two events")
  func bytes() {
    let events = ["\u{E9}", "e\u{301}"].map { Sample.event(.note, "t", "a", note: $0) }
    #expect(Sample.logbook(events).events.count == 2)
    #expect(Sample.logbook(events).fileBytes == Sample.logbook(events.reversed()).fileBytes)
  }

  @Test("The lines of two files joined by git's union merge are a file with both")
  func union() throws {
    let common = Sample.event(.done, "t", "a")
    let (ours, theirs) = (Sample.event(.done, "u", "b"), Sample.event(.skip, "v", "c"))
    func lines(_ events: [Event]) -> [Substring] {
      String(decoding: Sample.logbook(events).fileBytes, as: UTF8.self).split(separator: "\n")
    }
    let (left, right) = (lines([common, ours]), lines([common, theirs]))
    let merged = left[..<5] + [right[4]] + left[5...]
    let text = merged.joined(separator: "\n")
    #expect(try read(text).events == Sample.logbook([common, ours, theirs]).events)
  }

  @Test("Merging keeps unknown members, whichever side comes first")
  func others() throws {
    let left = try read(#"{"format":1,"a":1,"b":1,"events":[]}"#)
    let right = try read(#"{"format":2,"b":2,"c":3}"#)
    #expect(left.merged(with: right).fileBytes == right.merged(with: left).fileBytes)
    #expect(left.merged(with: right).others.map(\.name).sorted() == ["a", "b", "c"])
    #expect(left.merged(with: right).isNewer)
  }

  @Test("Events are in the order of time, id and bytes")
  func order() {
    let events = [
      Sample.event(.done, "b", "z"), Sample.event(.done, "a", "a", second: 1),
      Sample.event(.done, "a", "y"), Sample.event(.done, "a", "z"),
    ]
    #expect(
      Sample.logbook(events).events.map { $0.id + $0.task.rawValue } == ["ya", "za", "zb", "aa"])
    // Bytes alone would put a batch before an id, and an escaped quote behind what a quote precedes.
    let ids = [
      Sample.event(.done, "a", "\"", batch: "x"), Sample.event(.done, "a", "!"),
      Sample.event(.done, "a", "#"),
    ]
    #expect(Sample.logbook(ids).events.map(\.id) == ["!", "\"", "#"])
  }

  @Test("The last event of a moment is found among those of others")
  func lastOfMoment() {
    let logbook = Sample.logbook([
      Sample.event(.done, "t", "b"), Sample.event(.done, "t", "c"),
      Sample.event(.done, "t", "a", second: 2),
    ])
    func last(_ second: Int) -> String? {
      logbook.last(at: Timestamp(seconds: 1_795_342_709 + second).text)?.id
    }
    #expect([last(-1), last(0), last(1), last(2), last(3)] == [nil, "c", nil, "a", nil])
  }

  @Test(
    "What is no logbook says what and where",
    arguments: [
      ("[]", .notAnObject(found: "an array"), 1, 1), ("{}", .missing("format"), 1, 1),
      (#"{"format":1}"#, .missing("events"), 1, 1),
      (
        #"{"format":0,"events":[]}"#,
        .wrongKind("format", "a whole number from 1", found: "a number"), 1, 11
      ),
      (#"{"format":1,"events":7}"#, .wrongKind("events", "an array", found: "a number"), 1, 22),
      ("{\"format\":1,\"events\":[\n1]}", .notAnObject(found: "a number"), 2, 1),
      ("{\"format\":1,\"events\":[\n{\"kind\":\"done\"}]}", .missing("at"), 2, 1),
      (
        #"{"format":1,"events":[{"kind":1}]}"#, .wrongKind("kind", "a string", found: "a number"),
        1, 31
      ),
      (
        #"{"format":1,"events":[{"kind":"done","at":"x","id":"i","task":"t"}]}"#,
        .notATime("x"), 1, 43
      ),
    ] as [(String, LogbookFlaw.Problem, Int, Int)])
  func flaws(text: String, problem: LogbookFlaw.Problem, line: Int, column: Int) {
    do throws(Logbook.ReadingError) {
      _ = try Logbook(Array(text.utf8))
      Issue.record("\(text) was read")
    } catch .flawed(let flaw, let place) {
      #expect(flaw.problem == problem)
      #expect([place.line, place.column] == [line, column])
    } catch { Issue.record("\(text) is JSON") }
  }
}
