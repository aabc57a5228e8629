import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@testable import study

@Suite("What killed runs have left is cleared away, and nothing else")
struct RunFolderTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A folder as a killed run leaves it.
  private func leave(_ name: String = "study-abcdef") throws {
    try scratch.write("\n", to: name + "/.study-run")
    try scratch.write("x", to: name + "/1/week01/main.tf")
  }

  @Test("The folder of a run that was killed goes, whatever is in it")
  func killed() throws {
    try leave()
    try #require(symlink("/etc", scratch("study-abcdef/1/out")) == 0)
    try #require(chmod(scratch("study-abcdef/1/week01"), 0o500) == 0)
    RunFolder.sweep(scratch.path)
    #expect(scratch.names == [])
  }

  @Test("That of a run that goes on stays, until it has ended")
  func living() throws {
    let path = try RunFolder.make(in: scratch.path)
    RunFolder.sweep(scratch.path)
    #expect(FileStatus.of(path)?.kind == .folder)
    RunFolder.remove(path)
    #expect(scratch.names == [])
  }

  @Test("One that is just being made stays")
  func young() throws {
    try scratch.write("", to: "study-abcdef/.study-run")
    RunFolder.sweep(scratch.path)
    #expect(scratch.names == ["study-abcdef"])
  }

  @Test("Other names, links, and folders without our mark stay")
  func others() throws {
    try leave("elsewhere")
    try leave("study-longer-name")
    try scratch.write("x", to: "study-000000/notes")
    try #require(symlink("elsewhere", scratch("study-111111")) == 0)
    try Folders.makeFolders(scratch("study-222222"))
    try #require(symlink("/dev/null", scratch("study-222222/.study-run")) == 0)
    try Folders.makeFolders(scratch("study-333333"))
    try #require(mkfifo(scratch("study-333333/.study-run"), 0o600) == 0)
    let before = scratch.names
    RunFolder.sweep(scratch.path)
    #expect(scratch.names == before)
    #expect(try scratch.text("elsewhere/1/week01/main.tf") == "x")
  }

  @Test("That of another user stays")
  func foreign() throws {
    guard getuid() == 0 else { try Test.cancel("only root can give a folder away") }
    try leave()
    try #require(chown(scratch("study-abcdef"), 12345, 12345) == 0)
    RunFolder.sweep(scratch.path)
    #expect(scratch.names == ["study-abcdef"])
  }

  #if os(Linux)
    @Test("What it left running is ended, if it is surely its own")
    func processes() throws {
      try leave()
      let path = scratch("study-abcdef")
      func start(_ value: String) throws -> ChildProcess {
        try ChildProcess.start(
          ProcessRequest(
            executable: "/bin/sleep", arguments: ["300"], environment: ["STUDY_RUN": value],
            folder: "/", timeout: 0))
      }
      let own = try start(path)
      let others = [try start(path + "x"), try start("")]
      RunFolder.sweep(scratch.path)
      #expect(own.reap() == .signalled(SIGKILL))
      for other in others {
        #expect(!other.hasEnded)
        other.send(SIGKILL)
        _ = other.reap()
      }
      #expect(scratch.names == [])
    }
  #endif
}
