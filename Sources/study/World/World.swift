import StudyCore

/// Everything outside the program, as one value: tests replace what their story needs.
struct World {
  /// Where text goes.
  enum Stream: Sendable { case output, errors }

  /// What is known of the terminal.
  struct Terminal: Sendable {
    var outputIsTerminal = false
    var errorsAreTerminal = false
    var inputIsTerminal = false
    /// Columns, where the output is a terminal.
    var width: Int?
  }

  /// The present moment.
  var now: () -> Timestamp
  /// Seconds from some moment in the past; never goes back.
  var monotonic: () -> Double
  /// Seconds east of UTC, here, at a moment.
  var utcOffset: (Timestamp) -> Int
  /// A name for this machine and its user, which tells nothing about either; nil if there is none.
  var machine: () -> String? = { nil }
  /// A random number of 64 bits.
  var random: () -> UInt64
  var environment: [String: String]
  /// The current folder, an absolute path.
  var folder: String
  /// Why the current folder can't be told, as where it was deleted; 0 if it can.
  var folderFault: Int32 = 0
  /// What is known of it now: a window may be resized while checks run.
  var terminal: () -> Terminal
  /// The bytes of the roadmap that the program was built with.
  var builtInRoadmap: () -> [UInt8]
  /// The bytes of a file of the course that the program was built with.
  var builtInCourse: (_ path: String) -> [UInt8]? = { _ in nil }
  /// The paths of the course's files that the program was built with.
  var builtInPaths: () -> [String] = { [] }
  /// Writes all of a text; returns 0 or the `errno` of the failure.
  var write: (Stream, String) -> Int32
  /// A line typed by the user, nil at the end of input.
  var readLine: () -> String?
  var files: Files
  var trees: Trees
  var processes: Processes
  var services: Services
  var cells = Cells()
  /// The user's home folders: what `HOME` says, and what the system says.
  var homes: () -> [String] = { [] }
  /// Where this program is, an absolute path; nil if that can't be told.
  var program: () -> String? = { nil }
}

/// Folders as checks use them; see ``FileTree``.
struct Trees {
  /// Everything below a folder, but for what is left out.
  var list: (_ root: String, _ omitting: Omissions) throws(TreeFault) -> [FileTree.Entry]
  var copy: (_ root: String, _ to: String, _ entries: [FileTree.Entry]) throws(TreeFault) -> Void
  var remove: (_ root: String) -> Void
  /// A new private folder.
  var makeTemporary: () throws(FileFault) -> String
  /// Writes a file of a copy or a cache; a power failure may lose it.
  var write: (_ path: String, _ bytes: [UInt8]) throws(FileFault) -> Void
  /// Writes one that can be executed.
  var writeProgram: (_ path: String, _ bytes: [UInt8]) throws(FileFault) -> Void
  /// Makes a folder of a copy, with those above it; a power failure may lose it.
  var makeFolders: (_ path: String) throws(FileFault) -> Void
  /// A new private folder in this one, where those of runs that were killed are removed.
  var makeTemporaryIn: (_ folder: String) throws(FileFault) -> String = { folder in folder }
  /// The names in a folder; none where it can't be read.
  var names: (_ folder: String) -> [String] = { _ in [] }
  /// Makes a link, if nothing is there.
  var link: (_ path: String, _ target: String) -> Void = { _, _ in }
  /// Moves a folder to where nothing is, and leaves a link to it.
  var move: (_ from: String, _ to: String) -> Void = { _, _ in }
  /// Removes what runs that were killed have left.
  var sweep: () -> Void = {}
  /// Why tools could not work in a folder.
  var tryOut: (_ folder: String) -> PlaceFault? = { _ in nil }
  /// Whether a folder lacks the room that it had.
  var lack: (_ folder: String) -> PlaceFault? = { _ in nil }
}

/// Files as the commands use them.
struct Files {
  /// A regular file's content, nil where there is none.
  var read: (_ path: String, _ limit: Int) throws(FileFault) -> [UInt8]?
  /// Replaces a file's content durably; see ``DurableFile``.
  var update: (_ path: String, _ change: ([UInt8]?) throws -> [UInt8]?) throws -> Void
  var makeFolders: (_ path: String) throws(FileFault) -> Void
  /// What a path leads to, links followed; nil for nothing.
  var kind: (_ path: String) -> FileKind?
  /// What a path itself is, no link at its end followed; nil for nothing.
  var ownKind: (_ path: String) -> FileKind? = { _ in nil }
}

/// Other programs as the commands use them.
struct Processes {
  var find: (_ name: String) -> String?
  /// What tells a program from another in its place: path, size, times, inode.
  var identity: (_ path: String) -> String?
  /// Makes Ctrl-C end what runs instead of ending us.
  var catchInterrupts: () -> Void
  /// Waits; false if the user wants to stop.
  var sleep: (_ seconds: Double) -> Bool
  var run: (_ request: ProcessRequest, _ tick: @escaping (Double) -> Void) -> ProcessOutcome
  /// How much may be done at once. With 1, no other thread ever uses the world.
  var atOnce = 1
}

/// Programs that stay while others run, and the ports of 127.0.0.1 they answer on; see
/// ``ServiceProcess`` and ``Loopback``.
struct Services {
  var start: (_ request: ProcessRequest, _ log: String) throws(SpawnFault) -> ServiceProcess
  var takePort: (_ cell: Cell?) -> Int?
  var giveBack: (_ port: Int) -> Void
  /// Whether something accepts connections.
  var accepts: (_ port: Int, _ cell: Cell?) -> Bool
  /// Whether anything can connect to 127.0.0.1.
  var hasLoopback: () -> Bool = { true }
  /// The status of a page.
  var status: (_ port: Int, _ path: String, _ cell: Cell?) -> Int?
}

/// Places of their own for programs; see ``Cell``.
struct Cells {
  /// Whether the system allows them, which was tried out.
  var areAllowed: () -> Bool = { false }
  var make: (_ plan: CellPlan) -> Cell? = { _ in nil }
  /// Why none could be made, an `errno`.
  var fault: () -> Int32 = { 0 }
  /// Keeps other programs of the user from reading this one's environment.
  var hide: () -> Void = {}
}
