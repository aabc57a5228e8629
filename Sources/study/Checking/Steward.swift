import StudyCore

/// Looks after the programs of one procedure: how much they write, and what they leave running.
final class Steward {
  /// Why nothing can be said about the work, if so.
  private(set) var obstacle: Verdict?
  /// Why a failure may be ours: a program wanted to write where a cell lets none.
  private(set) var keptOut: Verdict?
  private let room: Room

  init(_ room: Room) { self.room = room }

  /// A world in which programs are looked after.
  func world(_ world: World) -> World {
    var watched = world
    watched.processes.run = { request, tick in
      var request = request
      request.room = self.room
      let outcome = world.processes.run(request, tick)
      let name = RealFile.splitPath(request.executable).name
      self.look(at: outcome, of: name)
      if request.cell != nil { self.lookForRefusals(in: outcome, of: name) }
      return outcome
    }
    watched.services.start = { request, log throws(SpawnFault) in
      var request = request
      request.room = self.room
      return try world.services.start(request, log)
    }
    return watched
  }

  /// The words of EROFS, as C, Go and Node write them.
  private static let refusals = ["Read-only file system", "read-only file system", "EROFS"]

  /// Bytes of each stream, from its end, that are looked through: Terraform prints 14 MB of JSON, and
  /// what a program could not do is among its last words.
  private static let lastWords = 256 << 10

  private func lookForRefusals(in outcome: ProcessOutcome, of name: String) {
    if keptOut != nil { return }
    let said = [outcome.errors, outcome.output].map {
      String(decoding: $0.suffix(Self.lastWords), as: UTF8.self)
    }
    guard let text = said.first(where: { Self.refusals.contains(where: $0.contains) }) else {
      return
    }
    let line = text.split(whereSeparator: \.isNewline).first { line in
      Self.refusals.contains(where: line.contains)
    }
    keptOut = .couldNotCheck(
      reason: "\(name) wanted to write outside its copy, which a check leaves as it is: "
        + VisibleText.escaped(String((line ?? "").prefix(300))),
      remedy: "write below the week's folder, in $HOME or in /tmp; `study check --plan` tells more")
  }

  private func look(at outcome: ProcessOutcome, of name: String) {
    if outcome.hasFilledRoom {
      obstacle = .couldNotCheck(
        reason: "\(name) wrote more than \(room.bytes >> 20) MiB into its copy and was stopped",
        remedy: "`study check --plan` shows the command; look for what in your files "
          + "writes without end")
    } else if let left = outcome.leftRunning.first, obstacle == nil {
      let others = outcome.leftRunning.count - 1
      obstacle = .couldNotCheck(
        reason: "\(name) left \(left) running in the background"
          + (others == 0 ? "" : ", and \(others) more") + "; that was ended",
        remedy: "let it run in the foreground, or stop it before the end")
    }
  }
}
