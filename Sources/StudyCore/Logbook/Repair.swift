/// What mending a progress file comes to: the union of all that can be read of it, and of git's
/// copies where they can help.
public struct Repair: Sendable {
  /// What git has of the file.
  public struct Copy: Sendable {
    /// A side of a merge that is not finished, or the last commit.
    public enum Place: Sendable, CaseIterable { case ours, theirs, lastCommit }

    let place: Place
    let recovery: Recovery

    /// A copy, read as far as it can be.
    public init(_ place: Place, _ bytes: [UInt8]) {
      self.place = place
      recovery = Recovery(bytes)
    }
  }

  /// Where events came from.
  public enum Origin: Sendable, Equatable {
    case file(Recovery.Source.Part)
    case git(Copy.Place)
  }

  /// Whether the file can't be read whole as it is.
  public let isDamaged: Bool
  /// Whether a merge of the file is not finished.
  public let isUnmerged: Bool
  /// Whether anything is to be written.
  public let isNeeded: Bool
  /// Whether nothing gave anything. An empty logbook is something too, if it was read as one.
  public let isHopeless: Bool
  /// What the file will hold.
  public let logbook: Logbook
  /// How many events each source gave.
  public let sources: [(origin: Origin, count: Int)]
  /// The lines of the file that could not be read.
  public let unread: [Salvage.Line]

  /// Reads the file and weighs git's copies. What a good file lacks of the last commit was taken
  /// out on purpose.
  public init(_ bytes: [UInt8], copies: [Copy]) {
    let recovery = Recovery(bytes)
    let isDamaged = recovery.sources.map(\.part) != [.whole]
    let used = copies.filter { isDamaged || $0.place != .lastCommit }
    self.isDamaged = isDamaged
    isUnmerged = copies.contains { $0.place != .lastCommit }
    logbook = used.reduce(recovery.logbook) { $0.merged(with: $1.recovery.logbook) }
    isNeeded = isDamaged || logbook.events.count > recovery.logbook.events.count
    sources =
      recovery.sources.map { (.file($0.part), $0.logbook.events.count) }
      + used.map { (.git($0.place), $0.recovery.logbook.events.count) }
    isHopeless = (recovery.sources + used.flatMap(\.recovery.sources)).allSatisfy {
      $0.logbook.events.isEmpty && !$0.isWhole
    }
    unread = recovery.unread
  }
}
