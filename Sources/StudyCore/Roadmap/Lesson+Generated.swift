extension Lesson {
  /// Globs of what the work of the week makes anew, as its checks and preparations name it.
  public var generated: [String] {
    let procedures = preparations + tasks.flatMap(\.checks).map(\.procedure)
    return Set(procedures.flatMap(\.generated)).sorted()
  }
}
