import StudyCore

/// The private folder in which everything of one run is made: copies, tools' own temporary files.
///
/// It is made at the first need, and tried out before the first step, so that what the machine lacks
/// is not told as the learner's fault. Whoever makes a workplace closes it.
final class Workplace {
  private let world: World
  /// The user's cache folder for `study`, which tools read.
  let cache: String
  private let lock = ThreadLock()
  private var root: String?
  private var fault: Verdict?
  private var isTried = false
  private var count = 0

  init(in world: World, cache: String) {
    self.world = world
    self.cache = cache
  }

  /// What tools are told besides the environment of their tier.
  var environment: [String: String] {
    lock.held { root.map { ["TMPDIR": $0 + "/t", RunFolder.variable: $0] } ?? [:] }
  }

  /// The folder for temporary files, which the programs of all copies may write.
  var shared: [String] { lock.held { root.map { [$0 + "/t"] } ?? [] } }

  /// A new folder, in a place that was tried out.
  func makeFolder() throws(CheckFault) -> String {
    try lock.held { () throws(CheckFault) in
      let root = try opened()
      try tryOut(root)
      count += 1
      let path = "\(root)/\(count)"
      try make(path)
      return path
    }
  }

  /// An empty repository, to ask git with; nil if it can't be made.
  func emptyRepository() -> String? {
    lock.held {
      guard let path = try? opened() + "/g" else { return nil }
      if world.files.kind(path) == .folder { return path }
      do {
        for name in ["objects", "refs"] { try world.trees.makeFolders("\(path)/\(name)") }
        try world.trees.write(path + "/HEAD", Array("ref: refs/heads/main\n".utf8))
        return path
      } catch {
        return nil
      }
    }
  }

  /// What programs of one copy may fill: it, and the folder for temporary files.
  func room(_ folder: String) -> Room {
    Room(folders: [folder] + (lock.held { root.map { [$0 + "/t"] } } ?? []), bytes: Self.most)
  }

  /// Bytes that programs may write. Terraform unpacks a provider of 700 MB, but elsewhere; it is
  /// fetched here, and is 150 MB then.
  private static let most = 1 << 30

  /// Why a step that failed may have done so for want of room.
  func lack() -> Verdict? {
    lock.held {
      root.flatMap { world.trees.lack($0) }.map { $0.verdict(chosen) }
    }
  }

  /// Removes it, with all in it.
  func close() {
    lock.held {
      if let root { world.trees.remove(root) }
      root = nil
    }
  }

  /// The user's folder for temporary files, where TMPDIR names one. A relative one would put copies
  /// in the learner's folder, so it is passed over.
  private var chosen: String? {
    world.environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil }
  }

  private func opened() throws(CheckFault) -> String {
    if let root { return root }
    if let fault { throw .machine(fault) }
    world.trees.sweep()
    let made: String
    do {
      made = try world.trees.makeTemporary()
    } catch .writeFailed(_, .makeFolder, let code) {
      throw remembered(.notWritable(errno: code))
    } catch {
      throw .file(error)
    }
    root = made
    return made
  }

  private func tryOut(_ root: String) throws(CheckFault) {
    if let fault { throw .machine(fault) }
    if isTried { return }
    try make(root + "/t")
    if let found = world.trees.tryOut(root + "/t") { throw remembered(found) }
    // Programs apart have a loopback of their own.
    if !world.cells.areAllowed(), !world.services.hasLoopback() { throw remembered(.noLoopback) }
    isTried = true
  }

  private func remembered(_ found: PlaceFault) -> CheckFault {
    let verdict = found.verdict(chosen)
    fault = verdict
    return .machine(verdict)
  }

  private func make(_ path: String) throws(CheckFault) {
    do { try world.trees.makeFolders(path) } catch { throw .file(error) }
  }
}

extension PlaceFault {
  /// What is lacking, and what to do.
  ///
  /// - Parameter chosen: the folder that TMPDIR names.
  fileprivate func verdict(_ chosen: String?) -> Verdict {
    let place = chosen ?? "/tmp"
    let named = "\(place), the folder for temporary files" + (chosen == nil ? "" : " (TMPDIR)")
    let elsewhere =
      "name another folder for temporary files, such as `TMPDIR=/var/tmp study check`"
    switch self {
    case .notWritable(let code):
      return .couldNotCheck(
        reason: "no copy can be made in \(named): \(describe(code))", remedy: elsewhere)
    case .notExecutable(let code):
      return .couldNotCheck(
        reason: "no program can be run in \(named): \(describe(code)), as where noexec is set",
        remedy: elsewhere)
    case .character(let character):
      return .couldNotCheck(
        reason: "the path of \(named), has the character \(Self.shown(character)), "
          + "which tools stumble over", remedy: elsewhere)
    case .tooLong(let excess):
      return .couldNotCheck(
        reason: "the path of \(named), is too long by \(excess) letters for the sockets "
          + "that tools make there", remedy: elsewhere)
    case .noRoom(let code):
      let why = code == 0 ? "less than \(PlaceTrial.room >> 20) MiB are free" : describe(code)
      return .couldNotCheck(
        reason: "there is too little room in \(named): \(why)",
        remedy: "make room there, or \(elsewhere)")
    case .fewFiles(let count):
      return .couldNotCheck(
        reason: "only \(count) files can be open at once, where tools need \(PlaceTrial.files)",
        remedy: "`ulimit -n \(PlaceTrial.files)` allows it, or a new terminal")
    case .noLoopback:
      return .couldNotCheck(
        reason: "nothing can connect to 127.0.0.1 here, as in a namespace whose loopback is down",
        remedy: "`ip link set lo up` raises it, or check outside that namespace")
    case .littleMemory(let bytes):
      return .couldNotCheck(
        reason: "only \(bytes >> 20) MiB of memory can be addressed, where tools need "
          + "\(PlaceTrial.memory >> 20)",
        remedy: "`ulimit -v unlimited` allows it, or a new terminal")
    }
  }

  private static func shown(_ character: Character) -> String {
    switch character {
    case " ": "blank"
    case "\n": "newline"
    case "\t": "tab"
    default: String(character)
    }
  }
}
