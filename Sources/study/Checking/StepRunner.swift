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
  private static let outputLimit = 32 << 20

  /// Runs all steps; the first that doesn't pass is the verdict.
  ///
  /// - Throws: ``CheckFault`` where nothing can be said about the work.
  func verdict(on procedure: Check.Procedure) throws(CheckFault) -> Verdict {
    for file in procedure.fixtures {
      try copy.write(file.path, Array(file.lines.map { $0 + "\n" }.joined().utf8))
    }
    var names = [(name: "folder", path: copy.folder)]
    let paths = procedure.find.isEmpty ? [] : try copy.paths()
    for (name, globs) in procedure.find {
      guard let path = Glob.first(of: globs, in: paths) else {
        return .failed(["There is no file \(globs.joined(separator: " or ")) in the week's folder."]
        )
      }
      // A name such as `-version.yml` must not be taken for an option.
      names.append((name, path.hasPrefix("-") ? "./" + path : path))
    }
    for step in procedure.steps {
      let verdict = try judge(step, names)
      if verdict != .passed { return verdict }
    }
    return .passed
  }

  private func judge(_ step: Check.Step, _ names: [(name: String, path: String)])
    throws(CheckFault) -> Verdict
  {
    var run: StepRun
    var output: [UInt8]
    switch step.source {
    case .read(let globs):
      output = try copy.read(globs.map { Self.fill($0, names) })
      run = StepRun(ending: .exited(0), text: String(decoding: output, as: UTF8.self))
    case .run(let words):
      let outcome: ProcessOutcome
      switch request(for: step, words.map { Self.fill($0, names) }, names) {
      case .success(let request): outcome = world.processes.run(request, tick)
      case .failure(let fault): return fault.verdict
      }
      if outcome.ending == .interrupted { throw .interrupted }
      output = outcome.output
      run = StepRun(
        ending: outcome.ending.judged, text: outcome.text, truncated: outcome.truncated)
    }
    if let save = step.save { try copy.write(save, output) }
    if case .exited(let status) = run.ending, step.exit.contains(status), !run.truncated {
      run.complaints = try complaints(of: step, output)
    }
    return step.verdict(on: run)
  }

  private struct Unusable: Error { let verdict: Verdict }

  private func request(
    for step: Check.Step, _ words: [String], _ names: [(name: String, path: String)]
  ) -> Result<ProcessRequest, Unusable> {
    let tool: [String]
    switch toolbox.state(of: Tool.ID(rawValue: words[0]), tier) {
    case .ready(let ready, _): tool = ready
    case .unusable(let reason, let remedy):
      return .failure(Unusable(verdict: .couldNotCheck(reason: reason, remedy: remedy)))
    }
    var folder = copy.folder
    if let inner = step.folder.map({ Self.fill($0, names) }) {
      folder += "/" + inner
      if world.files.kind(folder) != .folder {
        let reason = "There is no folder \(inner) in the week's folder."
        return .failure(Unusable(verdict: .failed([reason])))
      }
    }
    var environment = toolbox.environment(tier)
    // The temporary folder may lie in a repository, which is none of the check's business.
    environment["GIT_CEILING_DIRECTORIES"] = copy.root
    for (name, value) in step.environment { environment[name] = Self.fill(value, names) }
    return .success(
      ProcessRequest(
        executable: tool[0], arguments: Array(tool.dropFirst() + words.dropFirst()),
        environment: environment, folder: folder,
        input: Array(Self.fill(step.stdin, names).utf8), timeout: Double(step.timeout),
        outputLimit: Self.outputLimit))
  }

  private func complaints(of step: Check.Step, _ input: [UInt8]) throws(CheckFault)
    -> StepRun.Complaints
  {
    let word = "w" + String(world.random(), radix: 36) + String(world.random(), radix: 36)
    guard let program = ComplaintsProgram(step, definitions: definitions, word: word) else {
      return .none
    }
    guard case .ready(let jq, _) = toolbox.state(of: .jq) else {
      return .unclear("jq, which judges the output, does not work here")
    }
    var environment = toolbox.environment(.offline)
    // jq reads definitions from `.jq` at home, and the learner's would change what a check says;
    // what a check runs could write one anywhere that is a folder.
    environment["HOME"] = "/dev/null"
    let outcome = world.processes.run(
      ProcessRequest(
        executable: jq[0], arguments: jq.dropFirst() + program.arguments,
        environment: environment, folder: copy.root, input: input, timeout: 60), tick)
    switch outcome.ending {
    case .interrupted: throw .interrupted
    case .exited(let status):
      let answer = program.complaints(
        status: Int(status), output: outcome.output,
        errors: String(decoding: outcome.errors, as: UTF8.self))
      // jq gathers nothing in an empty array, in which a program finds nothing wrong.
      let isSilent = step.shape == .lines && input.allSatisfy { $0 <= UInt8(ascii: " ") }
      return isSilent && answer == .said([]) ? .unclear("it printed nothing to judge") : answer
    default: return .unclear("jq did not come to an end")
    }
  }

  /// Puts paths in the place of their names in braces; other braces stay, those in paths too.
  static func fill(_ text: String, _ names: [(name: String, path: String)]) -> String {
    var result = ""
    var rest = text[...]
    while let brace = rest.firstIndex(of: "{") {
      result += rest[..<brace]
      rest = rest[brace...]
      if let name = names.first(where: { rest.hasPrefix("{\($0.name)}") }) {
        result += name.path
        rest = rest.dropFirst(name.name.count + 2)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result + rest
  }
}

extension Tool.ID {
  /// The tool that judges output.
  static var jq: Self { Self(rawValue: "jq") }
  /// The tool that keeps history.
  static var git: Self { Self(rawValue: "git") }
}

extension ProcessOutcome.Ending {
  fileprivate var judged: StepRun.Ending {
    switch self {
    case .exited(let status): .exited(Int(status))
    case .signalled(let signal): .signalled(Int(signal))
    case .timedOut: .timedOut
    case .couldNotStart(let errno): .couldNotStart(describe(errno))
    case .interrupted: .couldNotStart("interrupted")
    }
  }
}
