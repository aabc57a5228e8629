import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@testable import study

@Suite("A folder is listed, copied and removed whole, or refused")
struct FileTreeTests {
  let scratch: Scratch
  let root: String

  init() throws {
    scratch = try Scratch()
    root = scratch("root")
    try Folders.makeFolders(root)
  }

  private func list(
    excluding names: Set<String> = [], entries: Int = 100, bytes: Int = 1000
  ) throws -> [FileTree.Entry] {
    let limits = FileTree.Limits(entries: entries, bytes: bytes)
    return try FileTree.list(root, excluding: names, limits: limits)
  }

  private func link(_ path: String, to target: String) throws {
    try #require(symlink(target, scratch("root/\(path)")) == 0)
  }

  @Test("Entries come in the order of their bytes, folders before what they hold")
  func order() throws {
    for name in ["b", "a/z", "a.txt", "a/b/c", "é", "Z"] {
      try scratch.write("x", to: "root/\(name)")
    }
    #expect(try list().map(\.path) == ["Z", "a", "a.txt", "a/b", "a/b/c", "a/z", "b", "é"])
  }

  @Test("Kind, mode, size and link text are told")
  func facts() throws {
    try scratch.write("12345", to: "root/run.sh", mode: 0o755)
    try link("link", to: "./run.sh")
    let entries = try list()
    #expect(entries.map(\.kind) == [.symlink(target: "./run.sh"), .file])
    #expect(entries.map(\.mode) == [0, 0o755])
    #expect(entries.map(\.size) == [0, 5])
    #expect(entries[1].modified == FileStatus.of(scratch("root/run.sh"))?.modified)
  }

  @Test("Excluded names are passed over at any depth, whatever they hold")
  func excluded() throws {
    try scratch.write("x", to: "root/a/.git/config")
    try scratch.write("x", to: "root/.git")
    try scratch.write("x", to: "root/node_modules/x")
    try link("node_modules/out", to: "/etc")
    #expect(try list(excluding: [".git", "node_modules"]).map(\.path) == ["a"])
  }

  @Test("More entries or bytes than allowed are refused")
  func limits() throws {
    try scratch.write("12345", to: "root/a")
    try scratch.write("12345", to: "root/b")
    #expect(try list(entries: 2, bytes: 10).count == 2)
    #expect(throws: TreeFault.tooManyEntries(limit: 1)) { try list(entries: 1) }
    #expect(throws: TreeFault.tooManyBytes(limit: 9)) { try list(bytes: 9) }
  }

  @Test("A FIFO is refused by name, and at once")
  func fifo() throws {
    try #require(mkfifo(scratch("root/pipe"), 0o644) == 0)
    #expect(throws: TreeFault.notCopyable("pipe", .fifo)) { try list() }
  }

  @Test("A name that is not UTF-8 is refused", .enabled(if: namesMayBeAnyBytes))
  func notUTF8() throws {
    let name = (scratch("root/").utf8.map { CChar(bitPattern: $0) }) + [CChar(bitPattern: 0xff), 0]
    let file = open(name, O_CREAT | O_WRONLY, 0o600)
    try #require(file >= 0)
    close(file)
    #expect(throws: TreeFault.notUTF8("\u{fffd}")) { try list() }
  }

  @Test(
    "A link that leaves the folder is refused by name",
    arguments: ["/etc", "/", "../..", "../../x", "../a/../../x", "b/../../../root/a", "up/../x"])
  func leaving(target: String) throws {
    try scratch.write("x", to: "root/a/b/file")
    try link("a/up", to: "..")
    try link("a/link", to: target)
    #expect(throws: TreeFault.linkLeavesFolder("a/link", target: target)) { try list() }
  }

  @Test("An absolute link is refused even if it points inside")
  func absolute() throws {
    try scratch.write("x", to: "root/a")
    try link("link", to: scratch("root/a"))
    #expect(throws: TreeFault.linkLeavesFolder("link", target: scratch("root/a"))) { try list() }
  }

