/// Notes ids used twice and references to nothing, which only a look at the whole can find.
struct References {
  let sink: FlawSink
  private let tools: [String]
  private let known: Set<ByteText>

  /// - Parameter tools: the ids of the tools that are defined.
  init(sink: FlawSink, tools: [String]) {
    self.init(sink, tools, Set(tools.map(ByteText.init)))
  }

  private init(_ sink: FlawSink, _ tools: [String], _ known: Set<ByteText>) {
    self.sink = sink
    self.tools = tools
    self.known = known
  }

  /// The same tools, for another document.
  func noting(in sink: FlawSink) -> References { References(sink, tools, known) }

  /// One value, and the way to it.
  typealias Item = (json: JSON, path: Path)

  static func items(_ json: JSON?, _ path: Path) -> [Item] {
    (json?.array ?? []).enumerated().map { ($1, .index(path, $0)) }
  }

  /// Notes ids that two of the values have.
  func checkIDs(of items: [Item]) {
    var seen: Set<ByteText> = []
    for (json, path) in items {
      let id = json["id"]?.string ?? ""
      if !seen.insert(ByteText(id)).inserted, !id.isEmpty {
        sink.add(.usedTwice(id), .member(path, "id"), json["id"]?.offset ?? json.offset)
      }
    }
  }

  /// Notes preparations and tools that a lesson names and nothing defines.
  ///
  /// - Parameters:
  ///   - lesson: the object with the lesson's tools and preparations.
  ///   - tasks: the objects with the tasks' checks.
  func checkNames(in lesson: JSON, _ path: Path, tasks: [Item]) {
    let preparations = Self.items(lesson["preparations"], .member(path, "preparations"))
    let names = preparations.compactMap { $0.json["id"]?.string }
    let known = Set(names.map(ByteText.init))
    checkTools(lesson["tools"], .member(path, "tools"))
    for item in preparations { checkTools(item.json["uses"], .member(item.path, "uses")) }
    for task in tasks {
      for check in Self.items(task.json["checks"], .member(task.path, "checks")) {
        checkTools(check.json["uses"], .member(check.path, "uses"))
        guard let after = check.json["after"], let name = after.string,
          !known.contains(ByteText(name))
        else { continue }
        sink.add(
          .unknownReference(
            name, to: "preparation of the lesson", nearest: sink.nearest(to: name, among: names)),
          .member(check.path, "after"), after.offset)
      }
    }
  }

  private func checkTools(_ list: JSON?, _ path: Path) {
    for (json, path) in Self.items(list, path) {
      guard let id = json.string, !known.contains(ByteText(id)) else { continue }
      sink.add(.unknownTool(id, nearest: sink.nearest(to: id, among: tools)), path, json.offset)
    }
  }
}
