/// Something wrong in a roadmap, and where.
public struct RoadmapFlaw: Sendable, Equatable {
  /// What is wrong.
  public enum Problem: Sendable, Equatable {
    case missing
    case wrongKind(expected: String, found: String)
    case unknownMember(nearest: String?)
    case newerSchema(Int)
    case notOneOf([String], nearest: String?)
    case empty
    case notASlug
    case usedTwice(String)
    case wrongWeek(expected: Int)
    case outOfRange(ClosedRange<Int>)
    case notHTTPS
    case outsideFolder
    case tooFew(Int, of: String)
    case unknownReference(String, to: String, nearest: String?)
    case unknownTool(String, nearest: String?)
    case sourceCount
    case canProveNothing
    case malformed(JSONFlaw)
    case missingFile(String)
    case linkedFile(String)
    case unusableFile(String, String)
    case noUse(in: String)
    case sharedCopy
    case onlyLive(String)
    case notAProgram(String)
    case notAPagePath
    case unknownPlaceholder(String, nearest: String?)

    /// Whether the roadmap can't be used while this stands. An unknown member can be ignored, a
    /// tool without an entry is looked for by its id, and braces may be meant for the tool.
    var isFatal: Bool {
      switch self {
      case .unknownMember, .unknownTool, .unknownPlaceholder: false
      default: true
      }
    }
  }

  /// The most that are noted of a document: so many fatal ones, and so many others. More would help
  /// no one, and a hostile document could have millions.
  public static let most = 1000

  /// The document's path in the course, such as `week01/checks.json`; nil for the roadmap itself.
  public var file: String?
  /// The member, such as `lessons[3].tasks[0].id`; empty for the document itself.
  public let path: String
  /// Where it stands.
  public let place: Place
  /// What is wrong.
  public let problem: Problem

  /// Whether the roadmap can't be used while this stands.
  public var isFatal: Bool { problem.isFatal }

  /// What is wrong and what to do, as a sentence.
  public var description: String {
    let name = path.isEmpty ? "the document" : path
    func hint(_ nearest: String?) -> String {
      nearest.map { "; did you mean \"\(Path.shown($0))\"?" } ?? ""
    }
    let text =
      switch problem {
      case .missing: "is missing"
      case .wrongKind(let expected, let found): "is \(found), where \(expected) is expected"
      case .unknownMember(let nearest): "is not a known member" + hint(nearest)
      case .newerSchema(let schema):
        "is \(schema), but this study reads up to \(Roadmap.schema); get a newer study"
      case .notOneOf(let words, let nearest):
        "must be one of \(words.joined(separator: ", "))" + hint(nearest)
      case .empty: "is empty; write something"
      case .notASlug: "must be lower-case letters, digits and single hyphens, such as vpc-subnets"
      case .usedTwice(let id): "\"\(Path.shown(id))\" is used twice; each needs its own"
      case .wrongWeek(let expected):
        "must be \(expected): weeks are numbered in order, without gaps"
      case .outOfRange(let range): "must be from \(range.lowerBound) to \(range.upperBound)"
      case .notHTTPS: "must be an https:// address"
      case .outsideFolder:
        "must stay in the lesson's folder: a relative path without .. and without a leading /"
      case .tooFew(let least, _):
        "needs at least \(least == 1 ? "one entry" : "\(least) entries")"
      case .unknownReference(let id, let what, let nearest):
        "names \"\(Path.shown(id))\", which is no \(Path.shown(what))" + hint(nearest)
      case .unknownTool(let id, let nearest):
        "names \"\(Path.shown(id))\", which has no entry in the roadmap's tools" + hint(nearest)
      case .sourceCount: "needs one of run, read, start and stop, and only one"
      case .canProveNothing:
        "can prove nothing: no step has complaints, says, or an exit status to judge by"
      case .malformed(let flaw): flaw.description
      case .missingFile(let path): "names the file \(Path.shown(path)), which is not there"
      case .linkedFile(let path):
        "names \(Path.shown(path)), which is a link or in a folder that is one; put the file itself there"
      case .unusableFile(let path, let why):
        "names \(Path.shown(path)), which can't be read: \(why)"
      case .noUse(let kind): "has no use beside \(kind)"
      case .sharedCopy: "belongs in the preparation, whose copy other checks work in too"
      case .onlyLive(let name): "\(name) is for live checks alone; nothing outlives another"
      case .notAProgram(let name): "\"\(Path.shown(name))\" is no name of a program"
      case .notAPagePath: "must be the path of a page, such as /healthz"
      case .unknownPlaceholder(let word, let nearest):
        "holds {\(Path.shown(word))}, which stands for nothing"
          + (nearest.map { "; did you mean {\($0)}?" } ?? "")
      }
    return "\(name), line \(place.line), column \(place.column): \(text)"
  }
}
