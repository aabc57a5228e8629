/// One command: a value that its table of parameters fills.
protocol Command {
  init()
  /// The words that call it, such as `roadmap validate`.
  static var name: String { get }
  /// What it does, in one line without a full stop.
  static var summary: String { get }
  /// What else there is to know.
  static var details: String { get }
  /// A command line to try, and what it does.
  static var example: (command: String, meaning: String) { get }
  static var parameters: [Parameter<Self>] { get }
  /// Whether it looks at files, so that it must know where it is.
  static var needsFolder: Bool { get }
  /// Does the work.
  ///
  /// - Throws: ``StudyError``.
  func perform(in run: Run) throws(StudyError) -> ExitStatus
}

extension Command {
  static var details: String { "" }
  static var parameters: [Parameter<Self>] { [] }
  static var needsFolder: Bool { true }
}

/// What the program tells its caller.
enum ExitStatus: Int32 {
  case done = 0
  case failed = 1
  case couldNotCheck = 2
  case usage = 64
  case badContent = 65
  case missing = 66
  case inputOutput = 74
  case interrupted = 130
}

/// The options that every command takes.
struct GlobalOptions {
  var progress: String?
  var roadmap: String?
  var color = ColorChoice.auto
  var help = false

  static var parameters: [Parameter<Self>] {
    [
      .option("progress", nil, "FILE", "Read and write progress in FILE", \.progress),
      .option("roadmap", nil, "FILE", "Use the roadmap in FILE", \.roadmap),
      .choice("color", "When to colour", \.color),
      .flag("help", "h", "Show help", \.help),
    ]
  }
}

enum ColorChoice: String, CaseIterable { case auto, always, never }
enum Format: String, CaseIterable { case text, json }
enum ReportFormat: String, CaseIterable { case text, json, markdown }
