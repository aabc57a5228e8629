extension JSONReader {
  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  mutating func readString() throws(JSONFlaw) -> String {
    let open = index
    index += 1
    var start = index
    var pieces = ""
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        let piece = text(start..<index)
        index += 1
        let text = pieces.isEmpty ? piece : pieces + piece
        if let most = limits.marks, text.hasMarks(over: most) {
          throw flaw(.tooManyMarks(limit: most), at: open)
        }
        return text
      case UInt8(ascii: "\\"):
        pieces += text(start..<index)
        pieces.unicodeScalars.append(try readEscape())
        start = index
      case 0..<0x20: throw flaw(.controlInString(byte))
      default: index += 1
      }
    }
    throw flaw(.unclosedString, at: open)
  }

  private mutating func readEscape() throws(JSONFlaw) -> Unicode.Scalar {
    let start = index
    index += 2
    guard index <= bytes.count else { throw flaw(.endedEarly, at: bytes.count) }
    switch bytes[index - 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try readUnicodeEscape(from: start)
    default: throw flaw(.unknownEscape, at: start)
    }
  }

  private mutating func readUnicodeEscape(from start: Int) throws(JSONFlaw) -> Unicode.Scalar {
    let first = try hexUnit(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, byte == UInt8(ascii: "\\"), index + 1 < bytes.count,
      bytes[index + 1] == UInt8(ascii: "u")
    else { throw flaw(.loneSurrogate, at: start) }
    index += 2
    let second = try hexUnit(from: start)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw flaw(.loneSurrogate, at: start) }
    return scalar
  }

  private mutating func hexUnit(from start: Int) throws(JSONFlaw) -> UInt32 {
    guard index + 4 <= bytes.count,
      bytes[index..<index + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt32(text(index..<index + 4), radix: 16)
    else { throw flaw(.unknownEscape, at: start) }
    index += 4
    return unit
  }
}

extension String {
  /// Whether more combining marks than so many follow one another.
  func hasMarks(over most: Int) -> Bool {
    if utf8.allSatisfy({ $0 < 0x80 }) { return false }
    var count = 0
    return unicodeScalars.contains { scalar in
      let isMark =
        scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
      count = isMark ? count + 1 : 0
      return count > most
    }
  }
}

/// Where the first byte stands that is no part of well-formed UTF-8.
func firstInvalidUTF8(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  var repaired = String(decoding: bytes, as: UTF8.self)
  return repaired.withUTF8 { repaired in
    if repaired.elementsEqual(bytes) { return nil }
    return zip(repaired, bytes).enumerated().first { $1.0 != $1.1 }?.offset ?? bytes.count
  }
}
