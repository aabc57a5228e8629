/// A roadmap and its course made one document.
struct Bundle {
  let roadmap: JSON
  /// The document of the tools, where there is one.
  let tools: JSON?
  /// The document of each week, where there is one.
  let weeks: [JSON?]

  var json: JSON {
    var members = (roadmap.members ?? []).filter { tools == nil || $0.name != "tools" }
    let index = members.firstIndex { $0.name == "lessons" } ?? members.count
    if let list = tools?["tools"] { members.insert(.init("tools", list), at: index) }
    return JSON(
      .object(
        members.map { member in
          guard member.name == "lessons", let lessons = member.value.array else { return member }
          let whole = zip(lessons, weeks).map { lesson, week in
            week.map { Self.lesson(lesson, $0) } ?? lesson
          }
          return .init("lessons", JSON(.array(whole)))
        }))
  }

  private static func lesson(_ lesson: JSON, _ week: JSON) -> JSON {
    let shared = (week.members ?? []).filter { $0.name != "tasks" }
    let entries = (week["tasks"]?.members ?? []).map { (ByteText($0.name), $0.value) }
    let proofs = Dictionary(entries) { first, _ in first }
    return JSON(
      .object(
        (lesson.members ?? []).flatMap { member -> [JSON.Member] in
          guard member.name == "tasks", let tasks = member.value.array else { return [member] }
          let whole = tasks.map { task in
            let proof = task["id"]?.string.flatMap { proofs[ByteText($0)] }
            return JSON(.object((task.members ?? []) + (proof?.members ?? [])))
          }
          return shared + [.init("tasks", JSON(.array(whole)))]
        }))
  }
}
