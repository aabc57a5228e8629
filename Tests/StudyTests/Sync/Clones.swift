import StudyCore
import Testing

@testable import study

/// How a clone merges progress.
enum MergeSetup: String, CaseIterable {
  /// As `study init` leaves it: git's union merge.
  case plain
  /// After `study sync setup`.
  case driver
  /// After `study sync setup` by a program that was removed since.
  case programGone
}

/// A shared repository and its clones, with real git and the built program.
struct Clones {
  let scratch: Scratch
  let setup: MergeSetup

  /// Makes the clones of a lab whose `study.json` is committed, or is yet to be made.
  init(_ names: [String], _ setup: MergeSetup, committed: Bool = true) throws {
    scratch = try Scratch()
    self.setup = setup
    let study = try #require(StudyBinary.path, "the built program is not beside the tests")
    try shell("mkdir bin && cp '\(study)' bin/study && cp bin/study bin/other")
    try shell("git init -q -b main start && cd start && study init . && rm -rf week*")
    if !committed { try shell("cd start && rm study.json") }
    try shell("cd start && git add -A && git commit -qm start")
    for name in names {
      try shell("git clone -q start \(name)")
      if setup != .plain { try shell("cd \(name) && ../bin/other sync setup") }
      if !committed { try shell("cd \(name) && study init . && rm -rf week*") }
    }
    if setup == .programGone { try shell("rm bin/other") }
  }

  /// Runs a script that must succeed, and gives its output.
  @discardableResult
  func shell(_ script: String, _ place: SourceLocation = #_sourceLocation) throws -> String {
    let environment = [
      "PATH": scratch.path + "/bin:/usr/local/bin:/usr/bin:/bin", "HOME": scratch.path,
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_EDITOR": "true",
      "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "a",
      "GIT_COMMITTER_EMAIL": "a@example.org",
    ]
    let outcome = scratch.shell("set -e\n" + script, environment: environment)
    try #require(
      outcome.ending == .exited(0), "\(script): \(text(outcome.output + outcome.errors))",
      sourceLocation: place)
    return text(outcome.output)
  }

  /// Records notes and commits each.
  func work(_ clone: String, _ notes: String...) throws {
    for note in notes { try shell("cd \(clone) && study note 1.1 '\(note)' && \(commit)") }
  }

  let commit = "git add -A && git commit -qm work"

  /// The events of a clone's file, which must be whole.
  func events(_ clone: String, file: String = "study.json") throws -> [Event] {
    let content = try #require(try scratch.text("\(clone)/\(file)"))
    #expect(!content.contains("<<<<<<<"))
    return try Logbook(Array(content.utf8)).events
  }

  /// Expects that a clone holds just these notes, and a file that the program reads.
  func expect(
    _ clone: String, holds notes: Set<String>, file: String = "study.json",
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    let held = try events(clone, file: file).compactMap(\.note)
    #expect(Set(held) == notes, sourceLocation: place)
    #expect(held.count == notes.count, "each once", sourceLocation: place)
    try shell("cd \(clone) && study report --progress \(file)", place)
  }

  /// What the program says of every task.
  func standings(_ clone: String) throws -> String {
    try shell("cd \(clone) && study list --format json && study report --format json")
  }
}
