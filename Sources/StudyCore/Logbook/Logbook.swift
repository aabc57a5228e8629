/// A learner's progress: a set of immutable events.
///
/// Merging is the union of sets, so it is commutative, associative and idempotent.
public struct Logbook: Sendable {
  /// The newest `format` this program writes.
  public static let format = 1

  /// The events, each once, in the order of a file.
  public private(set) var events: [Event] = []
  /// The format of the file they came from.
  public private(set) var format = Logbook.format
  /// Members of the document that this program doesn't know, kept as written.
  public private(set) var others: [JSON.Member] = []

  /// A logbook without events.
  public init() {}

  /// Events that were read one by one; a member that stands twice counts once.
  init(events: [Event], others: [JSON.Member], format: Int) {
    self.init()
    insert(events)
    self.format = format
    merge(others)
  }

  /// Whether a newer program wrote it, so that this one may read it only.
  public var isNewer: Bool { format > Self.format }

  /// Adds events; those it has already are not added again.
  public mutating func insert(_ new: some Sequence<Event>) {
    let new = Self.ordered(Array(new))
    if events.isEmpty {
      events = new
    } else if let last = events.last, let first = new.first, !(last < first) {
      events = Self.ordered(events + new)
    } else {
      events += new
    }
  }

  /// The events in their order, each once.
  private static func ordered(_ events: [Event]) -> [Event] {
    if zip(events, events.dropFirst()).allSatisfy({ $0 < $1 }) { return events }
    var result: [Event] = []
    result.reserveCapacity(events.count)
    for event in events.sorted() where event != result.last { result.append(event) }
    return result
  }

  /// The last of the events of one moment, as ``Event/at`` has it.
  public func last(at moment: String) -> Event? {
    let moment = ByteText(moment)
    let last = events.last { ByteText($0.at) <= moment }
    return last.flatMap { ByteText($0.at) == moment ? $0 : nil }
  }

  /// The union of two logbooks, whichever comes first.
  ///
  /// A member unknown to this program that differs is taken from the one whose bytes are greater:
  /// arbitrary, but the same on both sides.
  public func merged(with other: Logbook) -> Logbook {
    var result = self
    result.insert(other.events)
    result.format = max(format, other.format)
    result.merge(other.others)
    return result
  }

  private mutating func merge(_ members: [JSON.Member]) {
    var places: [ByteText: Int] = [:]
    for (place, member) in others.enumerated() { places[ByteText(member.name)] = place }
    for member in members {
      let name = ByteText(member.name)
      guard let place = places[name] else {
        places[name] = others.count
        others.append(member)
        continue
      }
      let mine = others[place].value.canonical
      if mine.lexicographicallyPrecedes(member.value.canonical) { others[place] = member }
    }
  }
}

extension Logbook {
  /// Why bytes are no logbook.
  public enum ReadingError: Error, Sendable {
    /// They are not JSON.
    case malformed(JSONFlaw)
    /// They are JSON, but no logbook.
    case flawed(LogbookFlaw, Place)
  }

  /// Reads a progress file. A newer format is read as far as it can be understood.
  ///
  /// - Throws: ``ReadingError``.
  public init(_ bytes: [UInt8]) throws(ReadingError) {
    if let logbook = Logbook(ownForm: bytes) {
      self = logbook
    } else {
      try self.init(anyForm: bytes)
    }
  }

  /// Reads a progress file whatever its layout.
  ///
  /// - Throws: ``ReadingError``.
  init(anyForm bytes: [UInt8]) throws(ReadingError) {
    let json: JSON
    do { json = try JSONReader.read(bytes) } catch { throw .malformed(error) }
    do { try self.init(json) } catch {
      throw .flawed(error, Place(offset: error.offset, in: bytes))
    }
  }

  private init(_ json: JSON) throws(LogbookFlaw) {
    guard let members = json.members else {
      throw LogbookFlaw(.notAnObject(found: json.kind), at: json.offset)
    }
    guard let version = json["format"] else {
      throw LogbookFlaw(.missing("format"), at: json.offset)
    }
    guard let number = version.integer, number >= 1 else {
      throw LogbookFlaw(
        .wrongKind("format", "a whole number from 1", found: version.kind), at: version.offset)
    }
    format = number
    let list = json["events"]
    if list == nil, !isNewer { throw LogbookFlaw(.missing("events"), at: json.offset) }
    guard let items = list?.array ?? (isNewer ? [] : nil) else {
      throw LogbookFlaw(
        .wrongKind("events", "an array", found: list?.kind ?? ""), at: list?.offset ?? 0)
    }
    var read: [Event] = []
    for item in items where item.members?.isEmpty != true {
      do { read.append(try Event(item)) } catch { if !isNewer { throw error } }
    }
    insert(read)
    others = members.filter { !$0.isNamed("format") && !$0.isNamed("events") }
  }

  /// The file: one event a line, each ending in a comma, and a constant `{}` that closes the list,
  /// so that git's built-in union merge of two copies is always valid and complete.
  public var fileBytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(events.reduce(200) { $0 + $1.length + 2 })
    bytes += Array("{\n\"format\": \(format),\n".utf8)
    for member in others.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
      bytes += JSON.text(member.name).canonical + Array(": ".utf8) + member.value.canonical
      bytes += Array(",\n".utf8)
    }
    bytes += Array("\"events\": [\n".utf8)
    for event in events {
      event.write(to: &bytes)
      bytes.append(UInt8(ascii: ","))
      bytes.append(UInt8(ascii: "\n"))
    }
    bytes += Self.end
    return bytes
  }

  /// What stands behind the events in a file of ours.
  static let end = Array("{}\n]\n}\n".utf8)
}
