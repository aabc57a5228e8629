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
    func check(_ procedure: Check.Procedure, after: Check.Procedure?, _ json: JSON, _ path: Path) {
      for flaw in procedure.placeholderFlaws(after: after) {
        sink.add(flaw, .member(path, "steps"), json["steps"]?.offset ?? json.offset)
      }
    }
    func nodes(_ json: JSON, _ name: String) -> [JSON] { json[name]?.array ?? [] }
    for (index, pair) in zip(preparations, nodes(json, "preparations")).enumerated() {
      check(pair.0, after: nil, pair.1, .index(.member(path, "preparations"), index))
    }
    for (task, item) in zip(tasks, items) {
      for (index, pair) in zip(task.proof.checks, nodes(item.json, "checks")).enumerated() {
        let after = preparation(of: pair.0)
        check(pair.0.procedure, after: after, pair.1, .index(.member(item.path, "checks"), index))
      }
    }
  }
}

extension Check.Procedure {
  /// What its texts hold in braces that was meant to stand for something and does not.
  func placeholderFlaws(after preparation: Self?) -> [RoadmapFlaw.Problem] {
    let known = placeholderNames + (preparation?.sharedNames ?? [])
    // A program that a check brings has braces of its own: only `{port:NAME}` means anything there.
    let brought = fixtures.flatMap(\.lines).flatMap(Placeholders.mentioned(in:))
    let words = filledTexts.flatMap(Placeholders.mentioned(in:))
    var told: Set<Substring> = []
    return (words + brought.filter { $0.contains(":") }).filter { told.insert($0).inserted }
      .compactMap { Self.flaw(of: $0, known: known) }
  }

  private static func flaw(of word: Substring, known: [String]) -> RoadmapFlaw.Problem? {
    let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let kind = Placeholders.Kind(rawValue: String(parts[0]))
    if known.contains(String(word)) { return nil }
    guard parts.count == 2 else { return near(word, known) }
    switch kind {
    case .port: return parts[1].isEmpty ? .unknownPlaceholder(String(word), nearest: nil) : nil
    case .log, .calls:
      return .unknownPlaceholder(
        String(word), nearest: Nearest.word(to: String(word), among: known))
    case nil: return near(word, known + ["port:\(parts[1])"])
    }
  }

  private static func near(_ word: Substring, _ known: [String]) -> RoadmapFlaw.Problem? {
    guard word.count > 3, let nearest = Nearest.word(to: String(word), among: known) else {
      return nil
    }
    return .unknownPlaceholder(String(word), nearest: nearest)
  }

  /// The names in braces that stand for something in its texts, ports aside.
  private var placeholderNames: [String] {
    ["folder", "calls"] + find.map(\.name) + sharedNames
  }

  /// Those that stand for something in the texts of checks that follow it too.
  private var sharedNames: [String] {
    serviceNames.map { "log:\($0)" } + standInNames.map { "calls:\($0)" }
  }
}
