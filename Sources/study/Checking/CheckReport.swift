import StudyCore

/// What `study check` says when it is through.
enum CheckReport {
  static func status(_ outcomes: [TaskOutcome]) -> ExitStatus {
    if outcomes.contains(where: \.verdict.isFailure) { return .failed }
    return outcomes.isEmpty || outcomes.contains { !$0.verdict.isKnown } ? .couldNotCheck : .done
  }

  static func json(_ outcomes: [TaskOutcome]) -> JSON {
    .object([
      "tasks": .list(outcomes) { outcome in
        .object([
          "task": .text(outcome.task.id.rawValue), "verdict": .text(outcome.verdict.word),
          "reasons": outcome.results.isEmpty ? .texts(outcome.verdict.reasons) : nil,
          "checks": .list(outcome.results) { result in
            .object([
              "check": .text(result.check.id.rawValue), "verdict": .text(result.verdict.word),
              "reasons": .texts(result.verdict.reasons),
            ])
          },
        ])
      }
    ])
  }

  static func page(
    _ outcomes: [TaskOutcome], _ changes: [String], _ choice: CheckCommand.Choice,
    _ run: Run
  ) -> Document {
    var page = Document()
    if outcomes.isEmpty {
      let weeks = choice.map(\.lesson.folder).joined(separator: ", ")
      page.prose(
        "Nothing to check yet in \(weeks) of \(run.shown(run.lab)): none of the files that "
          + "the tasks leave behind is there. `study next` tells what to do.")
      return page
    }
    var told: Verdict?
    let isBelowProgress = outcomes.contains { !$0.results.isEmpty }
    for outcome in outcomes where outcome.verdict != .passed {
      if isBelowProgress || !page.blocks.isEmpty { page.blank() }
      explain(outcome, run.symbols, &told, on: &page)
    }
    page.blank()
    page.paragraph([Span(summary(outcomes), .strong)])
    for line in changes { page.prose(line, line.hasPrefix("wrote") ? .faint : .plain) }
    return page
  }

  private static func explain(
    _ outcome: TaskOutcome, _ symbols: Symbols, _ told: inout Verdict?, on page: inout Document
  ) {
    page.paragraph([Span("\(outcome.task.number)  \(outcome.task.title)", .strong)])
    if outcome.results.isEmpty { explain(outcome.verdict, &told, on: &page) }
    for result in outcome.results where result.verdict != .passed {
      page.prose(result.check.title, marker: ["  ", result.verdict.mark(symbols), " "])
      explain(result.verdict, &told, on: &page)
    }
    if outcome.verdict.isFailure, let hint = outcome.hints.first {
      page.prose(hint, marker: ["  ", Span("Hint: ", .faint)])
    }
  }

  /// - Parameter told: what could not be checked last, so that one obstacle to many checks is told
  ///   once.
  private static func explain(
    _ verdict: Verdict, _ told: inout Verdict?, on page: inout Document
  ) {
    switch verdict {
    case .passed: break
    case .failed(let reasons):
      for reason in reasons {
        if reason.hasPrefix("  ") {
          page.verbatim(String(reason.dropFirst(2)), indent: 8, .faint)
        } else {
          page.prose(reason, marker: ["    - "])
        }
      }
    case .couldNotCheck where verdict == told:
      page.prose("Could not check: as above", marker: ["    "])
    case .couldNotCheck(let reason, let remedy):
      told = verdict
      page.prose("Could not check: \(reason)", marker: ["    "])
      if !remedy.isEmpty { page.prose("To do: \(remedy)", marker: ["    "]) }
    }
  }

  private static func summary(_ outcomes: [TaskOutcome]) -> String {
    let passed = outcomes.count { $0.verdict == .passed }
    let failed = outcomes.count { $0.verdict.isFailure }
    let unknown = outcomes.count - passed - failed
    var parts = ["\(passed) of \(outcomes.count) tasks passed"]
    if failed > 0 { parts.append("\(failed) failed") }
    if unknown > 0 { parts.append("\(unknown) could not be checked") }
    return parts.joined(separator: ", ")
  }
}

extension Verdict {
  func mark(_ symbols: Symbols) -> Span {
    switch self {
    case .passed: Span(symbols.tick, .good)
    case .failed: Span(symbols.cross, .bad)
    case .couldNotCheck: Span(symbols.unknown, .partial)
    }
  }
}
