/// Something that happened to a task; never changed once written.
///
/// Two events are one if their canonical bytes are equal. Swift's string equality must not decide
/// it: it takes the two ways to write "é" for one, which breaks the commutativity of merging.
public struct Event: Sendable, Hashable {
  /// What happened.
  public enum Kind: String, Sendable, CaseIterable {
    /// Done, on the learner's word.
    case done
    /// Its checks passed.
    case verified
    /// Its checks, which had passed, fail now; `of` names the verifications that no longer hold.
    case lapsed
    /// Left out on purpose.
    case skip
    /// A remark.
    case note
    /// Takes back the events in `of`.
    case undo
  }

  private let line: EventLine
  private let atPlace: UInt32
  private let idPlace: UInt32
  private let taskPlace: UInt32
  private let roadmapPlace: UInt32
  /// What happened, or nil for a kind of a newer program.
  public let kind: Kind?

  /// The event in an object of a logbook.
  ///
  /// - Throws: the flaw that makes it no event, with its offset.
  init(_ json: JSON) throws(LogbookFlaw) {
    guard json.members != nil else {
      throw LogbookFlaw(.notAnObject(found: json.kind), at: json.offset)
    }
    func text(_ name: String) throws(LogbookFlaw) -> String? {
      guard let value = json[name] else { return nil }
      guard let text = value.string else {
        throw LogbookFlaw(.wrongKind(name, "a string", found: value.kind), at: value.offset)
      }
      return text
    }
    func required(_ name: String) throws(LogbookFlaw) -> String {
      guard let text = try text(name) else {
        throw LogbookFlaw(.missing(name), at: json.offset)
      }
      return text
    }
    let name = try required("kind")
    let kind = Kind.allCases.first { $0.rawValue.utf8.elementsEqual(name.utf8) }
    if kind != nil {
      let at = try required("at")
      if Timestamp(at) == nil {
        throw LogbookFlaw(.notATime(at), at: json["at"]?.offset ?? json.offset)
      }
      for name in ["id", "task"] { _ = try required(name) }
      for name in ["roadmap", "note", "batch"] { _ = try text(name) }
      if let of = json["of"], of.array?.allSatisfy({ $0.string != nil }) != true {
        throw LogbookFlaw(.wrongKind("of", "an array of event ids", found: of.kind), at: of.offset)
      }
    }
    self.init(kind, canonical: json.canonical)
  }

  /// A new event.
  public init(
    _ kind: Kind, task: Lesson.Task.ID, at: String, id: String, roadmap: String? = nil,
    of: [String] = [], note: String? = nil, batch: String? = nil, machine: String? = nil,
    evidence: JSON? = nil
  ) {
    self.init(
      kind,
      canonical: JSON.object([
        "at": .text(at), "batch": batch.map(JSON.text), "evidence": evidence, "id": .text(id),
        "kind": .text(kind.rawValue), "machine": machine.map(JSON.text),
        "note": note.map(JSON.text),
        "of": of.isEmpty ? nil : .texts(of), "roadmap": roadmap.map(JSON.text),
        "task": .text(task.rawValue),
      ]).canonical)
  }

  private init(_ kind: Kind?, canonical: [UInt8]) {
    let members = canonical.withUnsafeBufferPointer { EventMembers($0) }
    self.init(kind, members, EventLine(0..<canonical.count, of: canonical))
  }

  private init(_ kind: Kind?, _ members: EventMembers, _ line: EventLine) {
    /// A newer program's event may have anything under our names.
    func place(_ member: Int) -> UInt32 {
      let isText = member > 0 && line.withBytes { $0[member] == UInt8(ascii: "\"") }
      return isText ? UInt32(member) : 0
    }
    self.kind = kind
    self.line = line
    atPlace = place(members.at)
    idPlace = place(members.id)
    taskPlace = place(members.task)
    roadmapPlace = kind == nil ? 0 : place(members.roadmap)
  }

  /// The event in a line that is known to be canonical; nil if a flaw makes it none.
  init?(canonical range: Range<Int>, of file: [UInt8]) {
    let line = EventLine(range, of: file)
    guard let (kind, members) = line.withBytes(Self.members) else { return nil }
    self.init(kind, members, line)
  }

