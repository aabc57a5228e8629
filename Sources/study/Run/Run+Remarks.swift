import StudyCore

extension Run {
  /// What became of what was asked for, in words.
  func words(_ remark: Change.Remark, _ roadmap: Roadmap) -> String {
    func name(_ id: Lesson.Task.ID) -> String {
      roadmap.task(id).map { "\($0.number) \($0.id)" } ?? id.rawValue
    }
    func number(_ id: Lesson.Task.ID) -> String { roadmap.task(id)?.number ?? id.rawValue }
    func titled(_ id: Lesson.Task.ID) -> String {
      name(id) + (roadmap.task(id).map { " (\($0.title))" } ?? "")
    }
    return switch remark {
    case .done(let task): "Done: \(titled(task))"
    case .doneAlready(let task, let noteKept):
      "\(name(task)) is done already" + (noteKept ? "; the note was kept" : "")
    case .failsNow(let task):
      "\(name(task)) passed its checks once and fails them now; "
        + "`study check \(number(task))` proves it again, `study undo \(number(task))` forgets it"
    case .skipped(let task): "Skipped: \(titled(task))"
    case .skippedAlready(let task): "\(name(task)) is skipped already"
    case .notSkipped(let task):
      "\(name(task)) is done, so it was not skipped; `study undo \(number(task))` opens it first"
    case .noted(let task): "Noted on \(name(task))"
    case .undid(let task, let kind, let at):
      "Undid: \(kind) \(name(task)), recorded " + (Timestamp(at).map(local) ?? at)
    case .notUndone(let task): "\(name(task)) has nothing to undo"
    case .nothingToUndo: "There is nothing to undo"
    case .recordedElsewhere(let task):
      "Nothing was recorded on this machine that could be undone; the last change elsewhere was to "
        + "\(name(task)), and `study undo \(number(task))` takes that back"
    case .verified(let task): "Verified: \(titled(task))"
    case .lapsed(let task): "Lapsed: \(name(task)) passed once and fails now"
    }
  }
}
