import StudyCore

/// Verdicts on work that has not changed since, in the user's cache folder, a small file each.
struct VerdictMemory {
  let folder: String
  let world: World
  /// Whether to answer from memory; verdicts are kept either way, so that a fresh one replaces what
  /// it contradicts.
  let asks: Bool

  /// The verdict remembered under a key; nil where there is none or the file is damaged.
  func verdict(_ key: String) -> Verdict? {
    guard asks, let bytes = try? world.files.read(path(key), 1 << 20),
      let json = try? JSONReader.read(bytes), json["key"]?.string == key
    else { return nil }
    switch json["verdict"]?.string {
    case "passed": return .passed
    case "failed":
      guard let reasons = json["reasons"]?.array?.compactMap(\.string), !reasons.isEmpty else {
        return nil
      }
      return .failed(reasons)
    default: return nil
    }
  }

  /// Keeps a verdict, unless nothing was found out. Not being able to is no error.
  func remember(_ verdict: Verdict, _ key: String) {
    if case .couldNotCheck = verdict { return }
    let json = JSON.object([
      "key": .text(key), "verdict": .text(verdict.word), "reasons": .texts(verdict.reasons),
    ])
    try? world.files.makeFolders(folder)
    try? world.trees.write(path(key), json.canonical)
  }

  private func path(_ key: String) -> String { Paths.join(folder, key) }
}
