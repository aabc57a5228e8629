extension Check {
  /// A program that answers in the place of a real one, and notes how it was called.
  ///
  /// A real program is better where it runs without an engine; an answer may hand over to it.
  public struct StandIn: Sendable {
    /// The name it is called by, such as `docker`.
    public let name: String
    /// What it says to which calls; the first that fits is given.
    public let answers: [Answer]

    /// What a stand-in says to one kind of call.
    public struct Answer: Sendable {
      /// `when`: the arguments, each a text with `*` and `?`; `**` is any number of arguments.
      public let pattern: [String]
      /// The exit status.
      public let exit: Int
      /// `out`: what it prints.
      public let output: String
      /// `err`: what it prints on standard error.
      public let errors: String
      /// Milliseconds until it answers; `delay` says seconds, such as `0.1`.
      public let delay: Int
      /// How often the answer is given, after which it is passed over; nil for always.
      public let times: Int?
      /// A tool's id and its first arguments, run in place of an answer. What the last `**` of
      /// `when` stands for is appended.
      public let real: [String]
      /// `stdin`: whether what it is given to read is noted too.
      public let notesInput: Bool
    }
  }
}

extension Check.StandIn.Answer {
  /// The arguments that the last `**` stands for, none if there is no `**`; nil if they don't fit.
  public func rest(of arguments: [String]) -> [String]? {
    CallPattern.match(
      pattern, arguments, isMany: { $0 == "**" },
      fits: { word, argument in
        CallPattern.match(
          Array(word), Array(argument), isMany: { $0 == "*" }, fits: { $0 == "?" || $0 == $1 })
          != nil
      }
    ).map { Array(arguments[$0]) }
  }
}

/// Patterns in which one element stands for any number of others.
enum CallPattern {
  /// What the last such element stands for, an empty range if there is none; nil without a match.
  ///
  /// Only the last one met is ever made longer, so the time grows with the product of the lengths
  /// at most.
  static func match<Mark, Element>(
    _ pattern: [Mark], _ elements: [Element], isMany: (Mark) -> Bool, fits: (Mark, Element) -> Bool
  ) -> Range<Int>? {
    var (part, at) = (0, 0)
    var many: (part: Int, start: Int, end: Int)?
    while at < elements.count {
      if part < pattern.count, isMany(pattern[part]) {
        many = (part, at, at)
        part += 1
      } else if part < pattern.count, fits(pattern[part], elements[at]) {
        part += 1
        at += 1
      } else if let (last, start, end) = many {
        many = (last, start, end + 1)
        (part, at) = (last + 1, end + 1)
      } else {
        return nil
      }
    }
    while part < pattern.count, isMany(pattern[part]) {
      many = (part, at, at)
      part += 1
    }
    guard part == pattern.count else { return nil }
    return many.map { $0.start..<$0.end } ?? at..<at
  }
}
