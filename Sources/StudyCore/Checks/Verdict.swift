/// What a check found. Three states, never collapsed.
public enum Verdict: Sendable, Equatable {
  /// It is as it must be.
  case passed
  /// It is not; each reason is a sentence for the learner.
  case failed([String])
  /// Nothing is known; what stood in the way, and what to do about it.
  case couldNotCheck(reason: String, remedy: String)

  /// The word of it in JSON output.
  public var word: String {
    switch self {
    case .passed: "passed"
    case .failed: "failed"
    case .couldNotCheck: "couldNotCheck"
    }
  }

  /// Whether the work was found to be wrong.
  public var isFailure: Bool { if case .failed = self { true } else { false } }

  /// Whether anything was found out.
  public var isKnown: Bool { if case .couldNotCheck = self { false } else { true } }

  /// The reasons, for JSON output.
  public var reasons: [String] {
    switch self {
    case .passed: []
    case .failed(let reasons): reasons
    case .couldNotCheck(let reason, let remedy): remedy.isEmpty ? [reason] : [reason, remedy]
    }
  }

  /// The verdict where the judge met what it does not understand: a sentence for each such thing.
  public static func unsure(_ sentences: [String]) -> Verdict {
    .couldNotCheck(
      reason: sentences.joined(separator: " "),
      remedy: "read again what the task asks (`study show`); if the work is right, `study done` "
        + "records it on your word")
  }

  /// The verdict on all of several: failed if any is, else unknown if any is or there is none.
  public static func all(_ verdicts: [Verdict]) -> Verdict {
    let failures = verdicts.flatMap { verdict -> [String] in
      if case .failed(let reasons) = verdict { reasons } else { [] }
    }
    if !failures.isEmpty { return .failed(failures) }
    for verdict in verdicts {
      if case .couldNotCheck = verdict { return verdict }
    }
    return verdicts.isEmpty
      ? .couldNotCheck(reason: "there is nothing to check", remedy: "") : .passed
  }
}
