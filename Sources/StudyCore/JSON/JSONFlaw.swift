/// Why a document is not acceptable JSON, and where.
public struct JSONFlaw: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Problem: Sendable, Equatable {
    case empty
    case tooLarge(limit: Int)
    case tooDeep(limit: Int)
    case numberTooLong(limit: Int)
    case tooManyMarks(limit: Int)
    case byteOrderMark
    case invalidUTF8
    case conflictMarker
    case expected(String)
    case endedEarly
    case textAfterEnd
    case trailingComma
    case duplicateName(String)
    case leadingZero
    case unclosedString
    case controlInString(UInt8)
    case unknownEscape
    case loneSurrogate
  }

  /// What is wrong.
  public let problem: Problem
  /// Where it is wrong.
  public let place: Place
  /// The same in bytes from the start of the document.
  let offset: Int

  init(_ problem: Problem, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    self.problem = problem
    self.offset = offset
    place = Place(offset: offset, in: bytes)
  }

  /// What is wrong and what to do, as a sentence part.
  public var description: String {
    switch problem {
    case .empty: "the file is empty, where a JSON document was expected"
    case .tooLarge(let limit): "larger than \(limit >> 20) MiB, the most that is read"
    case .tooDeep(let limit): "more than \(limit) arrays and objects inside one another"
    case .numberTooLong(let limit): "a number of more than \(limit) characters"
    case .tooManyMarks(let limit): "text with more than \(limit) marks over one letter"
    case .byteOrderMark: "begins with a byte order mark; save it as UTF-8 without BOM"
    case .invalidUTF8: "not valid UTF-8; save the file as UTF-8"
    case .conflictMarker:
      "a git conflict marker; `study sync repair` mends a progress file"
    case .expected(let what): "expected \(what)"
    case .endedEarly: "the document ends in the middle"
    case .textAfterEnd: "text after the end of the document"
    case .trailingComma: "a comma before the closing bracket; remove the comma"
    case .duplicateName(let name): "the name \"\(name)\" appears twice in one object; keep one"
    case .leadingZero: "a number with a leading zero"
    case .unclosedString: "a string without its closing quote"
    case .controlInString(let byte):
      "control character \(byte) in a string; write it as an escape such as \\n"
    case .unknownEscape: "an unknown escape; JSON has \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX"
    case .loneSurrogate: "half of a surrogate pair; write both halves or the character itself"
    }
  }
}
