import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@testable import study

@Suite("A durable file is always the old one or the new one")
struct DurableFileTests {
  let scratch: Scratch
  let file: String

  init() throws {
    scratch = try Scratch()
    file = scratch("study.json")
  }

  private func update(_ path: String, limit: Int = 1000, to text: String) throws {
    try DurableFile.update(path, limit: limit) { _ in Array(text.utf8) }
  }

  @Test("A file that is absent reads as nil, and is made with the umask's mode")
  func new() throws {
    #expect(try DurableFile.read(file, limit: 10) == nil)
    try DurableFile.update(file, limit: 10) { old in
      #expect(old == nil)
      return Array("new".utf8)
    }
    #expect(try scratch.text("study.json") == "new")
    let mode = try #require(FileStatus.of(file)).mode
    #expect(mode & 0o600 == 0o600 && mode & 0o111 == 0)
    #expect(scratch.names == ["study.json"])
  }

  @Test("Nil or the same bytes write nothing, not even the time")
  func nothing() throws {
    try scratch.write("same", to: "study.json")
    let before = FileStatus.of(file)
    try DurableFile.update(file, limit: 10) { _ in nil }
    try DurableFile.update(file, limit: 10) { $0 }
    #expect(FileStatus.of(file) == before)
  }

  @Test("The mode is kept", arguments: [0o600, 0o640, 0o664, 0o755] as [mode_t])
  func mode(_ mode: mode_t) throws {
    try scratch.write("old", to: "study.json", mode: mode)
    try update(file, to: "new")
    #expect(FileStatus.of(file)?.mode == mode)
  }

  @Test("A chain of links is kept, and the file behind it replaced")
  func links() throws {
    try scratch.write("old", to: "real/data.json")
    try Folders.makeFolders(scratch("a"))
    try #require(symlink("../real/data.json", scratch("a/second")) == 0)
    try #require(symlink(scratch("a/second"), file) == 0)
    try update(file, to: "new")
    #expect(try scratch.text("real/data.json") == "new")
    #expect(FileStatus.of(file)?.kind == .symlink)
    #expect(FileStatus.of(scratch("a/second"))?.kind == .symlink)
  }

  @Test("A link to nothing is an error that names both, and what it names is not made")
  func dangling() throws {
    try #require(symlink("gone/target", file) == 0)
    try #require(symlink("study.json", scratch("second")) == 0)
    try #require(symlink(scratch("drive"), scratch("folder")) == 0)
    for (path, link, target) in [
      (file, file, "gone/target"), (scratch("second"), scratch("second"), "study.json"),
      (scratch("folder/a/study.json"), scratch("folder"), scratch("drive")),
    ] {
      let fault = FileFault.danglingLink(link, target: target)
      #expect(throws: fault) { try DurableFile.read(path, limit: 9) }
      #expect(throws: fault) { try update(path, to: "new") }
    }
    try Folders.makeFolders(scratch("gone"))
    #expect(throws: FileFault.danglingLink(file, target: "gone/target")) {
      try update(file, to: "new")
    }
    #expect(scratch.names == ["folder", "gone", "second", "study.json"])
    #expect(FileStatus.of(scratch("gone/target")) == nil)
  }

  @Test("A loop of links is said to be one")
  func loop() throws {
    try #require(symlink("study.json", file) == 0)
    #expect(throws: FileFault.linkLoop(file)) { try update(file, to: "new") }
    #expect(throws: FileFault.linkLoop(file)) { try DurableFile.read(file, limit: 9) }
  }

  @Test("A FIFO, a folder and a device are refused at once")
  func notRegular() throws {
    try #require(mkfifo(file, 0o644) == 0)
    #expect(throws: FileFault.notRegular(file, .fifo)) { try DurableFile.read(file, limit: 9) }
    #expect(throws: FileFault.notRegular(file, .fifo)) { try update(file, to: "new") }
    let folder = scratch.path
    #expect(throws: FileFault.notRegular(folder, .folder)) {
      try DurableFile.read(folder, limit: 9)
    }
    #expect(throws: FileFault.notRegular("/dev/zero", .device)) {
      try DurableFile.read("/dev/zero", limit: 9)
    }
    #expect(throws: FileFault.notRegular("/dev/zero", .device)) {
      try update("/dev/zero", to: "new")
    }
    #expect(FileStatus.of(file)?.kind == .fifo)
  }

  @Test("A file over the limit is neither read nor written")
  func limits() throws {
    try scratch.write("0123456789", to: "study.json")
    #expect(try DurableFile.read(file, limit: 10)?.count == 10)
    #expect(throws: FileFault.tooLarge(file, limit: 9)) { try DurableFile.read(file, limit: 9) }
    #expect(throws: FileFault.tooLarge(file, limit: 10)) {
      try update(file, limit: 10, to: "0123456789A")
    }
    #expect(try scratch.text("study.json") == "0123456789")
    #expect(scratch.names == ["study.json"])
  }

  @Test("Without the owner's write bit the file is refused and stays")
  func readOnly() throws {
    try scratch.write("old", to: "study.json", mode: 0o444)
    #expect(throws: FileFault.readOnly(file)) { try update(file, to: "new") }
    #expect(try scratch.text("study.json") == "old")
  }

  @Test("A missing folder is said to be missing, and can be made with those above it")
  func missingFolder() throws {
    let deep = scratch("a/b/c/study.json")
    #expect(throws: FileFault.notFound(scratch("a/b/c"))) { try update(deep, to: "new") }
    try Folders.makeFolders(scratch("a/b/c/"))
    try Folders.makeFolders(scratch("a/b/c"))
    try update(deep, to: "new")
    #expect(try scratch.text("a/b/c/study.json") == "new")
    #expect(throws: FileFault.writeFailed(deep + "/d", .makeFolder, errno: ENOTDIR)) {
      try Folders.makeFolders(deep + "/d")
    }
  }

  @Test("A path with a NUL is refused, not cut short")
  func nul() throws {
    try scratch.write("old", to: "study.json")
    let path = file + "\0.bak"
    #expect(throws: FileFault.unreadable(path, errno: EINVAL)) { try update(path, to: "new") }
    #expect(throws: FileFault.unreadable(path, errno: EINVAL)) {
      try DurableFile.read(path, limit: 9)
    }
  }

  @Test("What the change throws comes through, and the file stays")
  func changeThrows() throws {
    struct Refusal: Error {}
    try scratch.write("old", to: "study.json")
    #expect(throws: Refusal.self) {
      try DurableFile.update(file, limit: 9) { _ in throw Refusal() }
    }
    #expect(try scratch.text("study.json") == "old")
    #expect(scratch.names == ["study.json"])
  }
}
