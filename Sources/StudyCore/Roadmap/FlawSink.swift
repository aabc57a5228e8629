/// Where flaws gather while a document is read.
final class FlawSink {
  /// The document's path in the course; nil for the roadmap itself.
  let file: String?
  private let bytes: [UInt8]
  private var found: [(offset: Int, path: String, problem: RoadmapFlaw.Problem)] = []
  private var fatal = 0
  /// How many words may still be looked at for hints. Hints are dear, and only the first help.
  private var looks = 50_000
  /// Whether flaws are of no interest, since the document is known to have none that count.
  let isMuted: Bool

  /// Whether so much is wrong that the document is refused whatever follows. Flaws that can be
  /// ignored are counted apart: whatever their number, the rest must be read.
  var isFull: Bool { fatal == RoadmapFlaw.most }

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

  /// Notes a flaw, if there is room for more of its kind.
  func add(
    _ problem: @autoclosure () -> RoadmapFlaw.Problem, _ path: @autoclosure () -> Path,
    _ offset: @autoclosure () -> Int
  ) {
    let ignorable = found.count - fatal
    if isMuted || (isFull && ignorable == RoadmapFlaw.most) { return }
    let problem = problem()
    if (problem.isFatal ? fatal : ignorable) == RoadmapFlaw.most { return }
    if problem.isFatal { fatal += 1 }
    found.append((offset(), path().description, problem))
  }

  /// The nearest of some words, for a hint; nil too where enough was looked at.
  func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    isMuted ? nil : Nearest.word(to: word, among: candidates, looks: &looks)
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
    case .member(.root, let name): Self.shown(name)
    case .member(let parent, let name): "\(parent).\(Self.shown(name))"
    case .index(let parent, let index): "\(parent)[\(index)]"
    }
  }

  /// A name cut short: a thousand flaws under one of megabytes would take gigabytes.
  static func shown(_ name: String) -> String {
    name.utf8.count <= 200 ? name : String(name.unicodeScalars.prefix(100)) + "…"
  }
}
