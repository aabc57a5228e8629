/// Reads the members of one JSON object, and notes every flaw instead of stopping at the first.
struct Fields {
  /// The object itself.
  let json: JSON
  private let members: [JSON.Member]
  /// The places of many members, by their names; empty for few, which are looked for.
  private let index: [ByteText: Int]
  private let offset: Int
  /// The way to it.
  let path: Path
  private let sink: FlawSink
  private var known: [String] = []

  init(_ json: JSON, path: Path, sink: FlawSink) {
    if json.members == nil {
      sink.add(.wrongKind(expected: "an object", found: json.kind), path, json.offset)
    }
    self.json = json
    members = json.members ?? []
    index =
      members.count <= 40
      ? [:]
      : Dictionary(members.enumerated().map { (ByteText($1.name), $0) }) { first, _ in first }
    offset = json.offset
    self.path = path
    self.sink = sink
  }

  /// Where messages about a member point.
  func path(_ name: String) -> Path { .member(path, name) }

  func add(_ problem: @autoclosure () -> RoadmapFlaw.Problem, to name: String) {
    sink.add(problem(), path(name), member(name)?.value.offset ?? offset)
  }

  /// Notes a flaw of the object itself.
  func addHere(_ problem: @autoclosure () -> RoadmapFlaw.Problem) {
    sink.add(problem(), path, offset)
  }

