/// Where the files of a course stand: in the program, in a folder, or nowhere.
public struct Shelf {
  /// What stands under a path.
  public enum Item {
    case file([UInt8])
    case missing
    /// A link, or something in a folder that is one: it could lead anywhere.
    case link
    /// A folder, a socket, or a file that is too large or can't be read.
    case unusable(String)
  }

  /// What stands under a path relative to the course, such as `week01/checks.json`.
  public let item: (String) -> Item

  /// A shelf of one's own.
  public init(item: @escaping (String) -> Item) { self.item = item }

  /// No files: a bundle has all its texts within.
  public static var empty: Shelf { Shelf { _ in .missing } }
}

/// Puts the texts of files in the place of `{"file": "path"}`.
///
/// An object with just this member, and a text in it, stands for the file's text: in a list of
/// arguments for one string, elsewhere for its lines.
struct FileReferences {
  let shelf: Shelf
  /// The folder that paths are relative to, with its slash; empty for the course itself.
  let folder: String
  let sink: FlawSink
  /// The bytes that may still be put in place.
  private let allowance = Allowance()

  init(shelf: Shelf, folder: String, sink: FlawSink) {
    self.shelf = shelf
    self.folder = folder
    self.sink = sink
  }

  /// The value with every text in place. A file that can't be had is a flaw.
  func resolved(_ json: JSON, at path: Path) -> JSON {
    switch json.value {
    case .array(let elements):
      let values = elements.enumerated().map { index, element in
        let here = Path.index(path, index)
        guard let name = Self.reference(element) else { return resolved(element, at: here) }
        let lines = lines(of: name, here, element.offset)
        return JSON(.string(lines.joined(separator: "\n")), offset: element.offset)
      }
      return JSON(.array(values), offset: json.offset)
    case .object(let members):
      let values = members.map { member in
        let here = Path.member(path, member.name)
        guard let name = Self.reference(member.value) else {
          return JSON.Member(
            member.name, resolved(member.value, at: here), offset: member.offset)
        }
        let lines = lines(of: name, here, member.value.offset)
        let value = JSON(
          .array(lines.map { JSON(.string($0), offset: member.value.offset) }),
          offset: member.value.offset)
        return JSON.Member(member.name, value, offset: member.offset)
      }
      return JSON(.object(values), offset: json.offset)
    default: return json
    }
  }

  private static func reference(_ json: JSON) -> String? {
    guard let members = json.members, members.count == 1, members[0].name == "file" else {
      return nil
    }
    return members[0].value.string
  }

  private func lines(of name: String, _ path: Path, _ offset: Int) -> [String] {
    guard Fields.staysInside(name) else {
      sink.add(.outsideFolder, path, offset)
      return []
    }
    switch shelf.item(folder + name) {
    case .missing: sink.add(.missingFile(folder + name), path, offset)
    case .link: sink.add(.linkedFile(folder + name), path, offset)
    case .unusable(let why): sink.add(.unusableFile(folder + name, why), path, offset)
    case .file(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self) else {
        sink.add(.unusableFile(folder + name, "it is not UTF-8"), path, offset)
        return []
      }
      let limits = JSONReader.Limits.fromElsewhere
      if let most = limits.marks, text.hasMarks(over: most) {
        let flaw = "it has text with more than \(most) marks over one letter"
        sink.add(.unusableFile(folder + name, flaw), path, offset)
        return []
      }
      guard allowance.take(bytes.count) else {
        let flaw = "with the files named before it, it is over \(limits.bytes >> 20) MiB"
        sink.add(.unusableFile(folder + name, flaw), path, offset)
        return []
      }
      // By bytes: to Swift's strings a CR LF is one character, which is no line feed.
      var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      if lines.last?.isEmpty == true { lines.removeLast() }
      return lines.map { String(decoding: $0, as: UTF8.self) }
    }
    return []
  }
}

/// The texts of all files that a document names fit in what is read of one: a name of ten bytes may
/// stand for a file of millions, as often as it likes.
private final class Allowance {
  private var left = JSONReader.Limits.fromElsewhere.bytes

  func take(_ count: Int) -> Bool {
    if count > left { return false }
    left -= count
    return true
  }
}
