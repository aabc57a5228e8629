/// What became of one step: facts, from which ``Check/Step/verdict(on:)`` judges.
public struct StepRun: Sendable, Equatable {
  /// How the program ended.
  public enum Ending: Sendable, Equatable {
    case exited(Int)
    case signalled(Int)
    case timedOut
    case couldNotStart(String)
  }

  /// What the complaints program answered.
  public enum Complaints: Sendable, Equatable {
    /// There is no such program.
    case none
    /// The sentences it returned.
    case said([String])
    /// It gave no answer that can be trusted.
    case unclear(String)
  }

  /// How the program ended.
  public var ending: Ending
  /// What it wrote, standard output first.
  public var text: String
  /// Whether it wrote more than was kept.
  public var truncated: Bool
  /// What the complaints program answered, if the step got that far.
  public var complaints: Complaints

  /// The facts of one step.
  public init(
    ending: Ending, text: String = "", truncated: Bool = false, complaints: Complaints = .none
  ) {
    self.ending = ending
    self.text = text
    self.truncated = truncated
    self.complaints = complaints
  }
}

extension Check.Step {
  /// What a step's run says. Pure: the same facts give the same verdict.
  ///
  /// Only the expected exit status, every expected text and an empty list of complaints pass.
  public func verdict(on run: StepRun) -> Verdict {
    switch run.ending {
    case .couldNotStart(let reason):
      return .couldNotCheck(
        reason: "\(name) could not be started: \(reason)", remedy: "`study doctor` tells more")
    case .timedOut:
      return .couldNotCheck(
        reason: "\(name) took longer than \(timeout) s and was stopped",
        remedy: "try again when the machine is less busy; `study check --plan` shows the command")
    case .signalled(let signal):
      return .couldNotCheck(
        reason: "\(name) was ended by signal \(signal)", remedy: "`study doctor` tells more")
    case .exited(let status):
      let missing = says.first { !run.text.contains($0) }
      // What was not kept could say anything, so only a wrong status can be judged.
      if run.truncated, exit.contains(status), missing != nil || complaints != nil || save != nil {
        return .couldNotCheck(
          reason: "\(name) wrote more than can be kept", remedy: "make the folder smaller")
      }
      if !exit.contains(status) || missing != nil {
        if let excuse = excuses.first(where: { run.text.contains($0.says) }) {
          return .couldNotCheck(
            reason: "\(name) said: \(Self.line(of: run.text, with: excuse.says))",
            remedy: excuse.remedy)
        }
        return .failed(failure(status, missing, run.text))
      }
    }
    return verdict(on: run.complaints, run)
  }

  private func verdict(on answer: StepRun.Complaints, _ run: StepRun) -> Verdict {
    switch answer {
    case .none where complaints == nil: return .passed
    case .none:
      return .couldNotCheck(reason: "\(name)'s output was not judged", remedy: "try again")
    case .said(let sentences): return sentences.isEmpty ? .passed : .failed(sentences)
    case .unclear(let reason):
      return .couldNotCheck(reason: reason, remedy: "`study doctor` tells whether the tools work")
    }
  }

  private func failure(_ status: Int, _ missing: String?, _ text: String) -> [String] {
    var reasons = [String]()
    if let otherwise {
      reasons.append(otherwise)
    } else if !exit.contains(status) {
      let wanted = exit.map(String.init).joined(separator: " or ")
      reasons.append("`\(command)` ended with status \(status), where \(wanted) was expected.")
    } else if let missing {
      reasons.append("`\(command)` did not print \"\(missing)\".")
    }
    return reasons + Self.tail(of: text)
  }

  /// The words of a step's command, or what it reads.
  public var command: String {
    switch source {
    case .run(let words): words.joined(separator: " ")
    case .read(let globs): "read " + globs.joined(separator: " ")
    }
  }

  private var name: String {
    switch source {
    case .run(let words): words.first ?? "the step"
    case .read: "reading the files"
    }
  }

  private static func line(of text: String, with part: String) -> String {
    text.split(separator: "\n").first { $0.contains(part) }.map(String.init) ?? part
  }

  /// The last lines a tool wrote, which mostly hold its error; blank ones and box-drawing frames
  /// are left out.
  private static func tail(of text: String) -> [String] {
    text.split(separator: "\n").map { $0.drop { " \t│╷╵".contains($0) } }
      .filter { !$0.allSatisfy(\.isWhitespace) }.suffix(6).map { "  " + $0.prefix(300) }
  }
}
