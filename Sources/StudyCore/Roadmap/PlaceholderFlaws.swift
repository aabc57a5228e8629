extension Lesson.Proofs {
  /// Notes names in braces that look like placeholders and stand for nothing.
  ///
  /// Braces may be meant for the tool, as in a jq program: only what begins as placeholders do, or is
  /// a letter or two beside a known one, is noted.
  ///
  /// - Parameters:
  ///   - json: the object with the preparations.
  ///   - items: the objects with the tasks' checks.
  func checkPlaceholders(
    _ sink: FlawSink, _ json: JSON, _ path: Path, tasks items: [References.Item]
  ) {
    func check(
      _ procedure: Check.Procedure, after shared: PlaceholderNames, _ json: JSON, _ path: Path
    ) {
      let place = json["steps"]?.offset ?? json.offset
      procedure.forEachUnknownPlaceholder(after: shared, sink) { flaw in
        sink.add(flaw, .member(path, "steps"), place)
      }
    }
    func nodes(_ json: JSON, _ name: String) -> [JSON] { json[name]?.array ?? [] }
    for (index, pair) in zip(preparations, nodes(json, "preparations")).enumerated() {
      check(pair.0, after: .none, pair.1, .index(.member(path, "preparations"), index))
    }
    let named = preparations.map { ($0.id, PlaceholderNames($0.sharedNames)) }
    let shared = Dictionary(named) { first, _ in first }
    for (task, item) in zip(tasks, items) {
      for (index, pair) in zip(task.proof.checks, nodes(item.json, "checks")).enumerated() {
        let after = pair.0.after.flatMap { shared[$0] } ?? .none
        check(pair.0.procedure, after: after, pair.1, .index(.member(item.path, "checks"), index))
      }
    }
  }
}

extension Check.Procedure {
  /// Finds what its texts hold in braces that was meant to stand for something and does not.
  fileprivate func forEachUnknownPlaceholder(
    after shared: PlaceholderNames, _ sink: FlawSink, _ note: (RoadmapFlaw.Problem) -> Void
  ) {
    let own = PlaceholderNames(placeholderNames)
    // A program that a check brings has braces of its own: only `{port:NAME}` means anything there.
    let brought = fixtures.flatMap(\.lines).flatMap(Placeholders.mentioned(in:))
    let words = filledTexts.flatMap(Placeholders.mentioned(in:))
    var told: Set<ByteText> = []
    for word in (words + brought.filter { $0.contains(":") }).lazy.map(String.init) {
      let key = ByteText(word)
      guard told.insert(key).inserted, !own.contains(key), !shared.contains(key) else { continue }
      let flaw = Self.flaw(of: word) { more in
        sink.nearest(to: word, among: [more, own.all, shared.all].lazy.joined())
      }
      if let flaw { note(flaw) }
    }
  }

  private static func flaw(
    of word: String, nearest: ([String]) -> String?
  ) -> RoadmapFlaw.Problem? {
    let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    func near(_ more: [String] = []) -> RoadmapFlaw.Problem? {
      if word.count <= 3 { return nil }
      return nearest(more).map { .unknownPlaceholder(word, nearest: $0) }
    }
    guard parts.count == 2 else { return near() }
    switch Placeholders.Kind(rawValue: String(parts[0])) {
    case .port: return parts[1].isEmpty ? .unknownPlaceholder(word, nearest: nil) : nil
    case .log, .calls: return .unknownPlaceholder(word, nearest: nearest([]))
    case nil: return near(["port:\(parts[1])"])
    }
  }

  /// The names in braces that stand for something in its texts, ports aside.
  private var placeholderNames: [String] {
    ["folder", "calls"] + find.map(\.name) + sharedNames
  }

  /// Those that stand for something in the texts of checks that follow it too.
  fileprivate var sharedNames: [String] {
    serviceNames.map { "log:\($0)" } + standInNames.map { "calls:\($0)" }
  }
}

/// Names that stand for something, gathered once for many words.
private struct PlaceholderNames {
  let all: [String]
  private let set: Set<ByteText>

  static let none = PlaceholderNames([])

  init(_ all: [String]) {
    self.all = all
    set = Set(all.map(ByteText.init))
  }

  func contains(_ name: ByteText) -> Bool { set.contains(name) }
}
