// `Tests/Faults` compiles this file together with StudyCore's own, where there is nothing to import.
#if canImport(StudyCore)
  @testable import StudyCore
#endif

/// What must hold for any bytes at all, since a logbook in our own form is read by a quick way.
enum ReadingLaws {
  /// The laws that these bytes break; empty where all hold.
  static func broken(by bytes: [UInt8]) -> [String] {
    var broken: [String] = []
    func expect(_ law: String, _ holds: Bool) { if !holds { broken.append(law) } }

    let json = try? JSONReader.read(bytes)
    expect(
      "canonical is what would be written so",
      CanonicalScanner.isCanonical(bytes) == (json.map { $0.canonical == bytes } ?? false))

    let careful = try? Logbook(anyForm: bytes)
    if let quick = Logbook(ownForm: bytes) {
      expect("the quick way takes only logbooks", careful != nil)
      if let careful { expect("the quick way reads the same", isSame(quick, careful)) }
    }
    guard let careful else { return broken }
    expect("events say what their JSON says", careful.events.allSatisfy(saysItsJSON))
    if careful.isNewer { return broken }
    let again = Logbook(ownForm: careful.fileBytes)
    expect("what is written is in our own form", again != nil)
    if let again { expect("what is written reads the same", isSame(again, careful)) }
    return broken
  }

  private static func isSame(_ a: Logbook, _ b: Logbook) -> Bool {
    a.format == b.format && a.fileBytes == b.fileBytes
      && a.events.map(\.bytes) == b.events.map(\.bytes)
      && a.events.map(\.kind) == b.events.map(\.kind)
      && a.others.map { Array($0.name.utf8) + $0.value.canonical }.sorted(by: precedes)
        == b.others.map { Array($0.name.utf8) + $0.value.canonical }.sorted(by: precedes)
      && a.events.allSatisfy(saysItsJSON)
  }

  private static func precedes(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a.lexicographicallyPrecedes(b)
  }

  /// Members are found in an event's bytes by steps that trust them; the reader trusts nothing.
  private static func saysItsJSON(_ event: Event) -> Bool {
    guard let json = try? JSONReader.read(event.bytes) else { return false }
    func same(_ a: String?, _ b: String?) -> Bool {
      a.map { Array($0.utf8) } == b.map { Array($0.utf8) }
    }
    let kind = json["kind"]?.string
    let known = event.kind != nil
    return json.canonical == event.bytes && same(event.kindName, kind)
      && same(event.kind?.rawValue, Event.Kind.allCases.map(\.rawValue).first { same($0, kind) })
      && same(event.at, json["at"]?.string ?? "") && same(event.id, json["id"]?.string ?? "")
      && same(event.task.rawValue, json["task"]?.string ?? "")
      && same(event.roadmap, known ? json["roadmap"]?.string : nil)
      && same(event.note, known ? json["note"]?.string : nil)
      && same(event.batch, known ? json["batch"]?.string : nil)
      && event.of.map { Array($0.utf8) }
        == (known ? json["of"]?.array ?? [] : []).map { Array(($0.string ?? "").utf8) }
      && event.evidence?.canonical == json["evidence"]?.canonical
  }
}
