/// A learner's remark: some text, never only white space.
public struct Note: Sendable, Equatable {
  /// The remark as it was typed.
  public let text: String

  /// Nil where the text says nothing.
  public init?(_ text: String) {
    if text.allSatisfy(\.isWhitespace) { return nil }
    self.text = text
  }
}
