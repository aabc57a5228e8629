/// Makes the ids of events: 12 characters of Crockford's base 32, 60 bits.
public enum EventID {
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// A new id. Among events of one second it sorts after `last`, so that the order of a file is the
  /// order in which one machine wrote it.
  ///
  /// Half of the room is left above a first id, and each next one takes a small random step into it:
  /// over half a million in one second find their place.
  ///
  /// - Parameter random: a source of random 64-bit numbers.
  public static func make(after last: String?, random: () -> UInt64) -> String {
    let fresh = random() & (1 << 59 - 1)
    guard let last = last.flatMap(number), last >= fresh else { return text(fresh) }
    let next = last + 1 + random() & (1 << 40 - 1)
    return text(next < 1 << 60 ? next : fresh)
  }

  /// Whether an id can be made that sorts after this one, which another program may have made.
  static func hasRoom(after last: String) -> Bool {
    number(last).map { $0 < 1 << 60 - 1 << 41 } ?? false
  }

  private static func text(_ number: UInt64) -> String {
    let letters = (0..<12).map { alphabet[Int(number >> (55 - 5 * $0) & 31)] }
    return String(decoding: letters, as: UTF8.self)
  }

  /// The number behind an id, nil for one that this program didn't make.
  private static func number(_ id: String) -> UInt64? {
    guard id.utf8.count == 12 else { return nil }
    var number: UInt64 = 0
    for letter in id.utf8 {
      guard let digit = alphabet.firstIndex(of: letter) else { return nil }
      number = number << 5 | UInt64(digit)
    }
    return number
  }
}
