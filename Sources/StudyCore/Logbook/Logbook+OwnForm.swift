extension Logbook {
  /// Reads a file as ``fileBytes`` writes it, its lines in any order, and gives what the reader of
  /// all files would; nil for any other.
  ///
  /// The document around the events is left to that reader. For an event, it is enough that its
  /// line is canonical: then nothing can differ from it.
  init?(ownForm bytes: [UInt8]) {
    guard bytes.count <= JSONReader.Limits().bytes, bytes.suffix(Self.end.count) == Self.end[...],
      let start = Self.startOfEvents(in: bytes),
      let frame = try? Logbook(anyForm: bytes[..<start] + Self.end),
      frame.events.isEmpty
    else { return nil }
    let end = bytes.count - Self.end.count
    var read: [Event] = []
    let isRead = bytes.withUnsafeBufferPointer { buffer in
      var scanner = CanonicalScanner(buffer, at: start)
      while scanner.index < end {
        let line = scanner.index
        guard scanner.passValue(depth: 2), buffer[line] == UInt8(ascii: "{"),
          let event = Event(canonical: line..<scanner.index, of: bytes), scanner.pass(",\n")
        else { return false }
        read.append(event)
      }
      return scanner.index == end
    }
    guard isRead else { return nil }
    self = frame
    insert(read)
  }

  /// The place behind the line that opens the list of events.
  private static func startOfEvents(in bytes: [UInt8]) -> Int? {
    let opening = Array("\"events\": [\n".utf8)
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      if bytes[start...end] == opening[...] { return end + 1 }
      start = end + 1
    }
    return nil
  }
}
