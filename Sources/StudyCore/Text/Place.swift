/// A place in a text file, as editors count: both numbers from 1, columns in Unicode scalars.
public struct Place: Sendable, Equatable {
  /// The line.
  public let line: Int
  /// The column.
  public let column: Int

  /// The place of the byte at `offset`.
  public init(offset: Int, in bytes: some RandomAccessCollection<UInt8>) {
    self = Place(line: 1, column: 1).advanced(over: bytes.prefix(offset))
  }

  private init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The place behind more bytes.
  func advanced(over bytes: some Sequence<UInt8>) -> Place {
    var (line, column) = (line, column)
    for byte in bytes {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return Place(line: line, column: column)
  }
}
