/// A progress file read as far as it can be: whole, by the sides of its conflicts, or line by line.
public struct Recovery: Sendable {
  /// A part of the file, and what it gave.
  public struct Source: Sendable {
    /// What the part is.
    public enum Part: Sendable, Equatable { case whole, lines, ours, theirs, nested }

    /// What the part is.
    public let part: Part
    /// What it holds.
    public let logbook: Logbook
    /// Whether nothing in it was lost.
    public let isWhole: Bool
  }

  /// The parts, each with what it gave.
  public private(set) var sources: [Source] = []
  /// The lines that could not be read, each once.
  public private(set) var unread: [Salvage.Line] = []

  /// The union of all parts.
  public var logbook: Logbook {
    sources.reduce(Logbook()) { $0.merged(with: $1.logbook) }
  }

  /// Reads what can be read; nothing is an error.
  public init(_ bytes: [UInt8]) {
    if let sides = ConflictSides(bytes) {
      add(.ours, sides.ours)
      add(.theirs, sides.theirs)
      if sides.isTangled { addLines(.nested, sides.all) }
    } else if let logbook = try? Logbook(bytes) {
      sources = [Source(part: .whole, logbook: logbook, isWhole: true)]
    } else {
      addLines(.lines, bytes)
    }
  }

  private mutating func add(_ part: Source.Part, _ side: [UInt8]) {
    if let logbook = try? Logbook(side) {
      sources.append(Source(part: part, logbook: logbook, isWhole: true))
    } else {
      addLines(part, side)
    }
  }

  private mutating func addLines(_ part: Source.Part, _ bytes: [UInt8]) {
    let salvage = Salvage(bytes)
    sources.append(Source(part: part, logbook: salvage.logbook, isWhole: false))
    let known = Set(unread.map(\.number))
    unread += salvage.unread.filter { !known.contains($0.number) }
    unread.sort { $0.number < $1.number }
  }
}
