extension Lesson.Proofs {
  /// Globs of what the work of the week makes anew, as its checks and preparations name it.
  public var generated: [String] {
    let procedures = preparations + tasks.flatMap(\.proof.checks).map(\.procedure)
    return Set(procedures.flatMap(\.generated)).sorted()
  }
}
