import StudyCore

extension Run {
  /// What became of a file that should be there.
  enum Outcome: String { case made, kept, extended }

  /// Writes a file unless one is there.
  func make(_ path: String, _ text: String) throws(StudyError) -> Outcome {
    var outcome = Outcome.made
    try edit(path) { bytes in
      outcome = bytes == nil ? .made : .kept
      return bytes == nil ? Array(text.utf8) : nil
    }
    return outcome
  }

  /// Adds the lines that a file lacks; what it has stays.
  ///
  /// - Parameter general: lines that go to the front, for the file's own to have the last word.
  func extend(
    _ path: String, with lines: [String], under general: [String] = []
  ) throws(StudyError) -> Outcome {
    var outcome = Outcome.made
    try edit(path) { bytes in
      let old = bytes ?? []
      let present = Set(old.split(separator: UInt8(ascii: "\n")).map { Array($0) })
      func missing(_ lines: [String]) -> [UInt8] {
        lines.map { Array($0.utf8) }.filter { !present.contains($0) }
          .flatMap { $0 + Array("\n".utf8) }
      }
      let (front, back) = (missing(general), missing(lines))
      outcome = bytes == nil ? .made : front.isEmpty && back.isEmpty ? .kept : .extended
      if outcome == .kept { return nil }
      let glue: [UInt8] = old.isEmpty || old.last == UInt8(ascii: "\n") ? [] : Array("\n".utf8)
      return front + old + (back.isEmpty ? [] : glue + back)
    }
    return outcome
  }

  /// Changes any small file durably.
  func edit(_ path: String, _ change: ([UInt8]?) throws -> [UInt8]?) throws(StudyError) {
    do { try world.files.update(path, change) } catch { throw StudyError(error) }
  }

  func makeFolders(_ path: String) throws(StudyError) {
    do { try world.files.makeFolders(path) } catch { throw .file(error) }
  }
}