  /// The nearest of some words, for a hint.
  func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    sink.nearest(to: word, among: candidates)
  }

  private func member(_ name: String) -> JSON.Member? {
    if index.isEmpty { return members.first { $0.name == name } }
    return index[ByteText(name)].map { members[$0] }
  }

  private mutating func take<T>(
    _ name: String, _ expected: String, required: Bool, _ convert: (JSON) -> T?
  ) -> T? {
    known.append(name)
    guard let member = member(name) else {
      if required, json.members != nil { sink.add(.missing, path(name), offset) }
      return nil
    }
    let value = convert(member.value)
    if value == nil {
      sink.add(
        .wrongKind(expected: expected, found: member.value.kind), path(name), member.value.offset)
    }
    return value
  }

  mutating func value(_ name: String) -> JSON? {
    take(name, "a value", required: false) { $0 }
  }

  mutating func text(_ name: String) -> String {
    let text = take(name, "a string", required: true) { $0.string }
    if let text, text.allSatisfy(\.isWhitespace) { add(.empty, to: name) }
    return text ?? ""
  }

  mutating func optionalText(_ name: String) -> String? {
    take(name, "a string", required: false) { $0.string }
  }

  mutating func integer(_ name: String, in range: ClosedRange<Int>, default: Int? = nil) -> Int {
    let number = take(name, "a whole number", required: `default` == nil) { $0.integer }
    if let number, !range.contains(number) { add(.outOfRange(range), to: name) }
    return number ?? `default` ?? range.lowerBound
  }

  mutating func slug<ID: Slug>(_ name: String, as type: ID.Type) -> ID {
    let text = self.text(name)
    if !text.isEmpty, !Self.isSlug(text) { add(.notASlug, to: name) }
    return ID(rawValue: text)
  }

  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ name: String, default: Word
  ) -> Word {
    guard let text = optionalText(name) else { return `default` }
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    add(.notOneOf(words, nearest: nearest(to: text, among: words)), to: name)
    return `default`
  }

  /// Strings, at least `least` of them, none blank.
  mutating func texts(_ name: String, least: Int = 0) -> [String] {
    guard let list = take(name, "an array of strings", required: least > 0, { $0.array }) else {
      return []
    }
    if list.count < least { add(.tooFew(least, of: name), to: name) }
    return list.enumerated().map { index, item in
      let text = item.string
      if text == nil {
        sink.add(
          .wrongKind(expected: "a string", found: item.kind), .index(path(name), index), item.offset
        )
      } else if text?.allSatisfy(\.isWhitespace) == true, least > 0 {
        sink.add(.empty, .index(path(name), index), item.offset)
      }
      return text ?? ""
    }
  }

  /// A program or text, written as one string or as an array of lines.
  mutating func lines(_ name: String) -> String? {
    take(name, "a string or an array of lines", required: false) { json in
      if let text = json.string { return text }
      guard let items = json.array, items.allSatisfy({ $0.string != nil }) else { return nil }
      return items.compactMap(\.string).joined(separator: "\n")
    }
  }

  /// Objects, each read by `read`.
  mutating func objects<T>(
    _ name: String, least: Int = 0, _ read: (inout Fields, Int) -> T
  ) -> [T] {
    guard let list = take(name, "an array of objects", required: least > 0, { $0.array }) else {
      return []
    }
    if list.count < least { add(.tooFew(least, of: name), to: name) }
    return objects(in: list, path(name), read)
  }

  private func objects<T>(
    in list: [JSON], _ path: Path, _ read: (inout Fields, Int) -> T
  ) -> [T] {
    var values: [T] = []
    for (index, item) in list.enumerated() where !sink.isFull {
      var fields = Fields(item, path: .index(path, index), sink: sink)
      values.append(read(&fields, index))
      fields.finish()
    }
    return values
  }

  /// An object whose member names are free and whose values are objects, each read by `read`.
  mutating func entries<T>(_ name: String, _ read: (inout Fields, String) -> T) -> [T] {
    map(name, "an object") { $0.members == nil ? nil : $0 }.map { entry in
      var fields = Fields(entry.value, path: .member(path(name), entry.name), sink: sink)
      let value = read(&fields, entry.name)
      fields.finish()
      return value
    }
  }

  mutating func object<T>(_ name: String, required: Bool = false, _ read: (inout Fields) -> T)
    -> T?
  {
    guard let json = take(name, "an object", required: required, { $0 }) else { return nil }
    var fields = Fields(json, path: path(name), sink: sink)
    let value = read(&fields)
    fields.finish()
    return value
  }

  /// An object whose member names are free, such as paths.
  mutating func map<T>(_ name: String, _ expected: String, _ convert: (JSON) -> T?)
    -> [(name: String, value: T)]
  {
    guard let members = take(name, "an object", required: false, { $0.members }) else { return [] }
    return members.compactMap { member in
      guard let value = convert(member.value) else {
        sink.add(
          .wrongKind(expected: expected, found: member.value.kind),
          .member(path(name), member.name), member.value.offset)
        return nil
      }
      return (member.name, value)
    }
  }

  /// True or false; false where it is not said.
  mutating func flag(_ name: String) -> Bool {
    take(name, "true or false", required: false) { $0.boolean } ?? false
  }

  /// A whole number that may be left out.
  mutating func optionalInteger(_ name: String, in range: ClosedRange<Int>) -> Int? {
    let number = take(name, "a whole number", required: false) { $0.integer }
    if let number, !range.contains(number) { add(.outOfRange(range), to: name) }
    return number
  }

  /// Whether there is such a member.
  func has(_ name: String) -> Bool { member(name) != nil }

  /// The one member of several that is there; notes none, or more than one.
  mutating func only(of names: [String]) -> String {
    let found = names.filter { name in
      member(name).map { $0.value.array?.isEmpty != true } ?? false
    }
    known += names
    if found.count != 1 { add(.sourceCount, to: names[0]) }
    return found.first ?? names[0]
  }

  /// An object whose member names are free, each with an array of objects, read by `read`.
  mutating func groups<T>(_ name: String, _ read: (String, inout Fields) -> T)
    -> [(name: String, values: [T])]
  {
    map(name, "an array of objects") { $0.array }.map { group in
      let values = objects(in: group.value, .member(path(name), group.name)) { fields, _ in
        read(group.name, &fields)
      }
      return (group.name, values)
    }
  }

  /// Files: paths with their lines.
  mutating func files(_ name: String) -> [TextFile] {
    let files = map(name, "an array of lines") { json -> [String]? in
      guard let items = json.array, items.allSatisfy({ $0.string != nil }) else { return nil }
      return items.compactMap(\.string)
    }
    for file in files where !Self.staysInside(file.name) { add(.outsideFolder, to: name) }
    return files.map { TextFile(path: $0.name, lines: $0.value) }
  }

  /// Notes the members that no one asked for.
  func finish() {
    if sink.isMuted { return }
    for member in members where !known.contains(member.name) {
      sink.add(
        .unknownMember(nearest: sink.nearest(to: member.name, among: known)),
        path(member.name), member.offset)
    }
  }

  /// Lower-case letters, digits and single hyphens, beginning with a letter or digit.
  static func isSlug(_ text: String) -> Bool {
    text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy {
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
    }
  }

  /// Whether a path can't lead out of the folder it is relative to.
  static func staysInside(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return !path.utf8.contains(0) && !path.utf8.contains(UInt8(ascii: "\\"))
      && !parts.dropLast().contains { $0.isEmpty || $0 == "." } && !parts.contains("..")
      && parts.last.map { !$0.isEmpty || parts.count > 1 } == true && parts.first?.isEmpty == false
  }
}
