/// A program to run, with everything it is to know said here: it inherits nothing.
struct ProcessRequest: Sendable {
  /// A path, best absolute (`findExecutable`): a relative one is looked up in `folder`.
  var executable: String
  var arguments: [String]
  /// The whole environment, not additions to ours.
  var environment: [String: String]
  var folder: String
  var input: [UInt8] = []
  /// Seconds until the program and all it started are ended.
  var timeout: Double
  /// Bytes kept of each stream; the rest is read and dropped.
  var outputLimit = 8 << 20
  /// Where it runs; nil for among the user's other programs.
  var cell: Cell?
  /// Whether what it leaves running in the background may live on after it.
  var detaches = false
  /// What it may fill; looked at while it runs.
  var room: Room?
}

/// What became of a program.
struct ProcessOutcome: Sendable, Equatable {
  enum Ending: Sendable, Equatable {
    case exited(Int32)
    case signalled(Int32)
    case timedOut
    /// ENOENT where executable or folder is missing, EACCES, EINVAL for a NUL in a text, …
    case couldNotStart(errno: Int32)
    /// The user pressed Ctrl-C or the like. The caller cleans up and exits with 130.
    case interrupted
  }

  var ending: Ending
  var output: [UInt8] = []
  var errors: [UInt8] = []
  /// Whether either stream was longer than `outputLimit`.
  var truncated = false
  var seconds = 0.0
  /// The names of what it left running outside its group, which was ended. Only Linux tells.
  var leftRunning: [String] = []
  /// Whether it was ended since it wrote more than its `room`.
  var hasFilledRoom = false
}
