// Starting a program, and ending it with all it started. Foundation.Process is absent without
// Foundation proper and ends only the program itself: a provider that terraform started would live
// on. Hence posix_spawn with a process group of its own, which signals reach as a whole. What leaves
// the group on purpose (setsid, as daemons do) is out of reach, here as for a shell.

import SystemCalls

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a program did not start: `errno`.
struct SpawnFault: Error {
  var errno: Int32
}

/// A running program: its number, which is also its group's, and our ends of its three streams.
struct ChildProcess {
  let group: pid_t
  let input: Int32
  let output: Int32
  let errors: Int32

  /// Starts a program in its folder, with default signals, none blocked, and no other descriptors.
  static func start(_ request: ProcessRequest) throws(SpawnFault) -> ChildProcess {
    var made: [(readEnd: Int32, writeEnd: Int32)] = []
    for _ in 0..<3 {
      guard let pipe = Pipes.make() else {
        let code = errno
        for pipe in made { close(pipe) }
        throw SpawnFault(errno: code)
      }
      made.append(pipe)
    }
    let (input, output, errors) = (made[0], made[1], made[2])
    let theirs = [input.readEnd, output.writeEnd, errors.writeEnd]
    let group: pid_t
    do { group = try spawn(request, streams: theirs) } catch {
      for pipe in made { close(pipe) }
      throw error
    }
    for end in theirs { closeEnd(end) }
    Pipes.makeNonblocking(input.writeEnd)
    return ChildProcess(
      group: group, input: input.writeEnd, output: output.readEnd, errors: errors.readEnd)
  }

  /// Whether the program has ended, its end not yet taken note of: until `reap` its number, and so
  /// its group's, cannot go to a stranger whom a signal would then hit.
  var hasEnded: Bool {
    var info = siginfo_t()
    let flags = WEXITED | WNOHANG | WNOWAIT
    let result = System.uninterrupted { waitid(P_PID, id_t(group), &info, flags) }
    return result != 0 || info.si_signo != 0
  }

  /// Signals the program and all it started that stayed in its group.
  func send(_ number: Int32) {
    kill(-group, number)
  }

  /// Takes note of the end, waiting for it if need be.
  func reap() -> ProcessOutcome.Ending {
    var status: Int32 = 0
    guard System.uninterrupted({ waitpid(group, &status, 0) }) == group else {
      return .couldNotStart(errno: errno)
    }
    let signal = status & 0x7f
    return signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal)
  }

  /// Starts a program with these as its three streams, and returns its number.
  static func spawn(_ request: ProcessRequest, streams: [Int32]) throws(SpawnFault) -> pid_t {
    let variables = request.environment.map { "\($0.key)=\($0.value)" }.sorted()
    let texts = [request.executable, request.folder] + request.arguments + variables
    let names = request.environment.keys
    guard !texts.contains(where: { $0.utf8.contains(0) }),
      !names.contains(where: { $0.isEmpty || $0.utf8.contains(UInt8(ascii: "=")) })
    else { throw SpawnFault(errno: EINVAL) }
    let (group, code) = spawn(request, variables, streams: streams)
    guard code == 0 else { throw SpawnFault(errno: code) }
    return group
  }

  private static func spawn(
    _ request: ProcessRequest, _ variables: [String], streams: [Int32]
  ) -> (pid_t, Int32) {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      // Also descriptors that some library opened without close-on-exec.
      let more = POSIX_SPAWN_CLOEXEC_DEFAULT
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      let more: Int32 = 0
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (number, end) in streams.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, end, Int32(number))
    }
    #if canImport(Darwin)
      posix_spawn_file_actions_addchdir_np(&actions, request.folder)
    #else
      _ = study_spawn_in_folder(&actions, request.folder)
    #endif
    var all = sigset_t()
    var none = sigset_t()
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags =
      Int32(POSIX_SPAWN_SETPGROUP) | Int32(POSIX_SPAWN_SETSIGDEF)
      | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(more)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    return withCStrings([request.executable] + request.arguments) { arguments in
      withCStrings(variables) { environment in
        var child: pid_t = 0
        let code = posix_spawn(
          &child, request.executable, &actions, &attributes, arguments, environment)
        return (child, code)
      }
    }
  }

  /// Lends texts as C wants them: an array of pointers that ends in nil.
  private static func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return withUnsafeTemporaryAllocation(
      of: UnsafeMutablePointer<CChar>?.self, capacity: texts.count + 1
    ) { pointers in
      for (index, copy) in copies.enumerated() { pointers.initializeElement(at: index, to: copy) }
      pointers.initializeElement(at: copies.count, to: nil)
      guard let start = pointers.baseAddress else { preconditionFailure("capacity is at least 1") }
      return body(start)
    }
  }

  private static func close(_ pipe: (readEnd: Int32, writeEnd: Int32)) {
    closeEnd(pipe.readEnd)
    closeEnd(pipe.writeEnd)
  }
}

private func closeEnd(_ file: Int32) {
  close(file)
}
