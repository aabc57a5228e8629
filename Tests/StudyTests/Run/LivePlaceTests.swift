import StudyCore
import Testing

@testable import study

@Suite("The built program takes no place for another")
struct LivePlaceTests {
  private let scratch: Scratch
  private let study: String

  init() throws {
    scratch = try Scratch()
    study = try #require(StudyBinary.path, "the built program is not beside the tests")
    for name in ["home", "lab"] { try Folders.makeFolders(scratch(name)) }
  }

  private func shell(_ script: String) -> ProcessOutcome {
    scratch.shell(
      script.replacing("study ", with: "'\(study)' "),
      environment: ["PATH": "/usr/bin:/bin", "HOME": scratch("home")])
  }

  @Test(
    "In a folder that was deleted it does nothing",
    arguments: ["done 1.1", "init", "init sub", "next", "list", "sync repair", "undo", "doctor"])
  func deletedFolder(command: String) throws {
    let outcome = shell("mkdir x && cd x && rmdir ../x && study \(command)")
    #expect(outcome.ending == .exited(74))
    #expect(text(outcome.errors).contains("the current folder can't be told"))
    #expect(text(outcome.output).isEmpty)
    #expect(try FileTree.list(scratch("home"), excluding: [], limits: limits).isEmpty)
  }

  @Test("A folder made anew under the name of the deleted one is another")
  func replacedFolder() {
    let outcome = shell("mkdir x && cd x && rmdir ../x && mkdir ../x && study init")
    #expect(outcome.ending == .exited(74))
    #expect(FileStatus.of(scratch("x/study.json")) == nil)
  }

  @Test("A link to a drive that is not there is no progress, for readers and writers")
  func danglingLink() throws {
    for target in ["/nowhere/study.json", "study.json", "../away/study.json"] {
      for command in ["done 1.1", "next", "report --format json", "init", "undo", "sync repair"] {
        let outcome = shell("cd lab && ln -sfn \(target) study.json && study \(command)")
        #expect(outcome.ending == .exited(74), "\(command)")
        #expect(text(outcome.errors).contains("study.json is a link"), "\(command)")
        #expect(try FileTree.list(scratch("home"), excluding: [], limits: limits).isEmpty)
      }
    }
    #expect(FileStatus.of(scratch("away")) == nil)
  }

  @Test("Without a home it reads, plans and checks; what must be kept has no place")
  func homeless() throws {
    for command in ["next", "list", "report", "check --plan 1.1", "show 1.1", "next --format json"]
    {
      for home in ["env -u HOME", "env HOME=", "env HOME=relative"] {
        let outcome = shell("cd lab && \(home) study \(command)")
        #expect(outcome.ending == .exited(0), "\(command): \(text(outcome.errors))")
        #expect(outcome.errors.isEmpty)
      }
    }
    #expect(shell("cd lab && env -u HOME study done 1.1").ending == .exited(74))
    #expect(shell("cd lab && env -u HOME study init").ending == .exited(0))
    let done = shell("cd lab && env -u HOME study done 1.1")
    #expect(done.ending == .exited(0))
    #expect(text(done.output).contains("wrote study.json"))
  }

  @Test("Events name the machine and its user by a digest, the same every time")
  func machine() throws {
    let script = "cd lab && study init && study done 1.1 && study done 1.2 && HOME=/ study done 1.3"
    try #require(shell(script).ending == .exited(0))
    let bytes = Array(try #require(try scratch.text("lab/study.json")).utf8)
    let names = try Logbook(bytes).events.map(\.machine)
    try #require(names.count == 3)
    #expect(names[0] != nil && names[0] == names[1] && names[1] != names[2])
  }

  #if os(Linux)
    @Test("Without /proc it says so, where Swift can't read the command line")
    func withoutProc() throws {
      let inside = "unshare -rm sh -c 'mount -t tmpfs none /proc && exec \"$0\" \"$@\"' "
      guard shell(inside + "true").ending == .exited(0) else {
        try Test.cancel("no other /proc can be had here")
      }
      for command in ["--version", "done 1.1", "next"] {
        let outcome = shell("cd lab && " + inside + "study \(command)")
        #expect(outcome.ending == .exited(74))
        #expect(text(outcome.errors).contains("/proc"))
      }
    }
  #endif

  private let limits = FileTree.Limits(entries: 100, bytes: 1 << 20)
}
