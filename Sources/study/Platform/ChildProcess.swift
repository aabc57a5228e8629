// Starting a program, and ending it with all it started. Foundation.Process is absent without
// Foundation proper and ends only the program itself: a provider that terraform started would live
// on. Hence a process group of its own, which signals reach as a whole, and on Linux a guard that
// also finds what left the group (see Guard.h). On macOS nothing inherits the orphans of another
// process, so what leaves the group on purpose (setsid, as daemons do) is out of reach there, as it
// is for a shell; nor do programs end when we are killed.

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

/// A running program: the number by which it is signalled, and our ends of its three streams.
struct ChildProcess {
  let group: pid_t
  let input: Int32
  let output: Int32
  let errors: Int32

  /// Held while a program is started, and while a file that may be one is written: a program that
  /// another thread starts would hold the file open for writing, and the system runs none such.
  static let starting = ThreadLock()

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

  /// Takes note of the end, waiting for it if need be.
  func reap() -> ProcessOutcome.Ending { reapAll().ending }

  /// Starts a program with these as its three streams, and returns its number.
  static func spawn(_ request: ProcessRequest, streams: [Int32]) throws(SpawnFault) -> pid_t {
    let variables = request.environment.map { "\($0.key)=\($0.value)" }.sorted()
    let texts = [request.executable, request.folder] + request.arguments + variables
    let names = request.environment.keys
    guard !texts.contains(where: { $0.utf8.contains(0) }),
      !names.contains(where: { $0.isEmpty || $0.utf8.contains(UInt8(ascii: "=")) })
    else { throw SpawnFault(errno: EINVAL) }
    let (group, code) = starting.held { spawn(request, variables, streams: streams) }
    guard code == 0 else { throw SpawnFault(errno: code) }
    return group
  }

  /// What a status that `waitpid` gave means.
  static func ending(_ status: Int32) -> ProcessOutcome.Ending {
    let signal = status & 0x7f
    return signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal)
  }

  /// Lends texts as C wants them: an array of pointers that ends in nil.
  static func withCStrings<Result>(
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
