import Testing

@testable import StudyCore

@Suite("A report counts what is there")
struct ReportTests {
  private func counts(_ tasks: Int, verified: Int, claimed: Int, skipped: Int = 0) -> Report.Counts
  {
    var counts = Report.Counts()
    let all: [(Standing, Int)] = [
      (.verified, verified), (.claimed, claimed), (.skipped, skipped),
      (.todo, tasks - verified - claimed - skipped),
    ]
    for (standing, count) in all { for _ in 0..<count { counts.add(standing) } }
    return counts
  }

  @Test("A bar is full only when nothing is left, and empty only when nothing is done")
  func bars() {
    for tasks in 1...14 {
      for verified in 0...tasks {
        for claimed in 0...(tasks - verified) {
          for skipped in [0, tasks - verified - claimed] {
            let counts = counts(tasks, verified: verified, claimed: claimed, skipped: skipped)
            let bar = Symbols.ascii.bar(counts, width: 12).map(\.text).joined()
            let left = bar.count { $0 == "." }
            #expect(bar.count == 12)
            #expect((left == 0) == (counts.left == 0 && counts.done > 0), "\(counts) \(bar)")
            #expect((left == 12) == (counts.done == 0), "\(counts) \(bar)")
            #expect(bar.contains("=") == (claimed > 0), "\(counts) \(bar)")
            #expect(verified == 0 || claimed > 0 || bar.contains("#"), "\(counts) \(bar)")
          }
        }
      }
    }
  }

  @Test("Counts, minutes and the last activity come from what counts")
  func totals() throws {
    let roadmap = try Sample.small()
    let logbook = Sample.logbook([
      Sample.event(.done, "vpc-net", "a"), Sample.event(.verified, "image", "b", second: 60),
      Sample.event(.skip, "state", "c"), Sample.event(.verified, "compose", "d"),
      Sample.event(.lapsed, "compose", "e", of: ["d"]), Sample.event(.done, "gone", "f"),
      Sample.event(.done, "vpc-out", "g", second: 99),
      Sample.event(.undo, "vpc-out", "h", of: ["g"], second: 100),
    ])
    let report = Report(roadmap, Standings(logbook, roadmap: roadmap, builtIn: "own"))
    #expect(report.rows.map(\.counts.tasks) == [3, 2])
    #expect(report.total.claimed == 1 && report.total.verified == 1)
    #expect(report.total.lapsed == 1 && report.total.skipped == 1)
    #expect(report.minutesDone == 75)
    #expect(report.minutesLeft == 90)
    #expect(report.lastActivity?.text == "2026-11-22T10:19:29Z")
    #expect(report.outside == ["gone"])
    #expect(report.summary == "2 of 5 tasks done, 40 %: 1 verified, 1 claimed, 1 lapsed, 1 skipped")
    #expect(
      report.json["total"]?.compact
        == #"{"tasks":5,"claimed":1,"verified":1,"lapsed":1,"skipped":1}"#)
  }

  @Test(
    "Minutes are told in hours",
    arguments: [(0, "0 min"), (59, "59 min"), (60, "1 h"), (61, "1 h 1 min"), (3000, "50 h")])
  func hours(minutes: Int, text: String) {
    #expect(Report.hours(minutes) == text)
  }

  @Test(
    "Markdown means only what it says",
    arguments: [
      ("plain text, 5.5", "plain text, 5.5"), ("a|b", "a\\|b"),
      ("*b* _i_ `c`", "\\*b\\* \\_i\\_ \\`c\\`"),
      ("<script>", "\\<script\\>"), ("[l](u)", "\\[l\\]\\(u\\)"), ("\\", "\\\\"),
      ("&amp;", "\\&amp;"),
      ("a\nb", "a\\\\nb"), ("\u{1B}", "\\\\u\\{1B\\}"), ("~~x~~", "\\~\\~x\\~\\~"),
      ("# h", "\\# h"),
    ])
  func markdown(text: String, escaped: String) {
    #expect(Markdown.escaped(text) == escaped)
  }
}
