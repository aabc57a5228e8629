/// A JSON value that remembers where it stood, RFC 8259.
///
/// Numbers keep the digits they were written with, objects keep the order of their members.
public struct JSON: Sendable {
  /// What the value is.
  public enum Value: Sendable {
    case null
    case bool(Bool)
    /// The number as written, such as `1.50e3`.
    case number(String)
    case string(String)
    case array([JSON])
    case object([Member])
  }

  /// One name and value of an object.
  public struct Member: Sendable {
    /// The member's name.
    public let name: String
    /// Where the name begins, in bytes from the start of the document.
    public let offset: Int
    /// What the name stands for.
    public let value: JSON

    /// A member; `offset` matters only for messages about a document that was read.
    public init(_ name: String, _ value: JSON, offset: Int = 0) {
      self.name = name
      self.offset = offset
      self.value = value
    }

    /// Whether its name has exactly these bytes.
    func isNamed(_ name: String) -> Bool { ByteText(self.name) == ByteText(name) }
  }

  /// What the value is.
  public let value: Value
  /// Where the value begins, in bytes from the start of the document.
  public let offset: Int

  /// A value; `offset` matters only for messages about a document that was read.
  public init(_ value: Value, offset: Int = 0) {
    self.value = value
    self.offset = offset
  }

  /// The value of the member with exactly these bytes as its name, in an object that has it.
  public subscript(name: String) -> JSON? {
    members?.first { $0.isNamed(name) }?.value
  }

  /// The text of a string.
  public var string: String? {
    if case .string(let text) = value { text } else { nil }
  }

  /// The value of a number that is written as a whole one and fits.
  public var integer: Int? {
    if case .number(let digits) = value { Int(digits) } else { nil }
  }

  /// The elements of an array.
  public var array: [JSON]? {
    if case .array(let elements) = value { elements } else { nil }
  }

  /// The members of an object, in the order they were written.
  public var members: [Member]? {
    if case .object(let members) = value { members } else { nil }
  }

  /// What kind of value it is, for messages: "a string", "an array".
  public var kind: String {
    switch value {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral,
  ExpressibleByBooleanLiteral
{
  /// A string.
  public init(stringLiteral text: String) { self.init(.string(text)) }
  /// A whole number.
  public init(integerLiteral number: Int) { self.init(.number(String(number))) }
  /// An array.
  public init(arrayLiteral elements: JSON...) { self.init(.array(elements)) }
  /// True or false.
  public init(booleanLiteral truth: Bool) { self.init(.bool(truth)) }

  /// A string that was computed.
  public static func text(_ text: String) -> JSON { JSON(.string(text)) }
  /// A whole number that was computed.
  public static func count(_ number: Int) -> JSON { JSON(.number(String(number))) }
  /// An array of values made from a sequence.
  public static func list<S: Sequence>(_ items: S, _ value: (S.Element) -> JSON) -> JSON {
    JSON(.array(items.map(value)))
  }
  /// An array of strings.
  public static func texts(_ items: some Sequence<String>) -> JSON { list(items, JSON.text) }
  /// An object; members whose value is nil are left out.
  public static func object(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    JSON(.object(members.compactMap { name, value in value.map { Member(name, $0) } }))
  }
}
