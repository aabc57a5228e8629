extension JSON {
  /// The document on one line, members in their order. Control, format and unassigned characters
  /// are escaped, so that none reaches a terminal (RFC 8259 allows any character escaped).
  public var compact: String {
    var text = ""
    write(to: &text, indent: nil, escaped: VisibleText.isHidden)
    return text
  }

  /// The document over many lines, two spaces a level, for people and `diff`.
  public var pretty: String {
    var text = ""
    write(to: &text, indent: 0, escaped: VisibleText.isHidden)
    return text
  }

  /// The bytes that stand for this value wherever equality matters: one line, names in the order
  /// of their UTF-8 bytes, at every level. Only what RFC 8259 demands is escaped, so that the bytes
  /// don't depend on the Unicode version of the program that writes them.
  public var canonical: [UInt8] {
    var text = ""
    sorted.write(to: &text, indent: nil, escaped: { $0.value < 0x20 })
    return Array(text.utf8)
  }

  private var sorted: JSON {
    switch value {
    case .array(let elements): JSON(.array(elements.map(\.sorted)), offset: offset)
    case .object(let members):
      JSON(
        .object(
          members.map { Member($0.name, $0.value.sorted, offset: $0.offset) }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }), offset: offset)
    default: self
    }
  }

  private func write(
    to text: inout String, indent: Int?, escaped: (Unicode.Scalar) -> Bool
  ) {
    switch value {
    case .null: text += "null"
    case .bool(let truth): text += truth ? "true" : "false"
    case .number(let digits): text += digits
    case .string(let string): Self.quote(string, to: &text, escaped: escaped)
    case .array(let elements):
      Self.writeList("[", elements, "]", to: &text, indent: indent) { element, text, indent in
        element.write(to: &text, indent: indent, escaped: escaped)
      }
    case .object(let members):
      Self.writeList("{", members, "}", to: &text, indent: indent) { member, text, indent in
        Self.quote(member.name, to: &text, escaped: escaped)
        text += indent == nil ? ":" : ": "
        member.value.write(to: &text, indent: indent, escaped: escaped)
      }
    }
  }

  private static func writeList<Element>(
    _ open: String, _ elements: [Element], _ close: String, to text: inout String, indent: Int?,
    each: (Element, inout String, Int?) -> Void
  ) {
    let inner = indent.map { $0 + 2 }
    text += open
    for (position, element) in elements.enumerated() {
      if position > 0 { text += "," }
      if let inner { text += "\n" + String(repeating: " ", count: inner) }
      each(element, &text, inner)
    }
    if let indent, !elements.isEmpty { text += "\n" + String(repeating: " ", count: indent) }
    text += close
  }

  private static func quote(
    _ string: String, to text: inout String, escaped: (Unicode.Scalar) -> Bool
  ) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        if escaped(scalar) {
          for unit in String(scalar).utf16 {
            let hex = String(unit, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
          }
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }
}
