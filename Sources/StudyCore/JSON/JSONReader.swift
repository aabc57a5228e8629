/// The strict reader of RFC 8259 documents.
///
/// Why not Foundation's: on Linux (Swift 6.3.1) it gives no line or column, accepts trailing
/// commas, takes the first of two duplicate names silently, loses digits of large numbers, and
/// needs 5 ms for a 200 kB roadmap, three times the rest of this program's start.
public struct JSONReader {
  /// Bounds that refuse a hostile document early.
  public struct Limits: Sendable {
    /// Most bytes of a document.
    public var bytes = 8 << 20
    /// Most arrays and objects inside one another.
    public var depth = 64
    /// Most characters of one number.
    public var digits = 100
    /// Most combining marks over one letter, nil for any number.
    ///
    /// Each comparison of two Swift strings puts them in order, in a time that grows with their
    /// square: 10,000 take a second, so a document whose texts go many ways should have a bound. UAX
    /// #15 allows 30 in its stream-safe form.
    public var marks: Int?

    /// The limits that hold for every file.
    public init() {}

    /// The limits for what others wrote to be used here, such as a roadmap: a file whose texts are
    /// compared with one another, and shown, before anyone trusts it.
    public static let fromElsewhere: Limits = {
      var limits = Limits()
      limits.marks = 30
      return limits
    }()
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let limits: Limits
  var index = 0

  private let omitted: [String]

  private init(_ bytes: UnsafeBufferPointer<UInt8>, limits: Limits, omitted: [String] = []) {
    self.bytes = bytes
    self.limits = limits
    self.omitted = omitted
  }

