import StudyCore

/// Runs the steps of one check or preparation in a copy, and judges each as it ends.
struct StepRunner {
  let world: World
  let toolbox: Toolbox
  let tier: Check.Tier
  let definitions: String
  let copy: LabCopy
  let tick: (Double) -> Void

  /// Bytes kept of a tool's output: `terraform test -json -verbose` on a small VPC prints 14 MB.
  static let outputLimit = 32 << 20

  /// Runs all steps of a check; the first that doesn't pass is the verdict. Its services end with it.
  ///
  /// - Throws: ``CheckFault`` where nothing can be said about the work.
  func verdict(on procedure: Check.Procedure) throws(CheckFault) -> Verdict {
    let surroundings = Surroundings(in: copy.root, after: copy.surroundings, world: world)
    defer { surroundings.close() }
    return try verdict(on: procedure, surroundings)
  }

  /// Runs all steps of a preparation; its services stay until the copy is removed.
  ///
  /// - Throws: ``CheckFault`` where nothing can be said about the work.
  func prepare(_ procedure: Check.Procedure) throws(CheckFault) -> Verdict {
    try verdict(on: procedure, copy.surroundings)
  }

  private func verdict(on procedure: Check.Procedure, _ surroundings: Surroundings)
    throws(CheckFault)
    -> Verdict
  {
    let cell = try cell(toolbox.environment(tier))
    if let obstacle = try surroundings.open(procedure, in: cell) { return obstacle }
    for replacement in procedure.replacements {
      let verdict = try replace(replacement, surroundings.placeholders)
      if verdict != .passed { return verdict }
    }
    let ports = surroundings.placeholders.only(.port)
    for file in procedure.fixtures {
      let text = file.lines.map { ports.fill($0) + "\n" }.joined()
      try copy.write(file.path, Array(text.utf8))
    }
    var names = surroundings.placeholders
    names.set("folder", to: copy.folder)
    let paths = procedure.find.isEmpty ? [] : try copy.paths()
    for (name, globs) in procedure.find {
      guard let path = Glob.first(of: globs, in: paths) else {
        return .failed(["There is no file \(globs.joined(separator: " or ")) in the week's folder."]
        )
      }
      // A name such as `-version.yml` must not be taken for an option.
      names.set(name, to: path.hasPrefix("-") ? "./" + path : path)
    }
    var verdicts = StepVerdicts()
    for (index, step) in procedure.steps.enumerated() {
      if let verdict = try judge(step, index + 1, of: procedure, surroundings, names, &verdicts) {
        return verdict
      }
    }
    return verdicts.verdict
  }

  private func judge(
    _ step: Check.Step, _ number: Int, of procedure: Check.Procedure, _ surroundings: Surroundings,
    _ names: Placeholders, _ verdicts: inout StepVerdicts
  ) throws(CheckFault) -> Verdict? {
    do {
      try surroundings.standIns?.answer(step, number: number, of: procedure, names) {
        toolbox.words(of: $0)
      }
    } catch {
      throw .file(error)
    }
    let performance = StepPerformance(
      runner: self, surroundings: surroundings, names: names, step: step)
    let result = try performance.run()
    do {
      if let unprepared = try surroundings.standIns?.verdict() { return unprepared }
    } catch {
      throw .file(error)
    }
    switch result {
    case .success(let run): return verdicts.take(run, of: step)
    case .failure(let fault): return fault.verdict
    }
  }

  /// Where an offline program runs; nil for a live one, and where there is no such place.
  func cell(_ environment: [String: String], fetches: Bool = false) throws(CheckFault) -> Cell? {
    if tier == .live { return nil }
    return try copy.confinement.cell(fetches: fetches, environment)
  }

  /// Puts a text in the place of another in the copy's files.
  private func replace(_ replacement: Check.Replacement, _ names: Placeholders)
    throws(CheckFault) -> Verdict
  {
    let globs = replacement.globs.map(Glob.init)
    let new = names.fill(replacement.new)
    var count = 0
    for path in try copy.paths() where globs.contains(where: { $0.matches(path) }) {
      do {
        let bytes = try world.files.read(copy.folder + "/" + path, 4 << 20) ?? []
        let changed = replacement.applied(to: bytes, new: new)
        count += changed.count
        if changed.count > 0 { try world.trees.write(copy.folder + "/" + path, changed.bytes) }
      } catch {
        throw .file(error)
      }
    }
    return count == 0 ? replacement.verdictIfAbsent : .passed
  }
}

extension Tool.ID {
  /// The tool that judges output.
  static var jq: Self { Self(rawValue: "jq") }
  /// The tool that keeps history.
  static var git: Self { Self(rawValue: "git") }
}
