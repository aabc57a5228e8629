import StudyCore
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@testable import study

/// A home with a lab and tools of its own, in which the built program checks a small course.
final class Workbench: Sendable {
  let scratch: Scratch
  var root: String { scratch.path }
  var lab: String { scratch("lab") }
  var roadmap: String { scratch("course.json") }
  /// A line for each run of the tester; outside the lab.
  var runs: String { scratch("runs") }

  /// Whether checks run in namespaces; then a tool can leave no trace outside its copy.
  let isApart: Bool

  /// - Parameter course: the roadmap, trusted unless said otherwise.
  init(_ course: Course = Course(), trusted: Bool = true, apart: Bool = false) throws {
    isApart = apart
    scratch = try Scratch()
    for name in ["home", "tmp", "bin", "lab/week01"] { try Folders.makeFolders(scratch(name)) }
    try scratch.write("A work.\n", to: "lab/week01/work.txt")
    try scratch.write("{\"format\": 1, \"events\": [\n{}\n]}\n", to: "lab/study.json")
    if let jq = Self.jq { try #require(symlink(jq, scratch("bin/jq")) == 0) }
    try tool("tester", Self.tester)
    try use(course, trusted: trusted)
  }

  /// The real jq; where it is missing, what needs it is skipped.
  static let jq: String? = {
    let path = findExecutable("jq", path: "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin")
    if path == nil { print("skipped: stories of checks, since jq is not here") }
    return path
  }()

  /// A tool that runs its first argument as a script, and does all that is asked of a good one.
  static let tester = """
    case "$1" in
      --version) echo "tester 2.1.0" ;;
      --canary) echo "found something bad"; exit 3 ;;
      *) if [ -w "$ROOT" ]; then echo run >> "$ROOT/runs"; fi; eval "$1" ;;
    esac
    """

  /// Writes a tool: a script with the usual programs in its path, and `ROOT`.
  func tool(_ name: String, _ script: String, in folder: String = "bin") throws {
    let head = "#!/bin/sh\nPATH=/usr/local/bin:/usr/bin:/bin\nROOT='\(root)'\n"
    try scratch.write(head + script + "\n", to: "\(folder)/\(name)", mode: 0o755)
  }

  /// Makes this the roadmap, and trusts its text as `study trust` does.
  func use(_ course: Course, trusted: Bool = true) throws {
    try scratch.write(course.text, to: "course.json")
    guard trusted else { return }
    let name = SHA256.hex(of: Array(course.text.utf8))
    try scratch.write(course.text, to: "home/.local/share/study/trusted/\(name)")
  }

  /// How often the tester was asked to do something.
  func countRuns() throws -> Int {
    try scratch.text("runs")?.split(separator: "\n").count ?? 0
  }

  func environment(_ changes: [String: String] = [:]) -> [String: String] {
    var environment = [
      "HOME": scratch("home"), "PATH": scratch("bin"), "TMPDIR": scratch("tmp"),
      "LANG": "C.UTF-8", "STUDY_PATIENCE": "5", "COLUMNS": "400",
    ]
    if !isApart { environment["STUDY_NAMESPACES"] = "no" }
    environment.merge(changes) { _, new in new }
    return environment
  }

  /// Runs `study` with the course.
  func study(_ arguments: String..., environment: [String: String] = [:]) throws -> Answer {
    try study(arguments: arguments, environment: environment)
  }

  /// Checks with `--format json`.
  func check(_ arguments: String..., environment: [String: String] = [:]) throws -> Answer {
    try study(arguments: ["check", "--format", "json"] + arguments, environment: environment)
  }

  func study(
    arguments: [String], environment: [String: String] = [:], roadmap: String? = nil
  ) throws -> Answer {
    let program = try #require(StudyBinary.path, "no program `study` beside the tests")
    let outcome = ProcessRunner.run(
      ProcessRequest(
        executable: program, arguments: arguments + ["--roadmap", roadmap ?? self.roadmap],
        environment: self.environment(environment), folder: lab, timeout: 120))
    guard case .exited(let status) = outcome.ending else {
      throw Strange(text: "study \(arguments) ended as \(outcome.ending)")
    }
    return Answer(status: status, output: text(outcome.output), errors: text(outcome.errors))
  }

  /// What is left of copies.
  var leftovers: [String] { names("tmp") }

  func names(_ folder: String) -> [String] {
    let file = open(scratch(folder), O_RDONLY | O_CLOEXEC)
    defer { close(file) }
    return (System.names(in: file) ?? []).map(text).sorted()
  }

  /// The events in the progress file.
  func events() throws -> [JSON] {
    let text = try scratch.text("lab/study.json") ?? "{}"
    return (try JSONReader.read(Array(text.utf8))["events"]?.array ?? []).filter {
      $0["kind"] != nil
    }
  }

  /// The lab's files, each with its content, mode and time.
  func fingerprint() throws -> [String: String] {
    var result: [String: String] = [:]
    let limits = FileTree.Limits(entries: 20_000, bytes: 1 << 30)
    for entry in try FileTree.list(lab, excluding: ["study.json"], limits: limits) {
      let bytes =
        entry.kind == .file ? try DurableFile.read(lab + "/" + entry.path, limit: 1 << 30) : nil
      result[entry.path] =
        "\(entry.kind) \(entry.mode) \(entry.modified) \(SHA256.hex(of: bytes ?? []))"
    }
    return result
  }
}

struct Strange: Error { let text: String }

extension Workbench {
  /// Whether the process whose number a tool wrote to a file has ended, within five seconds.
  func isGone(_ name: String) throws -> Bool {
    let line = try #require(try scratch.text(name)?.split(separator: "\n").first)
    let number = try #require(pid_t(line))
    for _ in 0..<500 {
      if kill(number, 0) != 0 { return true }
      System.pause(milliseconds: 10)
    }
    return false
  }
}
