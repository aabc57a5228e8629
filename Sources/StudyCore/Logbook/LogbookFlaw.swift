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
