/// What became of one step: facts, from which ``Check/Step/verdict(on:)`` judges.
public struct StepRun: Sendable, Equatable {
  /// How the program ended.
  public enum Ending: Sendable, Equatable {
    case exited(Int)
    case signalled(Int)
    case timedOut
    case couldNotStart(String)
    /// A service answers as it is to.
    case ready
    /// A service runs, but did not answer so in time; the status of its page, if it gave one.
    case notReady(status: Int?)
    /// A service had ended by itself, with this status, before it was to be stopped.
    case gone(status: Int)
  }

  /// What the complaints program answered.
  public enum Complaints: Sendable, Equatable {
    /// There is no such program.
    case none
    /// The sentences it returned.
    case said([String])
    /// It met only what it does not understand; a sentence for each such thing.
    case unsure([String])
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

/// The steps of a procedure as they are judged, one after the other.
public struct StepVerdicts: Sendable {
  private var doubts: [String] = []

  /// None judged yet.
  public init() {}

  /// Takes the next step's run; returns the verdict on all if no further step can change it.
  ///
  /// A judge that is unsure stops nothing: what a later step finds wrong is certain.
  public mutating func take(_ run: StepRun, of step: Check.Step) -> Verdict? {
    switch (step.verdict(on: run), run.complaints) {
    case (.passed, _): return nil
    case (.failed(let reasons), _): return .failed(reasons)
    case (.couldNotCheck, .unsure(let sentences)):
      doubts += sentences
      return nil
    case (let obstacle, _): return doubts.isEmpty ? obstacle : .unsure(doubts)
    }
  }

  /// The verdict when all steps are through.
  public var verdict: Verdict { doubts.isEmpty ? .passed : .unsure(doubts) }
}
