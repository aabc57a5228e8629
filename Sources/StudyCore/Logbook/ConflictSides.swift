/// The sides of a file in which git left conflict markers, of any style (merge, diff3, zdiff3),
/// nested where a file that had markers was merged again.
///
/// What is no part of a side is blanked with spaces, so that every line and column stays what it is
/// in the file, and blanked lines are nothing to a reader of JSON.
public struct ConflictSides: Sendable {
  /// The lines outside the hunks, and the first side of each hunk.
  public let ours: [UInt8]
  /// The lines outside the hunks, and the second side of each hunk.
  public let theirs: [UInt8]
  /// All lines but the markers and the merge base.
  public let all: [UInt8]
  /// Whether `ours` and `theirs` may not hold everything: hunks lie in hunks, or a marker is
  /// missing.
  public let isTangled: Bool

  /// The sides, or nil where no line is a marker.
  public init?(_ bytes: [UInt8]) {
    var splitter = Splitter()
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      splitter.take(start..<end, of: bytes)
      start = end
    }
    splitter.finish()
    guard splitter.hasMarkers else { return nil }
    ours = splitter.text(.ours, of: bytes)
    theirs = splitter.text(.theirs, of: bytes)
    all = splitter.text(.all, of: bytes)
    isTangled = splitter.isTangled
  }
}

/// Which sides a line is part of.
private struct Sides: OptionSet {
  let rawValue: UInt8
  static let ours = Sides(rawValue: 1)
  static let theirs = Sides(rawValue: 2)
  static let all = Sides(rawValue: 4)
}

private struct Splitter {
  private enum Section { case ours, base, theirs }

  private struct Hunk {
    /// How many times the marker's character is written; git lengthens those of inner hunks.
    let length: Int
    var section = Section.ours
    /// The first line of the base.
    var base = 0
  }

  private var lines: [(range: Range<Int>, sides: Sides, isMarker: Bool)] = []
  private var open: [Hunk] = []
  private(set) var hasMarkers = false
  private(set) var isTangled = false

  mutating func take(_ range: Range<Int>, of bytes: [UInt8]) {
    guard let (character, length) = marker(bytes[range]) else {
      lines.append((range, sides, false))
      return
    }
    hasMarkers = true
    lines.append((range, [], true))
    if character == UInt8(ascii: "<") {
      if !open.isEmpty { isTangled = true }
      // Nothing real nests so deep; a hostile file must not cost more the longer it goes on.
      if open.count == 64 { closeLast() }
      open.append(Hunk(length: length))
    } else {
      turn(character, length)
    }
  }

  mutating func finish() {
    while !open.isEmpty {
      isTangled = true
      closeLast()
    }
  }

  func text(_ side: Sides, of bytes: [UInt8]) -> [UInt8] {
    var text = bytes
    for line in lines where !line.sides.contains(side) {
      for index in line.range where text[index] != UInt8(ascii: "\n") { text[index] = 0x20 }
    }
    return text
  }

  private var sides: Sides {
    if open.contains(where: { $0.section == .base }) { return [] }
    var sides = Sides.all
    if open.allSatisfy({ $0.section == .ours }) { sides.insert(.ours) }
    if open.allSatisfy({ $0.section == .theirs }) { sides.insert(.theirs) }
    return sides
  }

  private mutating func turn(_ character: UInt8, _ length: Int) {
    guard !open.isEmpty else {
      isTangled = true
      return
    }
    if open.contains(where: { $0.length == length }) {
      while let last = open.last, last.length != length {
        isTangled = true
        closeLast()
      }
    }
    let last = open.count - 1
    switch character {
    case UInt8(ascii: "|"):
      open[last].section = .base
      open[last].base = lines.count
    case UInt8(ascii: "="): open[last].section = .theirs
    default:
      if open[last].section != .theirs { isTangled = true }
      closeLast()
    }
  }

  /// A base that no `=======` ended may hold lines of a side.
  private mutating func closeLast() {
    guard let hunk = open.popLast(), hunk.section == .base else { return }
    for index in hunk.base..<lines.count where !lines[index].isMarker {
      lines[index].sides.insert(.all)
    }
  }

  private func marker(_ line: ArraySlice<UInt8>) -> (character: UInt8, length: Int)? {
    guard let first = line.first, "<|=>".utf8.contains(first) else { return nil }
    let length = line.prefix { $0 == first }.count
    let next = line.dropFirst(length).first ?? 0x0A
    guard length >= 7, [0x0A, 0x0D, 0x20].contains(next) else { return nil }
    return (first, length)
  }
}
