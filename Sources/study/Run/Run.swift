import StudyCore

/// One run of the program: the world, the options of every command, and what they lead to.
struct Run {
  let world: World
  let global: GlobalOptions
  let recorded = Recorded()
  let told = Once()

  /// The limit of `roadmap.json` and `study.json`, in bytes.
  static let fileLimit = 8 << 20
}
