import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@testable import study

@Suite("A tool runs with exactly what it is given")
struct ProcessRunnerTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("Both streams and the exit status come back")
  func streams() {
    let outcome = scratch.shell("echo out; echo err >&2; exit 7")
    #expect(outcome.ending == .exited(7))
    #expect(text(outcome.output) == "out\n")
    #expect(text(outcome.errors) == "err\n")
    #expect(!outcome.truncated)
  }

  @Test("Death by a signal is told from an exit")
  func signalled() {
    #expect(scratch.shell("kill -SEGV $$").ending == .signalled(SIGSEGV))
  }

  @Test("Ten megabytes on both streams deadlock in neither order")
  func large() {
    let script = "head -c 10000000 /dev/zero; head -c 10000000 /dev/zero >&2"
    for script in [script, "(\(script)) 3>&1 1>&2 2>&3"] {
      let outcome = scratch.shell(script, limit: 16 << 20)
      #expect(outcome.ending == .exited(0))
      #expect(outcome.output.count == 10_000_000)
      #expect(outcome.errors.count == 10_000_000)
    }
  }

  @Test("Output over the limit is dropped, said, and does not stop the tool")
  func truncated() {
    let outcome = scratch.shell("head -c 3000000 /dev/zero; echo end >&2", limit: 1000)
    #expect(outcome.ending == .exited(0))
    #expect(outcome.output.count == 1000)
    #expect(outcome.truncated)
    #expect(text(outcome.errors) == "end\n")
    #expect(!scratch.shell("head -c 1000 /dev/zero", limit: 1000).truncated)
  }

  @Test("A megabyte of input comes back whole while it is still being written")
  func input() {
    let input = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    #expect(scratch.shell("cat", input: input).output == input)
  }

  @Test("A tool that does not read its input does not end us by SIGPIPE")
  func unreadInput() {
    let input = [UInt8](repeating: 0, count: 1_000_000)
    #expect(scratch.shell("exec 0<&-; sleep 0.1; echo done", input: input).ending == .exited(0))
    #expect(scratch.shell("true", input: input).ending == .exited(0))
  }

  @Test("Without input the tool sees the end at once")
  func noInput() {
    #expect(scratch.shell("cat").ending == .exited(0))
  }

  @Test("The folder is the one asked for")
  func folder() {
    #expect(text(scratch.shell("pwd -P; ls").output).hasSuffix(scratch.path + "\n"))
  }

  @Test("The environment is exactly the one given, and arguments arrive as they are")
  func environment() {
    let arguments = ["a b", "", "$HOME", "ü\n"]
    let request = ProcessRequest(
      executable: "/usr/bin/env", arguments: [], environment: ["B": "2 =", "A": ""],
      folder: "/", timeout: 60)
    #expect(text(ProcessRunner.run(request).output) == "A=\nB=2 =\n")
    let echo = ProcessRequest(
      executable: "/usr/bin/printf", arguments: ["<%s>"] + arguments, environment: [:],
      folder: "/", timeout: 60)
    #expect(text(ProcessRunner.run(echo).output) == "<a b><><$HOME><ü\n>")
  }

  @Test("Signals that we ignore are not ignored by the tool")
  func defaults() {
    DurableFile.ignoreFileSizeSignal()
    let outcome = scratch.shell("ulimit -f 0; echo x > file")
    #expect(outcome.ending == .signalled(SIGXFSZ) || outcome.ending == .exited(128 + SIGXFSZ))
  }

  @Test("Pipes close on exec and stay clear of the three streams")
  func pipes() throws {
    let pipe = try #require(Pipes.make())
    for end in [pipe.readEnd, pipe.writeEnd] {
      #expect(end > 2)
      #expect(fcntl(end, F_GETFD) & FD_CLOEXEC != 0)
      close(end)
    }
  }

  @Test("What cannot start says why")
  func cannotStart() {
    func ending(_ executable: String, _ argument: String = "", folder: String = "/")
      -> ProcessOutcome.Ending
    {
      let request = ProcessRequest(
        executable: executable, arguments: [argument], environment: [:], folder: folder,
        timeout: 60)
      return ProcessRunner.run(request).ending
    }
    #expect(ending("/no/such/tool") == .couldNotStart(errno: ENOENT))
    #expect(ending("/etc/passwd") == .couldNotStart(errno: EACCES))
    #expect(ending("/bin/sh", folder: "/no/such/folder") == .couldNotStart(errno: ENOENT))
    #expect(ending("/bin/sh", "a\0b") == .couldNotStart(errno: EINVAL))
  }

  @Test("Many at once each get their own output")
  func parallel() {
    let folder = scratch.path
    onThreads(16) { index in
      let request = ProcessRequest(
        executable: "/bin/sh", arguments: ["-c", "cat; echo \(index)"], environment: [:],
        folder: folder, input: Array("in \(index)\n".utf8), timeout: 60)
      let outcome = ProcessRunner.run(request, interruption: Interruption())
      #expect(String(decoding: outcome.output, as: UTF8.self) == "in \(index)\n\(index)\n")
    }
  }

  @Test("A tool is found on the path as a shell finds it, but never in a relative folder")
  func find() throws {
    try scratch.write("#!/bin/sh\n", to: "one/tool", mode: 0o644)
    try scratch.write("#!/bin/sh\n", to: "two/tool", mode: 0o755)
    try Folders.makeFolders(scratch("three/tool"))
    let folders = ["three", "one", "two"].map { scratch($0) }.joined(separator: ":")
    #expect(findExecutable("tool", path: folders) == scratch("two/tool"))
    #expect(findExecutable("tool", path: scratch("two/")) == scratch("two/tool"))
    #expect(findExecutable("tool", path: scratch("one")) == nil)
    #expect(findExecutable(scratch("two/tool"), path: "") == scratch("two/tool"))
    #expect(findExecutable("sh", path: "::bin:.:../../../../../../bin") == nil)
    #expect(findExecutable("", path: "/bin") == nil)
  }
}
