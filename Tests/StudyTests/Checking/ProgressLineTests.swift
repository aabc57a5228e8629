import StudyCore
import TestSupport
import Testing

@testable import study

@Suite("While a check runs, one line tells of it")
struct ProgressLineTests {
  private static let titles = [
    "1.1 An answer", "1.2 서버를 컨테이너로 옮기는 일주일의 첫 번째 과제를 확인합니다, 한국어로",
    "1.3 " + String(repeating: "long ", count: 40), "1.4 🐳🐳🐳🐳🐳🐳🐳🐳🐳🐳🐳🐳🐳🐳🐳🐳🐳🐳🐳🐳",
  ]

  @Test("It is never as wide as the window, whatever its letters", arguments: 1...90)
  func width(width: Int) {
    for title in Self.titles {
      for time in ["0.0 s", "123.4 s"] {
        let line = CheckProgress.line(title, time, width: width)
        #expect(VisibleText.width(line) < width, "\(line)")
        if width > 20 { #expect(line.hasSuffix(" " + time)) }
      }
    }
  }

  @Test("A window that is made narrower is heeded at the next tick, and no tick ends its line")
  func resized() throws {
    var (columns, shown) = (80, "")
    var world = World.untouchable
    world.terminal = { .init(outputIsTerminal: true, width: columns) }
    world.write = { _, text in
      shown += text
      return 0
    }
    let edition = try Shipped.edition()
    let lesson = try edition.whole(edition.roadmap.lessons[0])
    let task = lesson.tasks[0]
    let progress = CheckProgress(run: Run(world: world, global: GlobalOptions()), isText: true)
    for width in [80, 40, 12, 3] {
      (columns, shown) = (width, "")
      progress.begin(task.heading, task.checks[0])
      for tick in 1...20 { progress.tick(Double(tick) / 10) }
      #expect(!shown.contains("\n"))
      let lines = shown.split(separator: "\r")
      #expect(lines.count == 21)
      for line in lines {
        #expect(line.hasSuffix("\u{1B}[K"))
        #expect(VisibleText.width(line.dropLast(3)) < width, "\(line)")
      }
    }
    #expect(!shown.isEmpty)
  }
}
