/// A file that the course brings: one to begin from, or one that a check works with.
public struct TextFile: Sendable {
  /// Where it belongs in the lesson's folder.
  public let path: String
  /// Its lines, without line ends.
  public let lines: [String]
}
