import StudyCore

/// `study trust`: lets the commands of a roadmap run on this machine.
struct TrustCommand: Command {
  var file: String?

  static let name = "trust"
  static let summary = "Let the checks of another roadmap run on this machine"
  static let details =
    "It shows every command, or what changed since the text trusted last, and asks. The exact text "
    + "is trusted: any change asks again. It works only on a terminal."
  static let example = (
    command: "study trust team.json",
    meaning: "Afterwards `study check --roadmap team.json` runs its checks."
  )
  static var parameters: [Parameter<Self>] {
    [.argument("FILE", "The roadmap", required: true, \.file)]
  }

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    let path = file ?? ""
    let bytes = try run.bytes(of: path)
    let edition: Edition
    do { edition = try Edition(reading: bytes) } catch { throw .notRoadmap(path: path, error) }
    let folder = try run.trustFolder()
    let trusted = folder + "/" + SHA256.hex(of: bytes)
    if try run.wasTrusted(bytes) {
      try run.say("\(path) is trusted already")
      return .done
    }
    guard run.world.terminal().inputIsTerminal, run.world.terminal().outputIsTerminal else {
      throw .other("`study trust` asks a question, so it needs a terminal", .usage)
    }
    let latest = folder + "/latest-" + edition.roadmap.id
    try run.print(changes(edition, since: earlier(latest, run)))
    try run.write("Let these commands run on this machine? [y/N] ")
    guard ["y", "yes"].contains(run.world.readLine()?.lowercased() ?? "") else {
      try run.say("Not trusted; nothing was changed")
      return .failed
    }
    try run.makeFolders(folder)
    for target in [trusted, latest] { try run.edit(target) { _ in bytes } }
    try run.say("Trusted \(path) as it is now")
    return .done
  }

  private func earlier(_ latest: String, _ run: Run) -> [String]? {
    guard let bytes = try? run.world.files.read(latest, Run.fileLimit),
      let edition = try? Edition(reading: bytes)
    else { return nil }
    return Self.lines(edition)
  }

  /// What a roadmap makes run, a line each: the whole definition of every check, preparation and
  /// tool, since any word of them can matter.
  private static func lines(_ edition: Edition) -> [String] {
    let tools = (try? edition.tools()) ?? []
    return tools.map { "tool \($0.id): \($0.definition)" }
      + edition.roadmap.lessons.flatMap { lesson -> [String] in
        guard let proofs = try? edition.proofs(of: lesson) else { return [] }
        return (proofs.jq.isEmpty ? [] : ["\(lesson.id) jq: \(proofs.jq)"])
          + proofs.preparations.map { "\(lesson.id) before checks: \($0.definition)" }
          + lesson.tasks.flatMap { task in
            proofs.checks(of: task).map { "\(task.id): \($0.procedure.definition)" }
          }
      }
  }

  private func changes(_ edition: Edition, since old: [String]?) -> Document {
    let roadmap = edition.roadmap
    let new = Self.lines(edition)
    var page = Document()
    guard let old else {
      page.prose("\(roadmap.title) runs:")
      for line in new { page.verbatim(line, indent: 2) }
      if new.isEmpty { page.prose("nothing", marker: ["  "]) }
      return page
    }
    page.prose("What \(roadmap.title) runs has changed since you trusted it:")
    for line in old where !new.contains(line) { page.verbatim("- " + line, indent: 2, .bad) }
    for line in new where !old.contains(line) { page.verbatim("+ " + line, indent: 2, .good) }
    if Set(old) == Set(new) { page.prose("no command, only other text", marker: ["  "]) }
    return page
  }
}
