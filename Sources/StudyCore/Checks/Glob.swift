/// A path with `*` (within one part), `?` and `**` (any number of parts).
///
/// Own code, since libc's `glob` reads folders and this matches a list that was read once.
public struct Glob: Sendable {
  /// The glob as written.
  public let pattern: String
  private let parts: Parts

  private enum Parts {
    case plain(Wildcards<Wildcards<Token<UInt8>>>)
    case lettered(Wildcards<Wildcards<Token<Letter>>>)
  }

  /// The glob as written, relative to a folder.
  public init(_ pattern: String) {
    self.pattern = pattern
    switch Path(pattern).names {
    case .plain(let names):
      parts = .plain(Self.wildcards(names, UInt8.init(ascii:)))
    case .lettered(let names):
      parts = .lettered(Self.wildcards(names) { Letter(Character($0)) })
    }
  }

  /// A relative path, taken apart once for many globs.
  public struct Path: Sendable {
    /// The path as written.
    public let text: String
    fileprivate let names: Names

    /// The path as written.
    public init(_ text: String) {
      self.text = text
      names = Names(text)
    }
  }

  /// Whether a relative path matches.
  public func matches(_ path: String) -> Bool { matches(Path(path)) }

  /// Whether a relative path matches.
  public func matches(_ path: Path) -> Bool {
    switch (parts, path.names) {
    case (.plain(let parts), .plain(let names)): Self.matches(parts, names)
    case (.lettered(let parts), let names): Self.matches(parts, names.letters)
    case (.plain(let parts), .lettered(let names)):
      // What is not ASCII can be equal to it: the sign for kelvins is a K.
      parts.least <= names.count
        && Self.matches(parts.map { $0.map { $0.map(Letter.init(ascii:)) } }, names)
    }
  }

  /// The first match: fewest folders, then alphabetical.
  public static func first(of globs: [String], in paths: [String]) -> String? {
    let paths = paths.map(Path.init)
    for glob in globs {
      let found = paths.filter(Glob(glob).matches).map(\.text).min {
        ($0.split(separator: "/").count, $0) < ($1.split(separator: "/").count, $1)
      }
      if let found { return found }
    }
    return nil
  }

  private static func matches<Unit>(
    _ parts: Wildcards<Wildcards<Token<Unit>>>, _ names: [[Unit]]
  ) -> Bool {
    parts.fit(names) { part, name in part.fit(name) { $0 == .any || $0 == .one($1) } }
  }

  private static func wildcards<Unit: Equatable>(
    _ names: [[Unit]], _ unit: (Unicode.Scalar) -> Unit
  ) -> Wildcards<Wildcards<Token<Unit>>> {
    let (star, any, dot) = (unit("*"), unit("?"), unit("."))
    return Wildcards(
      names.filter { $0 != [dot] }.map { name in
        if name == [star, star] { return nil }
        return Wildcards(name.map { $0 == star ? nil : $0 == any ? .any : .one($0) })
      })
  }
}

/// What one letter of a name must be.
private enum Token<Unit: Equatable & Sendable>: Equatable, Sendable {
  case any
  case one(Unit)

  func map<Other>(_ change: (Unit) -> Other) -> Token<Other> {
    switch self {
    case .any: .any
    case .one(let unit): .one(change(unit))
    }
  }
}

/// A list of items, and between them stars that stand for any number of things.
///
/// A roadmap that no one trusts yet may bring any pattern, so it must not matter how many stars one
/// has: matching takes no more steps than items times things.
private struct Wildcards<Item: Sendable>: Sendable {
  /// Nil is a star; no two stand side by side.
  private let items: [Item?]
  /// How many things there must be at least.
  let least: Int

  /// - Parameter items: nil is a star.
  init(_ items: [Item?]) {
    var kept: [Item?] = []
    kept.reserveCapacity(items.count)
    var wasStar = false
    for item in items where item != nil || !wasStar {
      kept.append(item)
      wasStar = item == nil
    }
    self.items = kept
    least = kept.count { $0 != nil }
  }

  func map<Other>(_ change: (Item) -> Other) -> Wildcards<Other> {
    Wildcards<Other>(items.map { $0.map(change) })
  }

  /// Whether the list fits all of `things`.
  ///
  /// A star first takes nothing, and one thing more each time that what follows doesn't fit. Those
  /// before it need not be tried again: what they could take, the last one can.
  func fit<Thing>(_ things: [Thing], _ fits: (Item, Thing) -> Bool) -> Bool {
    if least > things.count { return false }
    var (next, index) = (0, 0)
    var star: (behind: Int, taken: Int)?
    while index < things.count {
      if next < items.count {
        guard let item = items[next] else {
          next += 1
          star = (next, index)
          continue
        }
        if fits(item, things[index]) {
          next += 1
          index += 1
          continue
        }
      }
      guard let last = star else { return false }
      star = (last.behind, last.taken + 1)
      next = last.behind
      index = last.taken + 1
    }
    return items[next...].allSatisfy { $0 == nil }
  }
}

/// The names between the slashes of a path.
///
/// Swift's characters are what people take for letters, and the two ways to write "é" are one. In
/// ASCII without line ends, and so in most paths, every byte is a character.
private enum Names: Sendable {
  case plain([[UInt8]])
  case lettered([[Letter]])

  init(_ path: String) {
    let names = path.utf8.split(separator: UInt8(ascii: "/"))
    if path.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) {
      self = .plain(names.map(Array.init))
    } else {
      self = .lettered(names.map { Substring($0).map(Letter.init) })
    }
  }

  var letters: [[Letter]] {
    switch self {
    case .lettered(let names): names
    case .plain(let names): names.map { $0.map(Letter.init(ascii:)) }
    }
  }
}

/// A character that is told from others by its hash first.
///
/// Swift puts a character's combining marks in order for each hash and comparison, in a time that
/// grows with their square: a million of them take hours. So the two ways to write a letter are one
/// only up to 32 scalars, where UAX #15 lets no text in "stream-safe" form have more than 30 marks;
/// beyond that bytes decide.
private struct Letter: Equatable, Sendable {
  private let hash: Int
  private let text: Text

  private enum Text: Hashable {
    case character(Character)
    case bytes([UInt8])
  }

  init(_ character: Character) {
    let isLong = character.unicodeScalars.count > 32
    text = isLong ? .bytes(Array(character.utf8)) : .character(character)
    hash = text.hashValue
  }

  init(ascii: UInt8) { self.init(Character(Unicode.Scalar(ascii))) }
}
