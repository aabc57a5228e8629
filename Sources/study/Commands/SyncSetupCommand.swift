import StudyCore

/// `study sync setup`: has git merge progress with this program, in this clone.
struct SyncSetupCommand: Command {
  var undo = false

  static let name = "sync setup"
  static let summary = "Have git merge progress with this program, in this clone"
  static let details =
    "Git's own union merge, which `study init` sets up for all clones, keeps every event already. "
    + "This one also keeps the file sorted and without duplicate lines. It changes only this "
    + "clone's `.git`, and if this program is ever gone git falls back on its union merge."
  static let example = (
    command: "study sync setup", meaning: "Run it once in each clone; again does no harm."
  )
  static var parameters: [Parameter<Self>] {
    [.flag("undo", nil, "Take it out again", \.undo)]
  }

  static let attribute = "study.json merge=study"
  private static let nameKey = "merge.study.name"
  private static let driverKey = "merge.study.driver"
  private static let title = "the union of study's events"

  /// What follows the program in the driver.
  ///
  /// 127 is a shell's word for a missing program, 126 for one that can't be run: then nothing has
  /// touched `%A`. Any other failure must not fall back, for a driver that spoiled `%A` and died
  /// would have git merge the spoiled file.
  private static let rest =
    " merge %O %A %B; s=$?; case $s in 126|127) git merge-file --union %A %O %B;; "
    + "*) exit $s;; esac"

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    let folder = run.lab
    let path = try run.gitLine(["rev-parse", "--git-path", "info/attributes"], in: folder)
    guard let path else { throw .notInGit(folder: run.shown(folder)) }
    let attributes = path.hasPrefix("/") ? path : Paths.join(folder, path)
    let changes =
      undo
      ? try takeOut(attributes, folder, run) : try putIn(attributes, folder, run)
    var page = Document()
    for (outcome, what) in changes {
      page.paragraph([Span(what)], marker: [Span(outcome, .faint), "  "])
    }
    let changed = changes.contains { $0.0 != "kept" && $0.0 != "not there" }
    page.prose(
      undo
        ? "Git merges progress here as `.gitattributes` says."
        : changed
          ? "Git merges progress here with this program. `study sync setup --undo` takes it out."
          : "Nothing to change: git merges progress here with this program.")
    try run.print(page)
    return .done
  }

  private typealias Changes = [(String, String)]

  private func putIn(
    _ attributes: String, _ folder: String, _ run: Run
  ) throws(StudyError) -> Changes {
    guard let program = run.world.program() else {
      throw .other("can't tell where this program is, so git can't be told either", .inputOutput)
    }
    // Git expands %, then a shell reads the rest.
    let quoted = program.map { $0 == "'" ? "'\\''" : $0 == "%" ? "%%" : String($0) }.joined()
    var changes = [
      try set(Self.nameKey, Self.title, folder, run),
      try set(Self.driverKey, "'\(quoted)'" + Self.rest, folder, run),
    ]
    try run.makeFolders(Paths.parent(attributes))
    let outcome = try run.extend(attributes, with: [Self.attribute])
    changes.append(
      (outcome == .kept ? "kept" : "added", "\(Self.attribute) in \(run.shown(attributes))"))
    return changes
  }

  private func set(
    _ key: String, _ value: String, _ folder: String, _ run: Run
  ) throws(StudyError) -> (String, String) {
    let old = try run.gitLine(["config", "--local", "--get", key], in: folder)
    if old == value { return ("kept", "\(key) = \(value)") }
    guard try run.git(["config", "--local", "--replace-all", key, value], in: folder) != nil
    else {
      throw .tool("git", status: "`git config --local \(key)` failed; nothing was changed by it")
    }
    return (old == nil ? "set" : "changed", "\(key) = \(value)")
  }

  /// Removes what was put in, and nothing that someone wrote in its place.
  private func takeOut(
    _ attributes: String, _ folder: String, _ run: Run
  ) throws(StudyError) -> Changes {
    var changes: Changes = []
    var outcome = "not there"
    if run.world.files.kind(attributes) != nil {
      try run.edit(attributes) { bytes in
        let lines = (bytes ?? []).split(
          separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let left = lines.filter { !$0.elementsEqual(Self.attribute.utf8) }
        outcome = left.count == lines.count ? "not there" : "removed"
        return Array(left.joined(separator: [UInt8(ascii: "\n")]))
      }
    }
    changes.append((outcome, "\(Self.attribute) in \(run.shown(attributes))"))
    changes.append(
      try unset(Self.driverKey, folder, run) { $0.hasSuffix(Self.rest) })
    changes.append(try unset(Self.nameKey, folder, run) { $0 == Self.title })
    return changes
  }

  private func unset(
    _ key: String, _ folder: String, _ run: Run, if isOurs: (String) -> Bool
  ) throws(StudyError) -> (String, String) {
    guard let old = try run.gitLine(["config", "--local", "--get", key], in: folder) else {
      return ("not there", key)
    }
    guard isOurs(old) else { return ("kept", "\(key), which study did not write") }
    guard try run.git(["config", "--local", "--unset-all", key], in: folder) != nil else {
      throw .tool("git", status: "`git config --local --unset-all \(key)` failed")
    }
    return ("removed", key)
  }
}
