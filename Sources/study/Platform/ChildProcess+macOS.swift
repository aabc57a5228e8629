#if canImport(Darwin)
  import Darwin

  /// `group` is the number of the program.
  extension ChildProcess {
    /// Signals the program and all it started that stayed in its group.
    func send(_ number: Int32) {
      kill(-group, number)
    }

    /// Takes note of the end, waiting for it if need be. What was left running can't be known.
    func reapAll() -> (ending: ProcessOutcome.Ending, leftRunning: [String]) {
      var status: Int32 = 0
      guard System.uninterrupted({ waitpid(group, &status, 0) }) == group else {
        return (.couldNotStart(errno: errno), [])
      }
      return (Self.ending(status), [])
    }

    static func spawn(
      _ request: ProcessRequest, _ variables: [String], streams: [Int32]
    ) -> (pid_t, Int32) {
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
      posix_spawn_file_actions_init(&actions)
      posix_spawnattr_init(&attributes)
      defer {
        posix_spawn_file_actions_destroy(&actions)
        posix_spawnattr_destroy(&attributes)
      }
      for (number, end) in streams.enumerated() {
        posix_spawn_file_actions_adddup2(&actions, end, Int32(number))
      }
      posix_spawn_file_actions_addchdir_np(&actions, request.folder)
      var all = sigset_t()
      var none = sigset_t()
      sigfillset(&all)
      sigemptyset(&none)
      posix_spawnattr_setsigdefault(&attributes, &all)
      posix_spawnattr_setsigmask(&attributes, &none)
      posix_spawnattr_setpgroup(&attributes, 0)
      // The last also closes descriptors that some library opened without close-on-exec.
      let flags =
        POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
        | POSIX_SPAWN_CLOEXEC_DEFAULT
      posix_spawnattr_setflags(&attributes, Int16(flags))
      var words = [request.executable] + request.arguments
      if let cell = request.cell { words = [Cell.program, "-p", cell.profile] + words }
      return withCStrings(words) { arguments in
        withCStrings(variables) { environment in
          var child: pid_t = 0
          let code = posix_spawn(
            &child, words[0], &actions, &attributes, arguments, environment)
          return (child, code)
        }
      }
    }
  }
#endif
