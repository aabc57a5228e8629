/// The nearest right word to a mistyped one.
public enum Nearest {
  /// The most that is looked at of a word or a list of them: more is no typing error, and a document
  /// from elsewhere may have any.
  private static let most = (letters: 64, bytes: 256, candidates: 1000, edits: 4)

  /// The candidate with the fewest edits, if they are few for the word's length; letter case is
  /// ignored.
  public static func word(to word: String, among candidates: some Sequence<String>) -> String? {
    var looks = most.candidates
    return self.word(to: word, among: candidates, looks: &looks)
  }

  /// As ``word(to:among:)``, looking at no more than so many candidates, which are taken off.
  static func word(
    to word: String, among candidates: some Sequence<String>, looks: inout Int
  ) -> String? {
    guard looks > 0, let letters = letters(of: word) else { return nil }
    let limit = min(max(1, letters.count / 3), most.edits)
    var table = EditTable(letters)
    var best: (distance: Int, candidate: String)?
    var longer: String?
    for candidate in candidates.prefix(min(looks, most.candidates)) {
      looks -= 1
      guard let others = Self.letters(of: candidate) else { continue }
      if longer == nil, letters.count >= 3, others.starts(with: letters) { longer = candidate }
      let allowed = min(limit, (best?.distance ?? .max) - 1)
      if let distance = table.distance(to: others, atMost: allowed) {
        best = (distance, candidate)
      }
    }
    return best?.candidate ?? longer
  }

  /// Its letters, small; nil for what is too long to be mistyped.
  private static func letters(of word: String) -> [UInt32]? {
    guard word.utf8.count <= most.bytes else { return nil }
    let letters = word.lowercased().unicodeScalars.map(\.value)
    return letters.count <= most.letters ? letters : nil
  }
}

/// The Damerau-Levenshtein distance (optimal string alignment) of one word to others: insertions,
/// deletions, substitutions, and swaps of neighbours.
private struct EditTable {
  private let word: [UInt32]
  /// The rows of the letter before last, the last letter and this one, kept from word to word.
  private var rows: (before: [Int], last: [Int], this: [Int]) = ([], [], [])

  init(_ word: [UInt32]) { self.word = word }

  /// The distance, or nil where it is over a limit: only what can be within it is computed.
  mutating func distance(to other: [UInt32], atMost limit: Int) -> Int? {
    guard abs(word.count - other.count) <= limit else { return nil }
    // No cell that is left out holds less than this.
    let over = limit + 1
    let row = Array(repeating: over, count: other.count + 1)
    rows = (row, row, row)
    for j in 0...min(other.count, limit) { rows.last[j] = j }
    for i in 1..<(word.count + 1) {
      let (first, end) = (max(1, i - limit), min(other.count, i + limit))
      rows.this[first - 1] = first == 1 && i <= limit ? i : over
      var least = rows.this[first - 1]
      for j in first..<(max(first, end + 1)) {
        let isSame = word[i - 1] == other[j - 1]
        var cost = min(
          rows.last[j] + 1, rows.this[j - 1] + 1, rows.last[j - 1] + (isSame ? 0 : 1))
        if i > 1, j > 1, word[i - 1] == other[j - 2], word[i - 2] == other[j - 1] {
          cost = min(cost, rows.before[j - 2] + 1)
        }
        rows.this[j] = min(cost, over)
        least = min(least, cost)
      }
      if end < other.count { rows.this[end + 1] = over }
      if least > limit { return nil }
      rows = (rows.last, rows.this, rows.before)
    }
    let distance = rows.last[other.count]
    return distance <= limit ? distance : nil
  }
}
