#if !canImport(Darwin)
  import SystemCalls

  #if canImport(Glibc)
    import Glibc
  #else
    import Musl
  #endif

  /// `group` is the number of the guard, which ends as the program does.
  extension ChildProcess {
    /// Signals the program and all it started that stayed in its group.
    func send(_ number: Int32) {
      kill(group, number == SIGKILL ? SIGUSR1 : number)
    }

    /// Takes note of the end, waiting for it if need be; also of what was left running outside the
    /// program's group, and has been ended: its name, and more than one name stands for others.
    func reapAll() -> (ending: ProcessOutcome.Ending, leftRunning: [String]) {
      var status: Int32 = 0
      guard System.uninterrupted({ waitpid(group, &status, 0) }) == group else {
        return (.couldNotStart(errno: errno), [])
      }
      guard let known = Guards.all.take(group) else { return (Self.ending(status), []) }
      defer { close(known.report) }
      var left = study_leftovers()
      let count = withUnsafeMutableBytes(of: &left) { System.receive(known.report, into: $0) }
      guard count == MemoryLayout<study_leftovers>.size else {
        // Someone killed the guard; the program may still run.
        kill(-known.program, SIGKILL)
        return (Self.ending(status), [])
      }
      let name = withUnsafeBytes(of: left.name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      return (
        Self.ending(status),
        left.count == 0 ? [] : [name] + Array(repeating: "…", count: Int(left.count) - 1)
      )
    }

    private static func start(_ program: inout study_program, in cell: Cell?) -> (pid_t, Int32) {
      var started = study_guard()
      let code =
        cell?.lent { cell in
          program.cell = cell
          return study_start_guarded(&program, &started)
        } ?? study_start_guarded(&program, &started)
      if code == 0 { Guards.all.add(started) }
      return (started.guard, code)
    }

    static func spawn(
      _ request: ProcessRequest, _ variables: [String], streams: [Int32]
    ) -> (pid_t, Int32) {
      withCStrings([request.executable] + request.arguments) { arguments in
        withCStrings(variables) { environment in
          request.executable.withCString { path in
            request.folder.withCString { folder in
              var program = study_program()
              program.path = path
              program.arguments = arguments
              program.environment = environment
              program.folder = folder
              program.streams = (streams[0], streams[1], streams[2])
              program.file_limit = UInt64(request.room?.bytes ?? 0) * 2
              program.detaches = request.detaches ? 1 : 0
              return start(&program, in: request.cell)
            }
          }
        }
      }
    }
  }

  /// The guards that stand, by number.
  private final class Guards: @unchecked Sendable {
    static let all = Guards()
    private let lock = ThreadLock()
    private var known: [pid_t: study_guard] = [:]

    func add(_ guardian: study_guard) { lock.held { known[guardian.guard] = guardian } }

    func take(_ number: pid_t) -> study_guard? {
      lock.held { known.removeValue(forKey: number) }
    }
  }
#endif
