@testable import study

/// A wrong answer: what it must be told, then a diff against the week's answer.
///
/// The lines above the diff say `Mistake: …` where the file's name does not, and `Complaint: …` for
/// each part of a sentence that the verdict must hold.
struct Patch {
  let file: String
  let complaints: [String]

  init(_ file: String) throws {
    self.file = file
    guard let bytes = try DurableFile.read(file, limit: 1 << 20) else {
      throw BenchError(text: "there is no \(file)")
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let head = lines.prefix { !$0.hasPrefix("diff --git ") }
    complaints = try head.compactMap { line in
      let mark = "Complaint: "
      if line.hasPrefix(mark) { return String(line.dropFirst(mark.count)) }
      // A misspelt mark would otherwise make a control that asks for less than it seems to.
      guard line.isEmpty || line.hasPrefix("Mistake: ") else {
        throw BenchError(text: "\(file): what is \"\(line)\"?")
      }
      return nil
    }
    if complaints.contains("") || complaints.isEmpty {
      throw BenchError(text: "\(file) names no complaint")
    }
  }
}

extension Bench {
  /// Changes a week of the lab by a patch; all of it must fit.
  func apply(_ patch: Patch, to week: String) throws {
    guard let git = findExecutable("git", path: Self.environment["PATH"] ?? "") else {
      throw BenchError(text: "no git to lay wrong answers with")
    }
    let before = try contents(of: week)
    let outcome = ProcessRunner.run(
      ProcessRequest(
        executable: git, arguments: ["apply", "--whitespace=nowarn", patch.file],
        environment: [
          "PATH": Self.environment["PATH"] ?? "", "HOME": root + "/home",
          "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
          // Within a repository `git apply` passes over, and says nothing of, what is outside.
          "GIT_CEILING_DIRECTORIES": lab,
        ], folder: lab + "/" + week, timeout: 60))
    guard outcome.ending == .exited(0) else {
      throw BenchError(
        text: "\(patch.file) does not apply to the answer any more:\n\(outcome.text)")
    }
    if try contents(of: week) == before {
      throw BenchError(text: "\(patch.file) changes nothing")
    }
  }
}
