import StudyCore

/// `study sync repair`: a progress file with conflict markers or damage made whole again.
struct SyncRepairCommand: Command {
  var file: String?

  static let name = "sync repair"
  static let summary = "Mend a progress file that has conflict markers or damage"
  static let details =
    "Takes the union of both sides of every conflict, of each event that can still be read, and of "
    + "the copies git has. The file as it was is kept beside it. A good file is left alone, unless "
    + "an unfinished merge in git holds events that it lacks."
  static let example = (
    command: "study sync repair && git add study.json",
    meaning: "Settles a conflict in your progress."
  )
  static var parameters: [Parameter<Self>] {
    [.argument("FILE", "The progress file; the one in use unless given", \.file)]
  }

  func perform(in run: Run) throws(StudyError) -> ExitStatus {
    let path = if let file { run.absolute(file) } else { try run.progressPath() }
    let shown = run.shown(path)
    // An editor or another study may change the file meanwhile; then it is looked at afresh.
    for _ in 0..<10 {
      let bytes = try run.bytes(of: path)
      let repair = Repair(bytes, copies: run.gitCopies(of: path))
      try Run.requireKnownFormat(repair.logbook, path: shown)
      guard repair.isNeeded else {
        let count = RepairPage.events(repair.logbook)
        try run.say("\(shown) is good, with \(count); nothing was changed")
        return .done
      }
      if repair.isHopeless {
        throw .other(
          "nothing in \(shown) can be read, nor in git; it was not changed. "
            + "Put a copy from elsewhere in its place, or move it away and run `study init`",
          .badContent)
      }
      let mended = try Run.fileBytes(repair.logbook, path: shown)
      let kept = try keep(bytes, of: path, as: repair.isDamaged ? "damaged" : "before", run)
      var isSame = false
      try run.edit(path) { now in
        isSame = now == bytes
        return isSame ? mended : nil
      }
      if isSame {
        try run.print(RepairPage.page(repair, of: shown, kept: run.shown(kept)))
        return .done
      }
    }
    throw .file(.busy(folder: shown, seconds: 0))
  }

  /// Keeps a copy beside the file, under a name that no file has.
  private func keep(
    _ bytes: [UInt8], of path: String, as what: String, _ run: Run
  ) throws(StudyError) -> String {
    let time = run.world.now().text.filter { $0 != "-" && $0 != ":" }
    var name = "\(path).\(what)-\(time)"
    var number = 1
    while true {
      var isKept = false
      try run.edit(name) { old in
        isKept = old == nil || old == bytes
        return old == nil ? bytes : nil
      }
      if isKept { return name }
      number += 1
      name = "\(path).\(what)-\(time)-\(number)"
    }
  }
}
