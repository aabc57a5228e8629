/// An external program that checks run.
public struct Tool: Sendable, Identifiable {
  /// The word by which checks name it.
  public struct ID: Slug {
    /// The word.
    public let rawValue: String
    /// The word as it is, unchecked.
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  /// How to get it.
  public struct Source: Sendable {
    /// The command on Debian and Ubuntu.
    public let debian: String?
    /// The command on macOS.
    public let macos: String?
    /// The page that tells more.
    public let url: String
  }

  /// The word by which checks name it.
  public let id: ID
  /// Its name for people.
  public let title: String
  /// The ways to call it, first words of a command line; the first that answers is used.
  public let find: [[String]]
  /// The arguments that make it print its version.
  public let version: [String]
  /// The oldest version that works.
  public let oldest: String?
  /// How to get it.
  public let source: Source
  /// Known-bad input that a working tool rejects.
  public let canary: Canary?
  /// Its own text, for digests.
  let json: JSON

  /// Its whole text in one form, whatever its layout in the roadmap.
  public var definition: String { String(decoding: json.canonical, as: UTF8.self) }

  /// A tool of which no more is known than the word that calls it.
  public init(unknown id: ID) {
    self.id = id
    title = id.rawValue
    find = [[id.rawValue]]
    version = []
    oldest = nil
    source = Source(debian: nil, macos: nil, url: "")
    canary = nil
    json = .text(id.rawValue)
  }

  /// Known-bad input that a working tool rejects, so that a broken one is found out before its
  /// silence is taken for consent.
  public struct Canary: Sendable {
    /// Files to lay out first.
    public let files: [TextFile]
    /// The one command, and what it must say.
    public let step: Check.Step
  }
}
