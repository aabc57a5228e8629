// `Tests/Faults` compiles this file together with StudyCore's own, where there is nothing to import.
#if canImport(StudyCore)
  import StudyCore
#endif

/// Random logbooks, made from few pieces so that they collide, and the laws that merging them keeps.
struct MergeLaws {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// What does not hold for three random logbooks; empty where all does.
  mutating func brokenLaws() -> [String] {
    let (a, b, c) = (logbook(), logbook(), logbook())
    var broken: [String] = []
    func expect(_ law: String, _ holds: Bool) { if !holds { broken.append(law) } }

    let ab = a.merged(with: b)
    expect("commutative", ab.fileBytes == b.merged(with: a).fileBytes)
    expect(
      "associative",
      ab.merged(with: c).fileBytes == a.merged(with: b.merged(with: c)).fileBytes)
    expect("idempotent", a.merged(with: a).fileBytes == a.fileBytes)
    expect("absorbs", ab.merged(with: b).fileBytes == ab.fileBytes)
    expect("neutral", a.merged(with: Logbook()).fileBytes == a.fileBytes)

    let events = Set(ab.events.map(\.bytes))
    let parts = Set((a.events + b.events).map(\.bytes))
    expect("drops and invents nothing", events == parts && events.count == ab.events.count)
    let again = try? Logbook(ab.fileBytes)
    expect("reads what it wrote", again?.fileBytes == ab.fileBytes)
    expect("reads every event back", again?.events.map(\.bytes) == ab.events.map(\.bytes))

    let union = lineUnion(a.fileBytes, b.fileBytes)
    expect("git's union merge is the same", (try? Logbook(union))?.fileBytes == ab.fileBytes)
    expect("conflict markers lose nothing", recovered(a, b) == ab.fileBytes)
    return broken
  }

  private func recovered(_ a: Logbook, _ b: Logbook) -> [UInt8] {
    let lines = [a, b].map { $0.events.flatMap { $0.bytes + Array(",\n".utf8) } }
    let head = Array("{\n\"format\": 1,\n\"events\": [\n".utf8)
    var file = head + Array("<<<<<<< ours\n".utf8) + lines[0]
    file += Array("||||||| base\n{\"kind\":\"base\"},\n=======\n".utf8) + lines[1]
    file += Array(">>>>>>> theirs\n{}\n]\n}\n".utf8)
    let recovery = Recovery(file)
    return recovery.unread.isEmpty ? recovery.logbook.fileBytes : []
  }

  /// Both files' lines, as git's union merge of two changed regions puts them together.
  private mutating func lineUnion(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
    let lines = [a, b].map { $0.split(separator: UInt8(ascii: "\n")).map(Array.init) }
    let middles = lines.map { $0.dropFirst(3).dropLast(3) }
    let union = random(2) == 0 ? middles[0] + middles[1] : middles[1] + middles[0]
    let all = Array(lines[0].prefix(3)) + Array(union) + Array(lines[0].suffix(3))
    return all.flatMap { $0 + [UInt8(ascii: "\n")] }
  }

  // MARK: Random values

  /// SplitMix64.
  private mutating func random(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }

  private mutating func pick<T>(_ pool: [T]) -> T { pool[random(pool.count)] }

  private static let ids = ["a", "b", "caf\u{E9}", "cafe\u{301}", "\u{212B}", "\u{C5}", "A\u{30A}"]
  private static let times = [
    "2026-01-01T00:00:00Z", "2026-01-01T00:00:00.5Z", "2026-01-02T00:00:00Z",
    "1970-01-01T00:00:00Z",
  ]
  private static let tasks = ["one", "two", "e\u{301}", "\u{E9}", "\u{202E}owt"]
  private static let texts = [
    "", "x", "\u{1B}[2J", "\u{202E}", "\u{2028}", "<<<<<<< ours", "=======", "{}", "},\n{", "\\",
    "\"", "\u{0}", "\u{1F600}", "\u{10FFFF}", "\u{FEFF}", "\n>>>>>>> theirs\n",
  ]
  private static let kinds = [
    "done", "verified", "lapsed", "skip", "note", "undo", "newer", "\u{E9}",
  ]

  private mutating func logbook() -> Logbook {
    var members: [JSON] = []
    for _ in 0..<random(7) { members.append(event()) }
    let document = JSON.object(["format": 1, "events": JSON(.array(members))])
    guard let logbook = try? Logbook(document.canonical) else {
      fatalError("a random logbook is none: \(document.compact)")
    }
    return logbook
  }

  private mutating func event() -> JSON {
    var members: [JSON.Member] = [
      .init("kind", .text(pick(Self.kinds))), .init("at", .text(pick(Self.times))),
      .init("id", .text(pick(Self.ids))), .init("task", .text(pick(Self.tasks))),
    ]
    if random(3) == 0 { members.append(.init("note", .text(pick(Self.texts)))) }
    if random(3) == 0 { members.append(.init("of", .texts([pick(Self.ids), pick(Self.ids)]))) }
    if random(4) == 0 { members.append(.init("roadmap", .text(pick(Self.tasks)))) }
    if random(5) == 0 {
      members.append(.init("later", JSON(.number(pick(["1", "1.0", "1e0", "-0", "1e999"])))))
    }
    if random(5) == 0 { members.append(.init("evidence", .object(["kind": .text("done")]))) }
    for index in members.indices.reversed() { members.swapAt(index, random(index + 1)) }
    return JSON(.object(members))
  }
}
