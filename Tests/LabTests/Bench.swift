import StudyCore

@testable import study

/// A lab in a temporary folder with a home of its own, in which the built program runs.
final class Bench {
  let root: String
  var lab: String { root + "/lab" }

  init() throws {
    root = try Folders.makeTemporaryFolder(prefix: "study-labs-", in: Self.temporary)
    try Folders.makeFolders(root + "/home")
    try Folders.makeFolders(root + "/lab")
  }

  deinit { try? FileTree.remove(root) }

  static let tools =
    World.live().environment["STUDY_TOOLS"] ?? Controls.repository + "/.build/lab-tools"

  /// The environment, with the tools of `Tests/Tools/install` in front where they are installed.
  static let environment: [String: String] = {
    var environment = World.live().environment
    if FileStatus.following(tools + "/bin") != nil {
      environment["PATH"] = tools + "/bin:" + (environment["PATH"] ?? "")
    }
    if FileStatus.following(tools + "/terraform.rc") != nil {
      environment["TF_CLI_CONFIG_FILE"] = tools + "/terraform.rc"
    }
    return environment
  }()

  static let temporary = environment["TMPDIR"] ?? "/tmp"

  /// One cache for all tests of a run, so that tools are tried out and providers fetched once; no
  /// verdict of an earlier run is taken for this one's.
  static let cache: String = {
    // Other checkouts may run their tests at the same time.
    let path =
      temporary + "/study-lab-cache-" + SHA256.hex(of: Array(Controls.labs.utf8)).prefix(8)
    for old in ["/study/verdicts", "/study/tools"] { try? FileTree.remove(path + old) }
    try? Folders.makeFolders(path)
    return path
  }()

  /// The program, beside the bundle of these tests; `STUDY_BINARY` names another.
  static let program: String? = {
    if let named = environment["STUDY_BINARY"] { return named }
    var folder = CommandLine.arguments[0].split(separator: "/").dropLast()
    while !folder.isEmpty {
      let path = "/" + folder.joined(separator: "/") + "/study"
      if FileStatus.following(path)?.kind == .file { return path }
      folder.removeLast()
    }
    return nil
  }()

  /// Makes the lab's week a copy of a solution.
  func lay(_ solution: Controls.Solution) throws {
    let target = lab + "/" + solution.week.folder
    try Folders.makeFolders(target)
    try FileTree.copy(solution.folder, to: target, try Self.list(solution.folder))
  }

  /// What a run of `study` said.
  struct Answer {
    let status: Int32
    let output: String
    let errors: String

    /// The verdicts of `--format json`, by task.
    var verdicts: [String: (verdict: String, reasons: String)] {
      let json = try? JSONReader.read(Array(output.utf8))
      var result: [String: (verdict: String, reasons: String)] = [:]
      for task in json?["tasks"]?.array ?? [] {
        let checks = task["checks"]?.array ?? []
        let reasons =
          (checks.flatMap { $0["reasons"]?.array ?? [] } + (task["reasons"]?.array ?? []))
          .compactMap(\.string).joined(separator: "\n")
        result[task["task"]?.string ?? ""] = (task["verdict"]?.string ?? "", reasons)
      }
      return result
    }
  }

  /// The environment of a user who has nothing but this lab.
  func environment(_ changes: [String: String] = [:]) -> [String: String] {
    var environment = Self.environment
    environment["HOME"] = root + "/home"
    environment["XDG_CACHE_HOME"] = Self.cache
    environment["XDG_DATA_HOME"] = root + "/data"
    for name in ["STUDY_PROGRESS", "COLUMNS", "NO_COLOR"] { environment[name] = nil }
    return environment.merging(changes) { _, new in new }
  }

  func study(_ arguments: [String], _ changes: [String: String] = [:]) throws -> Answer {
    guard let program = Self.program else {
      throw BenchError(text: "no program `study` beside the tests; `swift build` makes it")
    }
    let outcome = ProcessRunner.run(
      ProcessRequest(
        executable: program, arguments: arguments, environment: environment(changes), folder: lab,
        timeout: 600))
    guard case .exited(let status) = outcome.ending else {
      throw BenchError(text: "study \(arguments) ended as \(outcome.ending)")
    }
    return Answer(
      status: status, output: String(decoding: outcome.output, as: UTF8.self),
      errors: String(decoding: outcome.errors, as: UTF8.self))
  }

  /// The lab's files, each with its content, mode and time: equal before and after a check.
  func fingerprint() throws -> [String: String] {
    var result = try contents(of: "")
    for entry in try Self.list(lab) { result[entry.path, default: ""] += " \(entry.modified)" }
    result["study.json"] = nil
    return result
  }

  /// The files of a folder of the lab, each with its content and mode.
  func contents(of folder: String) throws -> [String: String] {
    let root = lab + "/" + folder
    var result: [String: String] = [:]
    for entry in try Self.list(root) {
      let bytes =
        entry.kind == .file ? try DurableFile.read(root + "/" + entry.path, limit: 1 << 30) : nil
      result[entry.path] = "\(entry.kind) \(entry.mode) \(SHA256.hex(of: bytes ?? []))"
    }
    return result
  }

  static func list(_ folder: String) throws -> [FileTree.Entry] {
    try FileTree.list(folder, excluding: [], limits: .init(entries: 20_000, bytes: 1 << 30))
  }
}

struct BenchError: Error { let text: String }
