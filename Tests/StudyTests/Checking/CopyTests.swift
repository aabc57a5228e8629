import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@testable import study

@Suite("The learner's files are copied, never changed", .enabled(if: Workbench.jq != nil))
struct CopyTests {
  typealias C = Course

  private static let listing = C.judged(
    "find . | sort", by: "split(\"\\n\") | map(select(. != \"\"))", as: "text")

  /// A step that spoils all it can reach by relative paths.
  private static let vandal =
    "echo spoilt > work.txt; rm -rf sub; mkdir -p new/one; chmod 000 new; touch -d 2001-01-01 ."

  @Test("Contents, modes and times stay, whatever a check does", arguments: ["exit 0", "exit 1"])
  func untouched(_ end: String) throws {
    let bench = try Workbench(.steps(C.step(Self.vandal + "; " + end)))
    try bench.scratch.write("#!/bin/sh\n", to: "lab/week01/sub/run.sh", mode: 0o750)
    try bench.scratch.write("", to: "lab/week01/read-only", mode: 0o444)
    let before = try bench.fingerprint()
    #expect(try bench.check("job").status == (end == "exit 0" ? 0 : 1))
    #expect(try bench.fingerprint() == before)
    #expect(bench.leftovers == [])
  }

  @Test("History and what can be fetched again are not copied")
  func passedOver() throws {
    let bench = try Workbench(.steps(Self.listing))
    for name in [
      ".git/config", ".terraform/x", "node_modules/x", "a/node_modules/x", ".terraform.lock.hcl",
      "__pycache__/x", "a/kept",
    ] { try bench.scratch.write("", to: "lab/week01/" + name) }
    #expect(try bench.check("job").reasons == [".", "./a", "./a/kept", "./work.txt"])
  }

  @Test("Modes and links within the folder are copied")
  func kept() throws {
    let script = "ls -l run.sh | cut -c1-10; readlink to; cat to"
    let bench = try Workbench(
      .steps(C.judged(script, by: "split(\"\\n\") | map(select(. != \"\"))", as: "text")))
    try bench.scratch.write("", to: "lab/week01/run.sh", mode: 0o755)
    try #require(symlink("work.txt", bench.lab + "/week01/to") == 0)
    #expect(try bench.check("job").reasons == ["-rwxr-xr-x", "work.txt", "A work."])
  }

  /// Something in the lab that can't be copied, and words of what is said about it.
  private func refuses(
    _ words: [String], _ spoil: (Workbench) throws -> Void
  ) throws {
    let bench = try Workbench()
    try spoil(bench)
    let answer = try bench.check("job")
    #expect(answer.status == 2)
    #expect(answer.verdict == "couldNotCheck")
    for word in words { #expect(answer.reason.contains(word), "\(answer.reason)") }
    #expect(try bench.countRuns() == 0)
    #expect(bench.leftovers == [])
  }

  @Test("Too many files")
  func tooMany() throws {
    try refuses(["2000 files", "move what is not part of the work"]) { bench in
      try Folders.makeFolders(bench.lab + "/week01/many")
      for number in 0..<2001 { try QuickFile.write(bench.lab + "/week01/many/\(number)", []) }
    }
  }

  @Test("Too large a file")
  func tooLarge() throws {
    try refuses(["50 MiB", "move what is not part of the work"]) { bench in
      let path = try bench.scratch.write("", to: "lab/week01/large")
      try #require(truncate(path, 51 << 20) == 0)
    }
  }

  @Test("A FIFO, which would hang whoever reads it")
  func fifo() throws {
    try refuses(["pipe is a fifo", "move it out"]) { bench in
      try #require(mkfifo(bench.lab + "/week01/pipe", 0o600) == 0)
    }
  }

  @Test("A link to elsewhere", arguments: ["/etc/passwd", "../week02/x", "sub/../../x"])
  func link(_ target: String) throws {
    try refuses(["out is a link to \(target)", "put a copy of the file in its place"]) { bench in
      try Folders.makeFolders(bench.lab + "/week01/sub")
      try #require(symlink(target, bench.lab + "/week01/out") == 0)
    }
  }

  @Test("A file that may not be read")
  func unreadable() throws {
    guard getuid() != 0 else {
      print("skipped: a file that may not be read, since root may read all")
      return
    }
    try refuses(["closed", "mend that and try again"]) { bench in
      try bench.scratch.write("", to: "lab/week01/closed", mode: 0)
    }
  }

  @Test("A lab's file does not take the place of what a check brings")
  func fixtures() throws {
    let steps = [C.step("cat given/rules; ls -l given/rules", ", \"says\": [\"strict\"]")]
    let fixture = ", \"fixtures\": {\"given/rules\": [\"strict\"]}"
    let bench = try Workbench(Course(tasks: [C.task(checks: [C.check(steps, also: fixture)])]))
    try bench.scratch.write("lax\n", to: "lab/week01/given/rules", mode: 0o400)
    #expect(try bench.check("job").verdict == "passed")
    try #require(unlink(bench.lab + "/week01/given/rules") == 0)
    try #require(symlink("../work.txt", bench.lab + "/week01/given/rules") == 0)
    #expect(try bench.check("job").verdict == "passed")
    try #require(unlink(bench.lab + "/week01/given/rules") == 0)
    try Folders.makeFolders(bench.lab + "/week01/given/rules")
    #expect(try bench.check("job").verdict == "couldNotCheck")
    #expect(try bench.scratch.text("lab/week01/work.txt") == "A work.\n")
  }

  @Test("A relative folder for temporary files does not put copies in the lab")
  func temporary() throws {
    let bench = try Workbench(.steps(Self.listing))
    let answer = try bench.check("job", environment: ["TMPDIR": "."])
    #expect(answer.reasons == [".", "./work.txt"])
    #expect(bench.names("lab") == ["study.json", "week01"])
  }
}
