// `Tests/Faults` compiles this file too, so it imports nothing.

/// The meaning of a glob in the fewest words: every way is tried, in a time that doubles with each
/// star.
enum SlowGlob {
  static func matches(_ glob: String, _ path: String) -> Bool {
    let parts = names(glob).filter { $0 != ["."] }
    return matches(parts[...], names(path)[...], star: ["*", "*"]) { matches($0[...], $1[...]) }
  }

  private static func names(_ path: String) -> [[Character]] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { Array(Substring($0)) }
  }

  private static func matches(
    _ part: ArraySlice<Character>, _ name: ArraySlice<Character>
  ) -> Bool {
    matches(part, name, star: "*") { $0 == "?" || $0 == $1 }
  }

  private static func matches<Item: Equatable>(
    _ items: ArraySlice<Item>, _ things: ArraySlice<Item>, star: Item, fits: (Item, Item) -> Bool
  ) -> Bool {
    guard let item = items.first else { return things.isEmpty }
    if item == star {
      return (things.startIndex...things.endIndex).contains {
        matches(items.dropFirst(), things[$0...], star: star, fits: fits)
      }
    }
    guard let thing = things.first else { return false }
    return fits(item, thing)
      && matches(items.dropFirst(), things.dropFirst(), star: star, fits: fits)
  }
}