  /// Reads a value of a document that is known to be right, passing over every member of one of
  /// these names.
  ///
  /// What is passed over is only scanned for its end, a tenth of the work of reading it.
  ///
  /// - Parameter offset: where the value begins, in bytes.
  static func outline(
    of bytes: [UInt8], at offset: Int = 0, without omitted: [String]
  ) throws(JSONFlaw) -> JSON {
    let result = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(JSONFlaw) in
        var reader = JSONReader(buffer, limits: Limits(), omitted: omitted)
        reader.index = offset
        reader.skipSpace()
        return try reader.readValue(depth: 0)
      }
    }
    return try result.get()
  }

  /// Reads one whole document.
  ///
  /// - Throws: the first flaw, with its place.
  public static func read(_ bytes: [UInt8], limits: Limits = Limits()) throws(JSONFlaw) -> JSON {
    let result = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(JSONFlaw) in
        var reader = JSONReader(buffer, limits: limits)
        return try reader.document()
      }
    }
    return try result.get()
  }

  private mutating func document() throws(JSONFlaw) -> JSON {
    if bytes.count > limits.bytes {
      throw JSONFlaw(.tooLarge(limit: limits.bytes), at: 0, in: bytes)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw flaw(.byteOrderMark) }
    if let offset = firstInvalidUTF8(in: bytes) {
      throw JSONFlaw(.invalidUTF8, at: offset, in: bytes)
    }
    skipSpace()
    if index == bytes.count { throw flaw(.empty) }
    let value = try readValue(depth: 0)
    skipSpace()
    if index < bytes.count { throw flaw(.textAfterEnd) }
    return value
  }

  func flaw(_ problem: JSONFlaw.Problem, at offset: Int? = nil) -> JSONFlaw {
    JSONFlaw(problem, at: offset ?? index, in: bytes)
  }

  var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private mutating func readValue(depth: Int) throws(JSONFlaw) -> JSON {
    let start = index
    guard let byte else { throw flaw(.endedEarly) }
    switch byte {
    case UInt8(ascii: "{"): return JSON(.object(try readObject(depth: depth)), offset: start)
    case UInt8(ascii: "["): return JSON(.array(try readArray(depth: depth)), offset: start)
    case UInt8(ascii: "\""): return JSON(.string(try readString()), offset: start)
    case UInt8(ascii: "t"): return JSON(.bool(true), offset: try word("true"))
    case UInt8(ascii: "f"): return JSON(.bool(false), offset: try word("false"))
    case UInt8(ascii: "n"): return JSON(.null, offset: try word("null"))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return JSON(.number(try readNumber()), offset: start)
    case UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"):
      throw flaw(isConflictMarker ? .conflictMarker : .expected("a value"))
    default: throw flaw(.expected("a value"))
    }
  }

  private var isConflictMarker: Bool {
    guard let byte, index == 0 || bytes[index - 1] == 0x0A else { return false }
    return bytes[index...].prefix(7).count == 7
      && bytes[index...].prefix(7).allSatisfy { $0 == byte }
  }

  private mutating func word(_ word: StaticString) throws(JSONFlaw) -> Int {
    let start = index
    for offset in 0..<word.utf8CodeUnitCount {
      guard byte == word.utf8Start[offset] else { throw flaw(.expected("\(word)"), at: start) }
      index += 1
    }
    return start
  }

  private mutating func readArray(depth: Int) throws(JSONFlaw) -> [JSON] {
    var elements: [JSON] = []
    try readList(depth: depth, end: UInt8(ascii: "]")) { (reader) throws(JSONFlaw) in
      elements.append(try reader.readValue(depth: depth + 1))
    }
    return elements
  }

  private mutating func readObject(depth: Int) throws(JSONFlaw) -> [JSON.Member] {
    var members: [JSON.Member] = []
    var names = NameSet()
    try readList(depth: depth, end: UInt8(ascii: "}")) { (reader) throws(JSONFlaw) in
      let start = reader.index
      guard reader.byte == UInt8(ascii: "\"") else {
        throw reader.flaw(
          reader.byte == nil
            ? .endedEarly
            : reader.isConflictMarker ? .conflictMarker : .expected("a name in double quotes"))
      }
      let name = try reader.readString()
      if !names.insert(name, after: members) { throw reader.flaw(.duplicateName(name), at: start) }
      reader.skipSpace()
      guard reader.byte == UInt8(ascii: ":") else { throw reader.flaw(.expected("':'")) }
      reader.index += 1
      reader.skipSpace()
      if !reader.omitted.isEmpty, reader.omitted.contains(name) {
        reader.passOver()
        return
      }
      members.append(
        JSON.Member(name, try reader.readValue(depth: depth + 1), offset: start))
    }
    return members
  }

  /// Goes to the end of a value without looking what it is.
  private mutating func passOver() {
    var depth = 0
    while let byte {
      switch byte {
      case UInt8(ascii: "\""): passOverText()
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return }
        depth -= 1
      case UInt8(ascii: ","): if depth == 0 { return }
      default: break
      }
      index += 1
    }
  }

  /// Goes to the closing quote of a string: by eight bytes at a time, since most of a roadmap is text
  /// that is passed over, and byte by byte it was a third of the time of `study next`.
  private mutating func passOverText() {
    index += 1
    while index < bytes.count {
      while index + 8 <= bytes.count {
        let word = UnsafeRawBufferPointer(bytes).loadUnaligned(
          fromByteOffset: index, as: UInt64.self)
        if Self.has(UInt8(ascii: "\""), word) || Self.has(UInt8(ascii: "\\"), word) { break }
        index += 8
      }
      switch byte {
      case UInt8(ascii: "\""), nil: return
      case UInt8(ascii: "\\"): index += 2
      default: index += 1
      }
    }
  }

  /// Whether one of eight bytes is this one.
  private static func has(_ byte: UInt8, _ word: UInt64) -> Bool {
    let differences = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
    return (differences &- 0x0101_0101_0101_0101) & ~differences & 0x8080_8080_8080_8080 != 0
  }

  private mutating func readList(
    depth: Int, end: UInt8, element: (inout JSONReader) throws(JSONFlaw) -> Void
  ) throws(JSONFlaw) {
    if depth >= limits.depth { throw flaw(.tooDeep(limit: limits.depth)) }
    index += 1
    skipSpace()
    if byte == end {
      index += 1
      return
    }
    while true {
      try element(&self)
      skipSpace()
      if byte == end {
        index += 1
        return
      }
      guard byte == UInt8(ascii: ",") else {
        if byte == nil { throw flaw(.endedEarly) }
        throw flaw(
          isConflictMarker ? .conflictMarker : .expected("',' or '\(Unicode.Scalar(end))'"))
      }
      index += 1
      skipSpace()
      if byte == end { throw flaw(.trailingComma) }
    }
  }

  private mutating func readNumber() throws(JSONFlaw) -> String {
    let start = index
    if byte == UInt8(ascii: "-") { index += 1 }
    if byte == UInt8(ascii: "0") { index += 1 } else { try skipDigits() }
    if let byte, isDigit(byte) { throw flaw(.leadingZero, at: start) }
    if byte == UInt8(ascii: ".") {
      index += 1
      try skipDigits()
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      index += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { index += 1 }
      try skipDigits()
    }
    if index - start > limits.digits {
      throw flaw(.numberTooLong(limit: limits.digits), at: start)
    }
    return text(start..<index)
  }

  private mutating func skipDigits() throws(JSONFlaw) {
    guard let byte, isDigit(byte) else { throw flaw(.expected("a digit")) }
    while let byte = self.byte, isDigit(byte) { index += 1 }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}

/// The names an object has so far. Swift's string equality would call the two ways to write "é"
/// one name, after a time that grows with the square of the marks over it.
private struct NameSet {
  private var large: Set<ByteText> = []

  mutating func insert(_ name: String, after members: [JSON.Member]) -> Bool {
    let name = ByteText(name)
    if members.count < 16 { return !members.contains { ByteText($0.name) == name } }
    if large.isEmpty { large = Set(members.map { ByteText($0.name) }) }
    return large.insert(name).inserted
  }
}
