extension Check {
  /// A fixed text of the learner's files, such as a port, that is another in the copy.
  public struct Replacement: Sendable {
    /// `in`: globs of the files.
    public let globs: [String]
    /// `this`: the text. Where it begins or ends with a letter, a digit or `_`, so must the word in
    /// the file: `8080` is not found in `18080`.
    public let old: String
    /// `by`: what takes its place; `{port:NAME}` in it is filled in.
    public let new: String
    /// Whether it is no matter that the text stands in none of the files.
    public let isOptional: Bool
    /// What to tell the learner when the text stands nowhere; without it that can't be checked.
    public let otherwise: String?

    /// A file's content with `new` in place of the text, and how often it was there.
    public func applied(to bytes: [UInt8], new: String) -> (bytes: [UInt8], count: Int) {
      let (old, new) = (Array(old.utf8), Array(new.utf8))
      var result: [UInt8] = []
      var (at, count) = (0, 0)
      while at < bytes.count {
        if bytes[at...].starts(with: old), isWhole(old, in: bytes, at: at) {
          result += new
          at += old.count
          count += 1
        } else {
          result.append(bytes[at])
          at += 1
        }
      }
      return (result, count)
    }

    /// What it means that the text stands in none of the files.
    public var verdictIfAbsent: Verdict {
      if isOptional { return .passed }
      if let otherwise { return .failed([otherwise]) }
      return .couldNotCheck(
        reason: "\"\(old)\" stands nowhere in \(globs.joined(separator: ", ")), "
          + "so the check could not put a port of its own there",
        remedy: "write it as the task says (`study show`)")
    }

    private func isWhole(_ word: [UInt8], in bytes: [UInt8], at start: Int) -> Bool {
      let end = start + word.count
      let cutsBefore = start > 0 && Self.isWord(word[0]) && Self.isWord(bytes[start - 1])
      let cutsAfter =
        end < bytes.count && Self.isWord(word[word.count - 1]) && Self.isWord(bytes[end])
      return !cutsBefore && !cutsAfter
    }

    private static func isWord(_ byte: UInt8) -> Bool {
      byte >= 0x80 || byte == UInt8(ascii: "_")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
  }
}
