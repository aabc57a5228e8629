/// Something that happened to a task; never changed once written.
///
/// Two events are one if their canonical bytes are equal. Swift's string equality must not decide
/// it: it takes the two ways to write "é" for one, which breaks the commutativity of merging.
public struct Event: Sendable, Hashable {
  /// What happened.
  public enum Kind: String, Sendable {
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

  /// The element of the set: one line of JSON, names sorted.
  public let bytes: [UInt8]
  /// When, as `2026-11-22T10:18:29Z`. It orders and dates; it decides nothing.
  public let at: String
  /// Its name, for other events to refer to.
  public let id: String
  /// What happened, or nil for a kind of a newer program.
  public let kind: Kind?
  /// What happened, as written.
  public let kindName: String
  /// The task.
  public let task: Lesson.Task.ID
  /// The roadmap the task belongs to; nil for the one that comes with the program.
  public let roadmap: String?
  /// The events it speaks of.
  public let of: [String]
  /// The remark, or what was said with `--note`.
  public let note: String?
  /// The id that all events of one command share, where there were several.
  public let batch: String?
  /// What a verification rests on.
  public let evidence: JSON?

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
    kindName = try required("kind")
    kind = Kind(rawValue: kindName)
    let known = kind != nil
    at = known ? try required("at") : json["at"]?.string ?? ""
    if known, Timestamp(at) == nil {
      throw LogbookFlaw(.notATime(at), at: json["at"]?.offset ?? json.offset)
    }
    id = known ? try required("id") : json["id"]?.string ?? ""
    task = Lesson.Task.ID(rawValue: known ? try required("task") : json["task"]?.string ?? "")
    roadmap = known ? try text("roadmap") : nil
    note = known ? try text("note") : nil
    batch = known ? try text("batch") : nil
    evidence = json["evidence"]
    if known, let of = json["of"] {
      guard let items = of.array, items.allSatisfy({ $0.string != nil }) else {
        throw LogbookFlaw(.wrongKind("of", "an array of event ids", found: of.kind), at: of.offset)
      }
      self.of = items.compactMap(\.string)
    } else {
      of = []
    }
    bytes = json.canonical
  }

  /// A new event.
  public init(
    _ kind: Kind, task: Lesson.Task.ID, at: String, id: String, roadmap: String? = nil,
    of: [String] = [], note: String? = nil, batch: String? = nil, evidence: JSON? = nil
  ) {
    self.kind = kind
    kindName = kind.rawValue
    self.task = task
    self.at = at
    self.id = id
    self.roadmap = roadmap
    self.of = of
    self.note = note
    self.batch = batch
    self.evidence = evidence
    bytes =
      JSON.object([
        "at": .text(at), "batch": batch.map(JSON.text), "evidence": evidence, "id": .text(id),
        "kind": .text(kind.rawValue), "note": note.map(JSON.text),
        "of": of.isEmpty ? nil : .texts(of), "roadmap": roadmap.map(JSON.text),
        "task": .text(task.rawValue),
      ]).canonical
  }

  /// Equality of bytes.
  public static func == (a: Event, b: Event) -> Bool { a.bytes == b.bytes }
  /// The hash of the bytes.
  public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension Event: Comparable {
  /// The order in a file: by time, id, bytes.
  public static func < (a: Event, b: Event) -> Bool {
    if !a.at.utf8.elementsEqual(b.at.utf8) { return a.at.utf8.lexicographicallyPrecedes(b.at.utf8) }
    if !a.id.utf8.elementsEqual(b.id.utf8) { return a.id.utf8.lexicographicallyPrecedes(b.id.utf8) }
    return a.bytes.lexicographicallyPrecedes(b.bytes)
  }
}

/// Why a file is no logbook, and where.
public struct LogbookFlaw: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Problem: Sendable, Equatable {
    case notAnObject(found: String)
    case missing(String)
    case wrongKind(String, String, found: String)
    case notATime(String)
  }

  /// What is wrong.
  public let problem: Problem
  /// Where, in bytes from the start.
  public let offset: Int

  init(_ problem: Problem, at offset: Int) {
    self.problem = problem
    self.offset = offset
  }

  /// What is wrong, as a sentence part.
  public var description: String {
    switch problem {
    case .notAnObject(let found): "\(found), where an object is expected"
    case .missing(let name): "the member \"\(name)\" is missing"
    case .wrongKind(let name, let expected, let found):
      "\"\(name)\" is \(found), where \(expected) is expected"
    case .notATime(let text):
      "\"\(text)\" is not a time of the form 2026-11-22T10:18:29Z"
    }
  }
}
