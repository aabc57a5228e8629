import StudyCore
import Testing

@testable import study

@Suite("Nothing passes with broken tools", .twoAtATime)
struct BrokenToolTests {
  /// Ways in which every tool of the roadmap is broken at once.
  enum Way: String, CaseIterable, Sendable {
    case absent, failing, silent, list, object, echo, hanging

    var script: String? {
      switch self {
      case .absent: nil
      case .failing: "exit 1"
      case .silent: "exit 0"
      case .list: "echo '[]'"
      case .object:
        #"""
        echo '{"version": "99.1.0", "terraform_version": "99.1.0", "valid": true, "word": "",'
        echo ' "complaints": [[]], "error_count": 0, "type": "test_summary", "services": {}}'
        """#
      case .echo: #"echo "99.1.0 $*"; cat"#
      case .hanging: "exec \(BrokenToolTests.sleep) 300"
      }
    }
  }

  static let sleep = findExecutable("sleep", path: "/usr/bin:/bin") ?? "/bin/sleep"

  @Test("Every task of a right answer", arguments: Way.allCases, Labs.weeks)
  func nothingPasses(_ way: Way, _ week: Labs.Week) throws {
    let bench = try Bench()
    try bench.lay(Controls.answer(week))
    let bin = bench.root + "/bin"
    try Folders.makeFolders(bin)
    if let script = way.script {
      // Tools that are also looked for at a fixed place, for want of it on the PATH, stay whole.
      let words = Labs.toolWords.filter { !$0.hasPrefix("/") } + ["env", "cat"]
      for word in Set(words) {
        let path = bin + "/" + word
        try QuickFile.write(path, Array("#!/bin/sh\n\(script)\n".utf8), mode: 0o755)
      }
    }
    let answer = try bench.study(
      ["check", "--week", String(week.number), "--live", "--format", "json"],
      ["PATH": bin, "STUDY_PATIENCE": "2"])
    #expect([1, 2].contains(answer.status))
    #expect(!answer.verdicts.isEmpty)
    for (task, verdict) in answer.verdicts {
      #expect(verdict.verdict != "passed", "\(task) passed with tools that are \(way)")
    }
    #expect(FileStatus.following(bench.lab + "/study.json") == nil)
  }
}
