import StudyCore

extension Run {
  /// Changes the progress and says what became of it.
  ///
  /// - Parameter make: may run more than once, see ``record(_:_:)``.
  func change(
    _ roadmap: Roadmap, _ make: (Change.Ground) throws(StudyError) -> Change
  ) throws(StudyError) {
    let (change, wrote) = try record(roadmap, make)
    for remark in change.remarks { try say(words(remark, roadmap)) }
    if wrote { try sayWritten() }
  }

  /// A remark that says something.
  func note(_ text: String) throws(StudyError) -> Note {
    guard let note = Note(text) else { throw .emptyText(what: "note") }
    return note
  }

  /// Says which file was written.
  func sayWritten() throws(StudyError) {
    var page = Document()
    page.paragraph([Span("wrote \(shown(try progressPath()))", .faint)])
    try print(page)
  }
}
