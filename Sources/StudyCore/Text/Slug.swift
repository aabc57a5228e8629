/// An identifier made of lower-case letters, digits and single hyphens.
///
/// Two are one if their bytes are: as Swift's strings they would be put in order to tell, and what a
/// file has in the place of one may make that take hours.
public protocol Slug: RawRepresentable<String>, Hashable, Sendable, CustomStringConvertible {
  /// The text as it is, unchecked.
  init(rawValue: String)
}

extension Slug {
  /// The slug itself.
  public var description: String { rawValue }

  /// Whether they have the same bytes.
  public static func == (a: Self, b: Self) -> Bool { ByteText(a.rawValue) == ByteText(b.rawValue) }

  /// Feeds the bytes of its text.
  public func hash(into hasher: inout Hasher) { ByteText(rawValue).hash(into: &hasher) }
}
