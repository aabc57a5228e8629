// Ctrl-C while a file is replaced. Dying there would lose nothing, but would leave a temporary file
// in the learner's folder for an hour. So the signals that people send wait for these few
// milliseconds; SIGKILL cannot.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Does something that SIGINT, SIGTERM and SIGHUP do not interrupt in this thread; one that came
/// meanwhile takes effect right after.
func holdingSignals<Result>(_ work: () throws -> Result) rethrows -> Result {
  var held = sigset_t()
  var before = sigset_t()
  sigemptyset(&held)
  for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&held, number) }
  guard pthread_sigmask(SIG_BLOCK, &held, &before) == 0 else { return try work() }
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
  return try work()
}
