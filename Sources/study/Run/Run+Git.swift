import StudyCore

extension Run {
  /// What git says in a folder; nil where it exits with another status than 0.
  ///
  /// It gets the user's whole environment, since it is the user's git that is asked or set up.
  ///
  /// - Throws: where there is no git, or it did not end by itself.
  func git(_ arguments: [String], in folder: String) throws(StudyError) -> [UInt8]? {
    guard let git = world.processes.find("git") else {
      throw .tool("git", status: "it is not installed; `study doctor` says how to get it")
    }
    var environment = world.environment
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    let outcome = world.processes.run(
      ProcessRequest(
        executable: git, arguments: ["-C", folder] + arguments, environment: environment,
        folder: folder, timeout: 30, outputLimit: Self.fileLimit + 1)
    ) { _ in }
    switch outcome.ending {
    case .exited(0): return outcome.output
    case .exited: return nil
    case .couldNotStart(let code): throw .tool("git", status: describe(code))
    case .timedOut: throw .tool("git", status: "no answer in 30 s")
    case .signalled(let number): throw .tool("git", status: "signal \(number)")
    case .interrupted: throw .tool("git", status: "interrupted")
    }
  }

  /// The one line git says, without its end.
  func gitLine(_ arguments: [String], in folder: String) throws(StudyError) -> String? {
    guard var line = try git(arguments, in: folder) else { return nil }
    if line.last == UInt8(ascii: "\n") { line.removeLast() }
    return String(validating: line, as: UTF8.self)
  }
}
