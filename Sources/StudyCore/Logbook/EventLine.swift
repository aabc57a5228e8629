/// The canonical text of an event: a line of a file that was read whole, or of its own.
///
/// A large logbook is read for a few of its members, so it stays the one array of bytes that came
/// from the disk, and its events are places in it.
struct EventLine: Sendable {
  private let file: [UInt8]
  private let start: UInt32
  private let count: UInt32

  /// The line in that range of a file's bytes.
  init(_ range: Range<Int>, of file: [UInt8]) {
    self.file = file
    start = UInt32(range.lowerBound)
    count = UInt32(range.count)
  }

  /// How many bytes it has.
  var length: Int { Int(count) }

  /// Gives the line's bytes.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    file.withUnsafeBufferPointer { file in
      body(UnsafeBufferPointer(rebasing: file[Int(start)..<Int(start + count)]))
    }
  }

  /// The text of the string at a place, none at 0.
  func text(_ place: UInt32) -> String {
    if place == 0 { return "" }
    return withBytes { CanonicalScanner.text($0.textOfString(at: Int(place))) }
  }

  /// The value at a place.
  func value(_ place: Int) -> JSON? {
    let bytes = withBytes { line in Array(line[place..<line.endOfValue(at: place)]) }
    return try? JSONReader.read(bytes)
  }

  /// Which of two texts comes first, by bytes: below 0 for `a`, 0 for neither.
  static func order(_ a: (EventLine, UInt32), _ b: (EventLine, UInt32)) -> Int {
    let escape = UInt8(ascii: "\\")
    let quick = a.0.withBytes { first in
      b.0.withBytes { second -> Int? in
        let (first, second) = (first.textOfString(at: a.1), second.textOfString(at: b.1))
        if first.contains(escape) || second.contains(escape) { return nil }
        return first.order(second)
      }
    }
    if let quick { return quick }
    return order(a.0.text(a.1), b.0.text(b.1))
  }

  private static func order(_ a: String, _ b: String) -> Int {
    if a.utf8.elementsEqual(b.utf8) { return 0 }
    return a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : 1
  }
}

extension EventLine: Hashable {
  static func == (a: EventLine, b: EventLine) -> Bool {
    a.count == b.count && a.withBytes { first in b.withBytes { first.order($0) == 0 } }
  }

  func hash(into hasher: inout Hasher) {
    withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// Where in a canonical line the values of the members begin that this program knows; 0 for none.
struct EventMembers {
  private(set) var at = 0
  private(set) var batch = 0
  private(set) var evidence = 0
  private(set) var id = 0
  private(set) var kind = 0
  private(set) var machine = 0
  private(set) var note = 0
  private(set) var of = 0
  private(set) var roadmap = 0
  private(set) var task = 0

  init(_ line: UnsafeBufferPointer<UInt8>) {
    var index = 1
    while index < line.count, line[index] == UInt8(ascii: "\"") {
      let end = line.endOfString(at: index)
      note(line, index + 1..<end - 1, valueAt: end + 1)
      index = line.endOfValue(at: end + 1) + 1
    }
  }

  @inline(__always)
  private mutating func note(
    _ line: UnsafeBufferPointer<UInt8>, _ name: Range<Int>, valueAt place: Int
  ) {
    switch UnsafeBufferPointer(rebasing: line[name]).word {
    case .word("at"): at = place
    case .word("batch"): batch = place
    case .word("evidence"): evidence = place
    case .word("id"): id = place
    case .word("kind"): kind = place
    case .word("machine"): machine = place
    case .word("note"): note = place
    case .word("of"): of = place
    case .word("roadmap"): roadmap = place
    case .word("task"): task = place
    default: break
    }
  }
}

extension UInt64 {
  /// A name of at most eight letters as one number, which is compared at once.
  @inline(__always)
  static func word(_ name: StaticString) -> UInt64 {
    (0..<name.utf8CodeUnitCount).reduce(0) { $0 << 8 | UInt64(name.utf8Start[$1]) }
  }
}

/// Steps over canonical JSON, which nothing needs to be proved of again.
extension UnsafeBufferPointer<UInt8> {
  /// These bytes as one number, nil for more than eight. Canonical text has no bytes of 0, which
  /// would not count.
  @inline(__always)
  var word: UInt64? { count > 8 ? nil : reduce(0) { $0 << 8 | UInt64($1) } }

  /// The place behind the string that begins at `place`.
  @inline(__always)
  func endOfString(at place: Int) -> Int {
    var index = place + 1
    while index < count, self[index] != UInt8(ascii: "\"") {
      index += self[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return index + 1
  }

  /// What stands between the quotes of the string at `place`; nothing at 0.
  @inline(__always)
  func textOfString(at place: some BinaryInteger) -> UnsafeBufferPointer<UInt8> {
    if place == 0 { return UnsafeBufferPointer(rebasing: self[0..<0]) }
    return UnsafeBufferPointer(rebasing: self[Int(place) + 1..<endOfString(at: Int(place)) - 1])
  }

  /// The place behind the value that begins at `place`.
  func endOfValue(at place: Int) -> Int {
    var index = place
    var depth = 0
    while index < count {
      switch self[index] {
      case UInt8(ascii: "\""):
        index = endOfString(at: index)
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return index }
        depth -= 1
      case UInt8(ascii: ","): if depth == 0 { return index }
      default: break
      }
      index += 1
    }
    return index
  }

  /// Which of two comes first: below 0 for this one, 0 for neither.
  func order(_ other: UnsafeBufferPointer<UInt8>) -> Int {
    var index = 0
    while index < count, index < other.count {
      if self[index] != other[index] { return self[index] < other[index] ? -1 : 1 }
      index += 1
    }
    return count == other.count ? 0 : count < other.count ? -1 : 1
  }
}
