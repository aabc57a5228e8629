/// An identifier made of lower-case letters, digits and single hyphens.
public protocol Slug: RawRepresentable<String>, Hashable, Sendable, CustomStringConvertible {
  /// The text as it is, unchecked.
  init(rawValue: String)
}

extension Slug {
  /// The slug itself.
  public var description: String { rawValue }
}
