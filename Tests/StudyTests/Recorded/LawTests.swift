import RoadmapData
import StudyCore
import Testing

@testable import study

@Suite("What holds for every command")
struct LawTests {
  private static let lines = [
    "", "next", "list", "list 1", "show 1", "show 1.1 --hints", "report",
    "report --format markdown",
    "log", "roadmap validate", "roadmap show", "help", "help check", "--version",
    "next --format json",
  ]

  private func stage() -> Stage {
    let stage = Stage()
    stage.roadmap = Array(
      UnsafeBufferPointer(start: study_roadmap_bytes, count: Int(study_roadmap_count)))
    return stage
  }

  @Test("Reading makes no file and no folder", arguments: lines)
  func reading(line: String) {
    let stage = stage()
    let before = stage.memory.nodes
    #expect(stage.run(Script.words(line)).status == 0)
    #expect(stage.memory.nodes == before)
  }

  @Test(
    "Help and version touch nothing but the output",
    arguments: ["help", "help done", "--version", "list -h"])
  func untouched(line: String) {
    var world = World.untouchable
    var shown = ""
    world.write = { _, text in
      shown += text
      return 0
    }
    #expect(Study.run(Script.words(line), in: world) == .done)
    #expect(!shown.isEmpty)
  }

  @Test(
    "Every command has help with an example that calls it",
    arguments: CommandTable.all.map { $0.name })
  func help(name: String) throws {
    let command = try #require(CommandTable.all.first { $0.name == name })
    let example = command.example.command
    #expect(example.hasPrefix("study \(name)") || name == "version")
    let (status, shown) = stage().run(["help"] + name.split(separator: " ").map(String.init))
    #expect(status == 0)
    #expect(shown.contains(example))
  }

  @Test(
    "The shipped roadmap fits every terminal from 40 to 200 columns, and breaks no word",
    arguments: [40, 60, 80, 120, 200])
  func widths(width: Int) {
    let stage = stage()
    stage.terminal = .init(outputIsTerminal: true, errorsAreTerminal: true, width: width)
    _ = stage.run(["done", "1.1", "2.1", "--note", String(repeating: "긴 메모 ", count: 40)])
    let commands = CommandTable.all.map { "help \($0.name)" }
    let lines = ["report", "list", "log", "help", "show 3", "show 1.1", "next"] + commands
    for line in lines {
      let shown = stage.run(Script.words(line + " --color never")).shown
      stage.terminal.width = 4000
      let whole = stage.run(Script.words(line + " --color never")).shown
      stage.terminal.width = width
      let known = Set(whole.split { $0 == " " || $0 == "\n" })
      for word in shown.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let isCut = word.hasSuffix("…") && known.contains(word.dropLast())
        #expect(known.contains(word) || isCut, "\(line) breaks \(word)")
      }
      for row in shown.split(separator: "\n") {
        let isCopied = row.contains("$ ") || row.contains("https://")
        #expect(isCopied || VisibleText.width(row) <= width, "\(line): \(row)")
        #expect(!row.hasSuffix(" "), "\(line): \(row)")
      }
    }
    #expect(
      stage.run(["report"]).shown.split(separator: "\n").count {
        $0.contains("░") || $0.contains("▓")
      } == 11)
  }

  @Test("Without colour there is no escape character, with it only styles", arguments: lines)
  func colour(line: String) {
    let stage = stage()
    #expect(!stage.run(Script.words(line)).shown.contains("\u{1B}"))
    stage.terminal = .init(outputIsTerminal: true, errorsAreTerminal: true, width: 80)
    for part in stage.run(Script.words(line)).shown.split(
      separator: "\u{1B}", omittingEmptySubsequences: false
    )
    .dropFirst() {
      #expect(
        ["[0m", "[1m", "[2m", "[31m", "[32m", "[33m", "[36m"].contains { part.hasPrefix($0) })
    }
  }
}
