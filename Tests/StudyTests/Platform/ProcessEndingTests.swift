import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@testable import study

@Suite("A tool neither hangs us nor outlives us")
struct ProcessEndingTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A FIFO that a script opens as descriptor 9; `isHeld` while any process still has it.
  private func makeLeash() throws -> Int32 {
    try #require(mkfifo(scratch("leash"), 0o600) == 0)
    return open(scratch("leash"), O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  }

  /// Waits up to five seconds for those who held the leash to be gone.
  private func isHeld(_ leash: Int32) -> Bool {
    var byte: UInt8 = 0
    for _ in 0..<500 {
      if read(leash, &byte, 1) == 0 { return false }
      System.pause(milliseconds: 10)
    }
    return true
  }

  @Test("A timeout ends the tool with its grandchildren, even those that ignore SIGTERM")
  func timeout() throws {
    let leash = try makeLeash()
    defer { close(leash) }
    let outcome = scratch.shell(
      "exec 9>leash; echo begun; (trap '' TERM; sleep 300) & sleep 300", timeout: 0.5)
    #expect(outcome.ending == .timedOut)
    #expect(text(outcome.output) == "begun\n")
    #expect(!isHeld(leash))
  }

  @Test("A tool that ignores SIGTERM is killed, one that heeds it may clean up")
  func grace() {
    #expect(scratch.shell("trap '' TERM; sleep 300; sleep 300", timeout: 0.2).ending == .timedOut)
    let polite = scratch.shell("trap 'echo cleaned; exit' TERM; sleep 300 & wait", timeout: 0.5)
    #expect(polite.ending == .timedOut)
    #expect(text(polite.output) == "cleaned\n")
  }

  @Test("A tool that stopped itself is ended too")
  func stopped() {
    #expect(scratch.shell("kill -STOP $$", timeout: 0.2).ending == .timedOut)
  }

  @Test("A grandchild in the background neither holds us nor lives on")
  func background() throws {
    let leash = try makeLeash()
    defer { close(leash) }
    let outcome = scratch.shell("exec 9>leash; sleep 300 & echo done")
    #expect(outcome.ending == .exited(0))
    #expect(text(outcome.output) == "done\n")
    #expect(!isHeld(leash))
  }

  #if os(Linux)
    /// Leaves its group, its parent, its environment and its ear for SIGTERM, but keeps the pipes.
    private static let daemon =
      "exec 9>leash; (setsid env -i sh -c 'trap \"\" TERM; sleep 300; sleep 300' &) ; sleep 0.3; "

    @Test("A daemon in a session of its own is found, ended and named, and does not hold us")
    func daemon() throws {
      let leash = try makeLeash()
      defer { close(leash) }
      let outcome = scratch.shell(Self.daemon + "echo done; exit 3")
      #expect(outcome.ending == .exited(3))
      #expect(text(outcome.output) == "done\n")
      #expect(outcome.leftRunning.first == "sh", "\(outcome.leftRunning)")
      #expect(outcome.seconds < 5)
      #expect(!isHeld(leash))
    }

    @Test("The same after a timeout, and after the program killed itself")
    func daemonLater() throws {
      let leash = try makeLeash()
      defer { close(leash) }
      #expect(scratch.shell(Self.daemon + "sleep 300", timeout: 1).ending == .timedOut)
      #expect(!isHeld(leash))
      #expect(scratch.shell(Self.daemon + "kill -SEGV $$").ending == .signalled(SIGSEGV))
      #expect(!isHeld(leash))
    }

    @Test("What soon ends by itself, or never left the group, is nothing left running")
    func brief() {
      #expect(scratch.shell("(setsid sleep 0.1 &); true").leftRunning == [])
      #expect(scratch.shell("(sleep 300 &); true").leftRunning == [])
    }

    @Test("A program that writes without end is stopped before it has filled the disk")
    func room() throws {
      func run(_ script: String) -> ProcessOutcome {
        ProcessRunner.run(
          ProcessRequest(
            executable: "/bin/sh", arguments: ["-c", script],
            environment: ["PATH": "/usr/bin:/bin"], folder: scratch.path, timeout: 60,
            room: Room(folders: [scratch.path], bytes: 50_000_000)))
      }
      let many = run(
        "i=0; while :; do i=$((i+1)); head -c 5000000 /dev/zero > $i; sleep 0.02; done")
      #expect(many.hasFilledRoom)
      #expect(many.ending != .timedOut)
      let one = run("exec head -c 500000000 /dev/zero > one")
      #expect(one.hasFilledRoom)
      #expect((FileStatus.of(scratch("one"))?.size ?? .max) <= 100_000_000)
      // A file may be long and hold nothing.
      #expect(scratch.shell("rm -f [0-9]* one").ending == .exited(0))
      let hollow = run("truncate -s 90000000 hollow; sleep 1")
      #expect(hollow.ending == .exited(0))
      #expect(!hollow.hasFilledRoom)
    }
  #endif

  @Test("Written just before the end, everything is still read")
  func lastWords() {
    let outcome = scratch.shell("head -c 60000 /dev/zero; kill -9 $$")
    #expect(outcome.ending == .signalled(SIGKILL))
    #expect(outcome.output.count == 60_000)
  }

  @Test("An interruption ends the tool with its grandchildren")
  func interrupted() throws {
    let leash = try makeLeash()
    defer { close(leash) }
    let interruption = Interruption()
    var asked = false
    let outcome = scratch.shell(
      "exec 9>leash; sleep 300 & echo begun; wait", interruption: interruption,
      tick: { seconds in
        if seconds > 0.3, !asked {
          asked = true
          interruption.request()
        }
      })
    #expect(outcome.ending == .interrupted)
    #expect(text(outcome.output) == "begun\n")
    #expect(interruption.isRequested)
    #expect(!interruption.sleep(seconds: 300))
    #expect(!isHeld(leash))
    #expect(scratch.shell("sleep 300", interruption: interruption).ending == .interrupted)
  }

  @Test("An interruption not asked for lets a sleep end")
  func sleeps() {
    #expect(Interruption().sleep(seconds: 0.01))
    #expect(!Interruption().isRequested)
  }
}
