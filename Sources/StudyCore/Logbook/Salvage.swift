/// What can still be read of a damaged progress file: every whole event, wherever it stands.
public struct Salvage: Sendable {
  /// A line of which something was lost.
  public struct Line: Sendable, Equatable {
    /// The line's number, from 1.
    public let number: Int
    /// What could not be read; comes from the file.
    public let text: String
  }

  /// What was read.
  public let logbook: Logbook
  /// What was not, in the order of the file.
  public let unread: [Line]

  /// Reads what can be read; nothing is an error.
  public init(_ bytes: [UInt8]) {
    let found = Self.wholeEvents(in: bytes)
    var rest = Remainder()
    var number = 0
    var start = 0
    var next = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      number += 1
      var line: [UInt8] = []
      var index = start
      while next < found.count, found[next].range.lowerBound < end {
        let range = found[next].range
        if index < range.lowerBound { line += bytes[index..<range.lowerBound] }
        index = min(range.upperBound, end)
        if range.upperBound > end { break }
        next += 1
      }
      if index < end { line += bytes[index..<end] }
      rest.take(line, number: number)
      start = end + 1
    }
    logbook = Logbook(
      events: found.map(\.event) + rest.events, others: rest.others, format: rest.format)
    unread = rest.unread
  }

  /// The outermost objects that are events, in their order.
  ///
  /// A hostile file could have objects in objects, none an event, each read once for every one
  /// around it. So no more is read than eight times the file; a real one needs less than three.
  private static func wholeEvents(in bytes: [UInt8]) -> [(range: Range<Int>, event: Event)] {
    var found: [(range: Range<Int>, event: Event)] = []
    var left = bytes.count * 8
    var end = 0
    for range in objects(in: bytes) where range.lowerBound >= end && range.count <= left {
      left -= range.count
      guard let event = event(Array(bytes[range])) else { continue }
      found.append((range, event))
      end = range.upperBound
    }
    return found
  }

  /// Where braces open and close, in the order in which they open.
  ///
  /// One pass with a stack of opened braces: one that damage left open costs only itself, and a
  /// quote left open ends with its line, since JSON has no line ends in strings.
  private static func objects(in bytes: [UInt8]) -> [Range<Int>] {
    var objects: [Range<Int>] = []
    var open: [Int] = []
    var isInString = false
    var isEscaped = false
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "\n"): (isInString, isEscaped) = (false, false)
      case _ where isEscaped: isEscaped = false
      case UInt8(ascii: "\\"): isEscaped = isInString
      case UInt8(ascii: "\""): isInString.toggle()
      case _ where isInString: break
      case UInt8(ascii: "{"):
        if open.count == 64 { open.removeFirst() }
        open.append(objects.count)
        objects.append(index..<index)
      case UInt8(ascii: "}"):
        guard let object = open.popLast() else { break }
        objects[object] = objects[object].lowerBound..<index + 1
      default: break
      }
    }
    return objects.filter { !$0.isEmpty }
  }

  private static func event(_ bytes: [UInt8]) -> Event? {
    json(bytes).flatMap { try? Event($0) }
  }

  /// In a file it will be in an array in an object, and must be readable there.
  fileprivate static func json(_ bytes: [UInt8]) -> JSON? {
    var limits = JSONReader.Limits()
    limits.depth -= 2
    return try? JSONReader.read(bytes, limits: limits)
  }
}

/// What is left of the lines once the whole events are taken out: the document's own members, its
/// brackets, and damage.
private struct Remainder {
  private(set) var events: [Event] = []
  private(set) var others: [JSON.Member] = []
  private(set) var format = Logbook.format
  private(set) var unread: [Salvage.Line] = []

  private static let space = Array(" \t\r,".utf8)
  private static let brackets = Array("{}[]".utf8)
  private static let list = Array("\"events\":".utf8)
  private static let eventNames = [
    "at", "batch", "evidence", "id", "kind", "note", "of", "roadmap", "task",
  ]

  mutating func take(_ line: [UInt8], number: Int) {
    let member = trimmed(line[...], Self.space)
    var bare = trimmed(member, Self.space + Self.brackets)
    if bare.count >= Self.list.count, bare.suffix(Self.list.count).elementsEqual(Self.list) {
      bare = trimmed(bare.dropLast(Self.list.count), Self.space + Self.brackets)
    }
    if bare.isEmpty { return }
    // Without a colon there is no member, and a hostile file has millions of lines.
    let texts =
      !bare.contains(UInt8(ascii: ":")) ? [] : bare.count == member.count ? [bare] : [member, bare]
    for text in texts where take(Array("{".utf8) + text + Array("}".utf8)) { return }
    let text = String(decoding: trimmed(line[...], Self.space).prefix(200), as: UTF8.self)
    unread.append(Salvage.Line(number: number, text: text))
  }

  /// Takes a line that lost only its braces, or one member of the document.
  private mutating func take(_ object: [UInt8]) -> Bool {
    guard let json = Salvage.json(object) else { return false }
    if let event = try? Event(json) {
      events.append(event)
      return true
    }
    guard let members = json.members, let member = members.first, members.count == 1,
      !Self.eventNames.contains(where: member.isNamed)
    else { return false }
    if member.isNamed("format") {
      guard let number = member.value.integer, number >= 1 else { return false }
      format = max(format, number)
    } else if !member.isNamed("events") {
      others.append(member)
    }
    return true
  }

  private func trimmed(_ text: ArraySlice<UInt8>, _ set: [UInt8]) -> ArraySlice<UInt8> {
    var text = text
    while let last = text.last, set.contains(last) { text.removeLast() }
    return text.drop { set.contains($0) }
  }
}
