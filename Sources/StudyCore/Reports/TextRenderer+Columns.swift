extension TextRenderer {
  /// Text at both edges. A left one that is too long goes on below, so that nothing is lost.
  func edges(_ left: [Span], _ right: [Span]) -> String {
    let line = min(width, Self.measure)
    let side = right.map(paint).joined()
    let isAlone = width(right) == 0
    let room = isAlone ? line : line - width(right) - 2
    if width(left) <= room {
      let gap = isAlone ? 0 : line - width(left) - width(right)
      return left.map(paint).joined() + String(repeating: " ", count: gap) + side + "\n"
    }
    if room < 10 { return lines(left, room: line).map { paint($0) + "\n" }.joined() + side + "\n" }
    return lines(left, room: room).enumerated().map { index, run in
      if index > 0 || isAlone { return paint(run) + "\n" }
      let gap = line - run.width - width(right)
      return paint(run) + String(repeating: " ", count: gap) + side + "\n"
    }.joined()
  }

  /// Rows in columns. A row of a single cell among longer ones goes over all columns.
  func table(
    _ rows: [[[Span]]], flexible: Int, right: Set<Int>, indent: Int, cuts: Bool
  ) -> String {
    let rows = rows.map { row in Array(row.reversed().drop { width($0) == 0 }.reversed()) }
    let count = rows.map(\.count).max() ?? 0
    var widths = (0..<count).map { column in
      rows.map { $0.count > 1 && column < $0.count ? width($0[column]) : 0 }.max() ?? 0
    }
    let total = widths.reduce(indent) { $0 + $1 } + 2 * (count - 1)
    if total > width, flexible < count {
      let room = widths[flexible] - (total - width)
      let least = min(widths[flexible], max(Self.narrowest, longestWord(rows, flexible)))
      if !cuts, room < least {
        return rows.map { row in
          if row.count < 2 { return row.map { edges($0, []) }.first ?? "\n" }
          return stacked(row, widths, flexible: flexible, right: right, indent: indent)
        }.joined()
      }
      widths[flexible] = max(8, room)
    }
    return rows.map { row in
      if row.count < 2 { return row.map { edges($0, []) }.first ?? "\n" }
      return line(row, widths, flexible: flexible, right: right, indent: indent, cuts: cuts)
    }.joined()
  }

  private func line(
    _ row: [[Span]], _ widths: [Int], flexible: Int, right: Set<Int>, indent: Int, cuts: Bool
  ) -> String {
    var text = String(repeating: " ", count: indent)
    var below: [String] = []
    for (column, cell) in row.enumerated() {
      let isLast = column == row.count - 1
      var shown = cell.map(paint).joined()
      var used = width(cell)
      if used > widths[column], cuts {
        (shown, used) = (cut(cell, widths[column]), widths[column])
      } else if used > widths[column] {
        let lines = lines(cell, room: widths[column])
        (shown, used) = (paint(lines[0]), lines[0].width)
        let margin = widths[..<column].reduce(indent) { $0 + $1 + 2 }
        below = lines.dropFirst().map { String(repeating: " ", count: margin) + paint($0) + "\n" }
      }
      let padding = String(repeating: " ", count: max(0, widths[column] - used))
      text += right.contains(column) ? padding + shown : shown + (isLast ? "" : padding)
      text += isLast ? "" : "  "
    }
    return text + "\n" + below.joined()
  }

  /// The beginning of a text that is too long for its room, to the end of a word where there is one
  /// behind its first third.
  private func cut(_ spans: [Span], _ room: Int) -> String {
    var kept = Run()
    var atWord: Run?
    fill: for span in spans {
      for character in shown(span) {
        let next = VisibleText.width(String(character))
        if kept.width + next > room - 1 { break fill }
        if character == " ", kept.width > room / 3 { atWord = kept }
        kept.append(String(character), span.style)
      }
    }
    kept = atWord ?? kept
    kept.append("…", kept.pieces.last?.style ?? .plain)
    return paint(kept) + String(repeating: " ", count: room - kept.width)
  }
}
