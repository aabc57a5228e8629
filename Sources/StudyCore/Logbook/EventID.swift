/// Makes the ids of events: 12 characters of Crockford's base 32, 60 bits.
public enum EventID {
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// A new id. Among events of one second it sorts after `last`, so that the order of a file is the
  /// order in which one machine wrote it.
  ///
  /// - Parameter random: a source of random 64-bit numbers.
  public static func make(after last: String?, random: () -> UInt64) -> String {
    var bits = random()
    var letters = (0..<12).map { _ in
      defer { bits >>= 5 }
      return alphabet[Int(bits & 31)]
    }
    if let last, !last.utf8.lexicographicallyPrecedes(letters) {
      for (index, letter) in last.utf8.prefix(12).enumerated() {
        letters[index] = letter
        guard let next = alphabet.first(where: { $0 > letter }) else { continue }
        letters[index] = next
        break
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
