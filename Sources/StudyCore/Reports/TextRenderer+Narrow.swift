/// Tables on terminals that are too narrow for their columns.
extension TextRenderer {
  /// Below this many columns, text in a column is more line ends than words.
  static let narrowest = 16

  /// How wide the longest word of a column is.
  func longestWord(_ rows: [[[Span]]], _ column: Int) -> Int {
    rows.filter { $0.count > 1 && column < $0.count }.flatMap { words($0[column]) }
      .map(\.width).max() ?? 0
  }

  /// A row with its text on the lines that it needs, and what stood right of it below.
  ///
  /// What stands left of the text keeps its columns, unless they take half of the line.
  func stacked(
    _ row: [[Span]], _ widths: [Int], flexible: Int, right: Set<Int>, indent: Int
  ) -> String {
    let leading = row.prefix(flexible).enumerated().map { column, cell in
      let gap = String(repeating: " ", count: widths[column] - width(cell))
      let shown = cell.map(paint).joined()
      return (right.contains(column) ? gap + shown : shown + gap) + "  "
    }
    var margin = leading.indices.reduce(indent) { $0 + widths[$1] + 2 }
    var head = String(repeating: " ", count: indent) + leading.joined()
    var text = ""
    if margin > width / 2 {
      let cells = Array(row.prefix(flexible).joined(separator: ["  "]))
      text = indented(lines(cells, room: width - indent).map(paint), by: indent)
      margin = indent + 2
      head = String(repeating: " ", count: margin)
    }
    let room = width - margin
    var below = row.dropFirst(flexible).prefix(1).flatMap { lines($0, room: room).map(paint) }
    below += packed(row.dropFirst(flexible + 1).filter { width($0) > 0 }, room)
    guard let first = below.first else { return text + trimmed(head) + "\n" }
    return text + head + first + "\n" + indented(Array(below.dropFirst()), by: margin)
  }

  /// Cells beside each other, as many on a line as it has room for.
  private func packed(_ cells: [[Span]], _ room: Int) -> [String] {
    var packed: [String] = []
    var used = 0
    for cell in cells {
      let own = lines(cell, room: room)
      if own.count == 1, !packed.isEmpty, used + 2 + own[0].width <= room {
        packed[packed.count - 1] += "  " + paint(own[0])
        used += 2 + own[0].width
      } else {
        packed += own.map(paint)
        used = own.last?.width ?? 0
      }
    }
    return packed
  }

  private func indented(_ lines: [String], by margin: Int) -> String {
    lines.map { String(repeating: " ", count: margin) + $0 + "\n" }.joined()
  }
}
