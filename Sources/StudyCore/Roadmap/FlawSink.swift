/// Where flaws gather while a document is read.
final class FlawSink {
  /// The document's path in the course; nil for the roadmap itself.
  let file: String?
  private let bytes: [UInt8]
  private var found: [(offset: Int, path: String, problem: RoadmapFlaw.Problem)] = []

  /// More would help no one, and a hostile document could have millions.
  private let most = 1000
  /// Whether flaws are of no interest, since the document is known to have none that count.
  private let isMuted: Bool

  /// Whether no more flaws are taken.
  var isFull: Bool { found.count == most }

  init(bytes: [UInt8], file: String? = nil) {
    self.bytes = bytes
    self.file = file
    isMuted = false
  }

  private init() {
    bytes = []
    file = nil
    isMuted = true
  }

  /// One that takes no flaws.
  static var muted: FlawSink { FlawSink() }

  func add(_ problem: RoadmapFlaw.Problem, _ path: Path, _ offset: Int) {
    if !isMuted, !isFull { found.append((offset, path.description, problem)) }
  }

  /// The flaws in the order of the document.
  ///
  /// Their places are found in one walk: one walk each took seconds for a hostile file.
  var inOrder: [RoadmapFlaw] {
    let sorted = found.enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }
    var place = Place(offset: 0, in: bytes)
    var walked = 0
    return sorted.map { _, flaw in
      place = place.advanced(over: bytes[walked..<max(walked, flaw.offset)])
      walked = max(walked, flaw.offset)
      return RoadmapFlaw(file: file, path: flaw.path, place: place, problem: flaw.problem)
    }
  }
}

/// The way to a value from the document's root.
indirect enum Path: CustomStringConvertible {
  case root
  case member(Path, String)
  case index(Path, Int)

  var description: String {
    switch self {
    case .root: ""
    case .member(.root, let name): name
    case .member(let parent, let name): "\(parent).\(name)"
    case .index(let parent, let index): "\(parent)[\(index)]"
    }
  }
}