  @Test(
    "A link that stays is kept, dangling and circular ones too",
    arguments: ["a", "a/../a/b", "nowhere", "link", "./a//b/", "a/up/a", "a/up/a/up"])
  func staying(target: String) throws {
    try scratch.write("x", to: "root/a/b/file")
    try link("a/up", to: "..")
    try link("link", to: target)
    #expect(try list().contains { $0.kind == .symlink(target: target) })
  }

  @Test("A copy is listed as the original is")
  func copy() throws {
    try scratch.write("#!/bin/sh\n", to: "root/run.sh", mode: 0o755)
    try scratch.write("secret", to: "root/a/b/key", mode: 0o400)
    try scratch.write("", to: "root/empty")
    try link("link", to: "a/b")
    try #require(chmod(scratch("root/a"), 0o555) == 0)
    let entries = try list()
    let copy = scratch("copy")
    try Folders.makeFolders(copy)
    try FileTree.copy(root, to: copy, entries)
    let limits = FileTree.Limits(entries: 100, bytes: 1000)
    let copied = try FileTree.list(copy, excluding: [], limits: limits)
    #expect(copied.map(\.path) == entries.map(\.path))
    #expect(copied.map(\.mode) == entries.map(\.mode))
    #expect(copied.map(\.kind) == entries.map(\.kind))
    #expect(
      copied.filter { $0.kind == .file }.map(\.modified)
        == entries.filter { $0.kind == .file }.map(\.modified))
    #expect(try scratch.text("copy/a/b/key") == "secret")
  }

  @Test("A file that changed since it was listed is not copied")
  func changed() throws {
    try scratch.write("old", to: "root/file")
    let entries = try list()
    try scratch.write("newer", to: "root/file")
    let copy = scratch("copy")
    try Folders.makeFolders(copy)
    #expect(throws: TreeFault.changed("file")) { try FileTree.copy(root, to: copy, entries) }
  }

  @Test("Removing takes read-only folders and odd names, but nothing behind a link")
  func remove() throws {
    try scratch.write("keep", to: "outside/file")
    try scratch.write("x", to: "root/a/b/c/file")
    try scratch.write("x", to: "root/.study-moved-1/.study-moved-2/file")
    try link("a/out", to: scratch("outside"))
    try #require(mkfifo(scratch("root/a/pipe"), 0o600) == 0)
    try #require(chmod(scratch("root/a/b"), 0o500) == 0)
    try #require(chmod(scratch("root/a"), 0) == 0)
    try FileTree.remove(root)
    try FileTree.remove(root)
    #expect(scratch.names == ["outside"])
    #expect(try scratch.text("outside/file") == "keep")
  }

  @Test("A nest deeper than a path may be long is removed")
  func deep() throws {
    var folder = open(root, O_RDONLY | O_DIRECTORY)
    let name = String(repeating: "n", count: 200)
    for _ in 0..<60 {
      try #require(mkdirat(folder, name, 0o700) == 0)
      let next = openat(folder, name, O_RDONLY | O_DIRECTORY)
      close(folder)
      folder = next
    }
    close(folder)
    try FileTree.remove(root)
    #expect(FileStatus.of(root) == nil)
  }

  @Test("A temporary folder is ours alone, and each is another")
  func temporary() throws {
    let one = try Folders.makeTemporaryFolder(prefix: "one-", in: scratch.path)
    let two = try Folders.makeTemporaryFolder(prefix: "one-", in: scratch.path)
    #expect(one != two)
    #expect(FileStatus.of(one)?.mode == 0o700)
    #expect(throws: FileFault.writeFailed(scratch("no"), .makeFolder, errno: ENOENT)) {
      try Folders.makeTemporaryFolder(prefix: "one-", in: scratch("no"))
    }
  }
}

#if os(Linux)
  private let namesMayBeAnyBytes = true
#else
  private let namesMayBeAnyBytes = false
#endif
