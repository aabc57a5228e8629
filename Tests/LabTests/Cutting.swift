import StudyCore

extension Recording.Run {
  /// The run without what doesn't matter: members that are `null`, which jq takes for absent, and
  /// of a larger input the elements in lists of objects without which the judge says the same.
  func cut(_ week: Labs.Week, below size: Int) throws -> Self {
    guard let judge = Labs.judges.first(where: { $0.week == week.folder && $0.name == judges[0] })
    else { return self }
    func keeps(_ smaller: JSON) -> Bool {
      (try? Jq.complaints(of: judge, about: smaller))?.compact == complaints.compact
    }
    var run = self
    if keeps(input.withoutNulls) { run.input = input.withoutNulls }
    if run.input.pretty.utf8.count > size { run.input = run.input.cut(while: keeps) }
    if !keeps(run.input) { throw BenchError(text: "\(judges[0]) says something else again") }
    return run
  }
}

extension JSON {
  fileprivate var withoutNulls: JSON {
    switch value {
    case .array(let elements): .list(elements, \.withoutNulls)
    case .object(let members):
      JSON(
        .object(
          members.filter { if case .null = $0.value.value { false } else { true } }
            .map { Member($0.name, $0.value.withoutNulls) }))
    default: self
    }
  }

  /// - Parameter keeps: whether a smaller document will do.
  fileprivate func cut(while keeps: (JSON) -> Bool) -> JSON {
    switch value {
    case .array(var elements):
      var size = elements.allSatisfy { $0.members != nil } ? elements.count : 0
      while size > 0 {
        var start = 0
        while start < elements.count {
          var fewer = elements
          fewer.removeSubrange(start..<min(start + size, fewer.count))
          if keeps(JSON(.array(fewer))) { elements = fewer } else { start += size }
        }
        size /= 2
      }
      for index in elements.indices {
        elements[index] = elements[index].cut { smaller in
          var changed = elements
          changed[index] = smaller
          return keeps(JSON(.array(changed)))
        }
      }
      return JSON(.array(elements))
    case .object(var members):
      for index in members.indices {
        let name = members[index].name
        let smaller = members[index].value.cut { smaller in
          var changed = members
          changed[index] = Member(name, smaller)
          return keeps(JSON(.object(changed)))
        }
        members[index] = Member(name, smaller)
      }
      return JSON(.object(members))
    default: return self
    }
  }
}
