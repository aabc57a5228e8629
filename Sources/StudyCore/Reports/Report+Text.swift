extension Report {
  /// The report for a terminal.
  ///
  /// - Parameter clock: words a moment as a local date and time.
  public func document(_ symbols: Symbols, clock: (Timestamp) -> String) -> Document {
    var page = Document()
    page.heading(title)
    page.blank()
    page.table(
      rows.map { row in
        let counts = row.counts
        var notes: [String] = []
        if counts.lapsed > 0 { notes.append("\(counts.lapsed) lapsed") }
        if counts.skipped > 0 { notes.append("\(counts.skipped) skipped") }
        return [
          [Span(String(row.week), .faint)], [Span(row.title)], symbols.bar(counts, width: 12),
          [Span("\(counts.done)/\(counts.tasks)")],
          [Span(notes.joined(separator: ", "), counts.lapsed > 0 ? .bad : .faint)],
        ]
      }, flexible: 1, right: [0, 3], cuts: true)
    page.blank()
    page.paragraph([
      Span(symbols.verified, .good), Span(" verified by checks ", .faint),
      Span(symbols.claimed, .partial), Span(" claimed on your word", .faint),
    ])
    page.blank()
    page.paragraph([Span(summary)])
    page.paragraph([
      Span("\(Self.hours(minutesDone)) done, \(Self.hours(minutesLeft)) left")
    ])
    if let lastActivity { page.paragraph([Span("Last activity \(clock(lastActivity))")]) }
    if !kept.isEmpty { page.blank() }
    for (what, names) in kept {
      page.paragraph([Span("\(what): \(names.joined(separator: ", "))", .faint)])
    }
    return page
  }

  /// The report in one line.
  public var summary: String {
    let percent = total.tasks == 0 ? 0 : total.done * 100 / total.tasks
    var text = "\(total.done) of \(total.tasks) tasks done, \(percent) %"
    text += ": \(total.verified) verified, \(total.claimed) claimed"
    if total.lapsed > 0 { text += ", \(total.lapsed) lapsed" }
    if total.skipped > 0 { text += ", \(total.skipped) skipped" }
    return text
  }

  /// What the logbook keeps that the rows don't show.
  private var kept: [(what: String, names: [String])] {
    [("Kept, but not in this roadmap", outside), ("Events kept besides", elsewhere)]
      .filter { !$0.1.isEmpty }
  }

  static func hours(_ minutes: Int) -> String {
    if minutes < 60 { return "\(minutes) min" }
    return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
  }

  /// The report as GitHub-flavoured Markdown.
  public func markdown(clock: (Timestamp) -> String) -> String {
    var lines = [
      "# \(Markdown.escaped(title))", "",
      "| Week | Lesson | Tasks | Verified | Claimed | Lapsed | Skipped |",
      "| ---: | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    func numbers(_ counts: Counts) -> String {
      [counts.tasks, counts.verified, counts.claimed, counts.lapsed, counts.skipped]
        .map(String.init).joined(separator: " | ")
    }
    for row in rows {
      lines.append("| \(row.week) | \(Markdown.escaped(row.title)) | \(numbers(row.counts)) |")
    }
    lines.append("| | **Total** | \(numbers(total)) |")
    lines += ["", summary + ".", ""]
    lines.append("\(Self.hours(minutesDone)) done, \(Self.hours(minutesLeft)) left.")
    if let lastActivity { lines += ["", "Last activity \(clock(lastActivity))."] }
    for (what, names) in kept {
      lines += ["", "\(what): \(names.map(Markdown.escaped).joined(separator: ", "))."]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Text made safe inside Markdown.
enum Markdown {
  /// The text with control characters spelled out and every ASCII punctuation character that could
  /// mean something escaped (CommonMark 0.31, section 2.4).
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in VisibleText.escaped(text) {
      if "\\`*_{}[]<>()#+!|~&".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