  private static func members(
    _ line: UnsafeBufferPointer<UInt8>
  ) -> (Kind?, EventMembers)? {
    let members = EventMembers(line)
    func isText(_ place: Int) -> Bool { line[place] == UInt8(ascii: "\"") }
    guard members.kind > 0, isText(members.kind) else { return nil }
    guard let kind = Kind(line.textOfString(at: members.kind)) else { return (nil, members) }
    guard members.at > 0, members.id > 0, members.task > 0,
      isText(members.at), isText(members.id), isText(members.task),
      Timestamp(utf8: line.textOfString(at: members.at)) != nil,
      [members.roadmap, members.note, members.batch].allSatisfy({ $0 == 0 || isText($0) }),
      members.of == 0 || isTexts(line, at: members.of)
    else { return nil }
    return (kind, members)
  }

  /// Whether a canonical value is an array of strings.
  private static func isTexts(_ line: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    guard line[place] == UInt8(ascii: "[") else { return false }
    var index = place + 1
    while line[index] == UInt8(ascii: "\"") {
      index = line.endOfString(at: index)
      if line[index] == UInt8(ascii: "]") { return true }
      index += 1
    }
    return line[index] == UInt8(ascii: "]") && index == place + 1
  }

  /// Equality of bytes.
  public static func == (a: Event, b: Event) -> Bool { a.line == b.line }
  /// The hash of the bytes.
  public func hash(into hasher: inout Hasher) { hasher.combine(line) }
}

extension Event {
  /// The element of the set: one line of JSON, names sorted.
  public var bytes: [UInt8] { line.withBytes(Array.init) }
  /// When, as `2026-11-22T10:18:29Z`. It orders and dates; it decides nothing.
  public var at: String { line.text(atPlace) }
  /// Its name, for other events to refer to.
  public var id: String { line.text(idPlace) }
  /// What happened, as written.
  public var kindName: String { kind?.rawValue ?? text(\.kind) ?? "" }
  /// The task.
  public var task: Lesson.Task.ID { Lesson.Task.ID(rawValue: line.text(taskPlace)) }
  /// The roadmap the task belongs to; nil for the one that comes with the program.
  public var roadmap: String? { roadmapPlace == 0 ? nil : line.text(roadmapPlace) }
  /// The events it speaks of.
  public var of: [String] {
    kind == nil ? [] : value(\.of)?.array?.compactMap(\.string) ?? []
  }
  /// The remark, or what was said with `--note`.
  public var note: String? { kind == nil ? nil : text(\.note) }
  /// The id that all events of one command share, where there were several.
  public var batch: String? { kind == nil ? nil : text(\.batch) }
  /// Where it was recorded; nil for what a program without this member wrote.
  public var machine: String? { value(\.machine)?.string }
  /// What a verification rests on.
  public var evidence: JSON? { value(\.evidence) }

  /// Whether both say that they happened at one moment.
  func isSimultaneous(_ other: Event) -> Bool {
    EventLine.order((line, atPlace), (other.line, other.atPlace)) == 0
  }

  /// How long its line is.
  var length: Int { line.length }

  /// Appends its line.
  func write(to bytes: inout [UInt8]) { line.withBytes { bytes.append(contentsOf: $0) } }

  private func text(_ member: KeyPath<EventMembers, Int>) -> String? {
    let place = line.withBytes { EventMembers($0)[keyPath: member] }
    return place == 0 ? nil : line.text(UInt32(place))
  }

  private func value(_ member: KeyPath<EventMembers, Int>) -> JSON? {
    let place = line.withBytes { EventMembers($0)[keyPath: member] }
    return place == 0 ? nil : line.value(place)
  }
}

extension Event.Kind {
  /// The kind of that name.
  fileprivate init?(_ name: UnsafeBufferPointer<UInt8>) {
    switch name.word {
    case .word("done"): self = .done
    case .word("verified"): self = .verified
    case .word("lapsed"): self = .lapsed
    case .word("skip"): self = .skip
    case .word("note"): self = .note
    case .word("undo"): self = .undo
    default: return nil
    }
  }
}

extension Event: Comparable {
  /// The order in a file: by time, id, bytes.
  public static func < (a: Event, b: Event) -> Bool {
    let time = EventLine.order((a.line, a.atPlace), (b.line, b.atPlace))
    if time != 0 { return time < 0 }
    let id = EventLine.order((a.line, a.idPlace), (b.line, b.idPlace))
    if id != 0 { return id < 0 }
    return a.line.withBytes { first in b.line.withBytes { first.order($0) < 0 } }
  }
}
