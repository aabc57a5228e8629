import StudyCore

/// Everything that can stop a command, as facts; ``message`` words them all.
enum StudyError: Error {
  case usage(UsageError)
  case finding(Roadmap.FindingError)
  case file(FileFault)
  case notProgress(path: String, Logbook.ReadingError)
  case newerProgress(path: String, format: Int)
  case notRoadmap(path: String, Roadmap.ReadingError)
  case noSuchFile(path: String)
  case noStarter(task: String, title: String)
  case noTask(command: String)
  case emptyText(what: String)
  case closedOutput(errno: Int32)
  case noProgressFile
  case noCurrentFolder(errno: Int32)
  case notInGit(folder: String)
  case tool(String, status: String)
  case untrusted(file: String)
  case other(String, ExitStatus)

  /// What stopped the command, whoever threw it.
  init(_ error: any Error) {
    self =
      switch error {
      case let error as StudyError: error
      case let fault as FileFault: .file(fault)
      default: .other("\(error)", .inputOutput)
      }
  }

  /// The status to exit with.
  var status: ExitStatus {
    switch self {
    case .usage, .noTask, .emptyText: .usage
    case .finding, .noSuchFile, .noStarter, .noProgressFile, .notInGit: .missing
    case .file(.notFound): .missing
    case .file(.notRegular), .file(.tooLarge): .badContent
    case .file, .closedOutput, .tool, .noCurrentFolder: .inputOutput
    case .notProgress, .newerProgress, .notRoadmap: .badContent
    case .untrusted: .couldNotCheck
    case .other(_, let status): status
    }
  }

  /// What is wrong, where, and what to do. One line each.
  var message: [String] {
    switch self {
    case .usage(let error): [error.message]
    case .finding(let error): [error.message]
    case .file(let fault): [fault.message]
    case .notProgress(let path, .malformed(let flaw)) where flaw.problem == .empty:
      ["\(path) is empty, so it holds no progress; remove it, and study begins a new one"]
    case .notProgress(let path, .malformed(let flaw)):
      ["\(path):\(flaw.place.line):\(flaw.place.column): \(flaw.description)", Self.untouched]
    case .notProgress(let path, .flawed(let flaw, let place)):
      ["\(path):\(place.line):\(place.column): \(flaw.description)", Self.untouched]
    case .newerProgress(let path, let format):
      [
        "\(path) has format \(format), and this study writes format \(Logbook.format)",
        "get a newer study to change it; reading works, and the file was not changed",
      ]
    case .notRoadmap(let path, .malformed(let flaw)):
      ["\(path):\(flaw.place.line):\(flaw.place.column): \(flaw.description)"]
    case .notRoadmap(let path, .flawed(let flaws)):
      flaws.prefix(20).map { flaw in
        let file = flaw.file.map { RealFile.splitPath(path).folder + "/" + $0 }
        return "\(file ?? path): \(flaw.description)"
      }
        + (flaws.count > 20
          ? ["… and \(flaws.count - 20) more; `study roadmap validate` lists all"] : [])
    case .noSuchFile(let path): ["there is no \(path)"]
    case .noStarter(let task, let title):
      ["\(task) (\(title)) has no starter files; `study show \(task)` tells what to write"]
    case .noTask(let command):
      ["nothing is left to do, so `study \(command)` needs a TASK; `study list` shows them all"]
    case .emptyText(let what): ["the \(what) is empty; write some text"]
    case .closedOutput(let errno): ["could not write the output: \(describe(errno))"]
    case .noProgressFile:
      ["there is no progress file yet; `study init` makes one here"]
    case .noCurrentFolder(let errno):
      [
        "the current folder can't be told, as where it was deleted: \(describe(errno))",
        "`cd` into one that is there, and try again; nothing was changed",
      ]
    case .notInGit(let folder):
      ["\(folder) is not in a git repository; `git init` makes it one"]
    case .tool(let tool, let status): ["\(tool) did not work: \(status)"]
    case .untrusted(let file):
      [
        "the commands of \(file) are not trusted on this machine",
        "read them with `study check --plan`, then `study trust \(file)`",
      ]
    case .other(let message, _): [message]
    }
  }

  private static let untouched = "the file was not changed; mend it there and try again"
}

extension UsageError {
  var message: String {
    func hint(_ nearest: String?) -> String { nearest.map { "; did you mean `\($0)`?" } ?? "" }
    return switch self {
    case .unknownCommand(let word, let nearest):
      "there is no command \"\(word)\""
        + (nearest.map { "; did you mean `study \($0)`?" } ?? "; `study help` lists them")
    case .unknownOption(let word, let command, let nearest):
      "`study \(command)` has no option \(word)"
        + (nearest == nil ? "; `study help \(command)` lists them" : hint(nearest))
    case .missingValue(let option, let placeholder): "\(option) needs a value: \(placeholder)"
    case .unwantedValue(let option): "\(option) takes no value"
    case .badValue(let value, let option, let values, let nearest):
      "\(option) can't be \"\(value)\"; it is one of \(values.joined(separator: ", "))"
        + hint(nearest)
    case .badNumber(let value, let option):
      "\(option) needs a whole number, and \"\(value)\" is none"
    case .missingArgument(let name, let command):
      "`study \(command)` needs \(name); see `study help \(command)`"
    case .tooManyArguments(let word, let command):
      "`study \(command)` has no use for \"\(word)\"; see `study help \(command)`"
    }
  }
}

extension Roadmap.FindingError {
  var message: String {
    switch self {
    case .noTask(let word, let nearest):
      "no task \"\(word)\""
        + (nearest.map { "; did you mean \"\($0)\"?" } ?? "; `study list` shows them all")
    case .noLesson(let word, let weeks): "no week \"\(word)\"; there are weeks 1 to \(weeks)"
    case .ambiguous(let word, let matches):
      "\"\(word)\" could be \(matches.joined(separator: ", ")); write more of it"
    }
  }
}
