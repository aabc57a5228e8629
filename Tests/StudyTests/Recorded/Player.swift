import StudyCore
import Testing

@testable import study

/// Plays a recorded session on a stage of its own.
struct Player {
  let stage = Stage()
  /// What the session should have shown, after ``play(_:)``.
  private(set) var played = Script("")
  /// What broke the law that a command which fails leaves every file as it was.
  private(set) var damage: [String] = []

  init(roadmap: [UInt8]) { stage.roadmap = roadmap }

  mutating func play(_ script: Script) throws {
    played = script
    for (index, item) in script.items.enumerated() {
      switch item {
      case .text: break
      case .directive(let line, let body): try direct(Script.words(line), body)
      case .command(let line, _):
        played.items[index] = .command(line, shows: run(line))
      }
    }
  }

  private mutating func run(_ line: String) -> [String] {
    let words = Script.words(line)
    if words.first == "cat" { return contents(words.dropFirst()) }
    let before = stage.memory.nodes
    let (status, text) = stage.run(Array(words.dropFirst()))
    if status >= 64,
      stage.memory.nodes.filter({ $0.value != .folder }) != before.filter({ $0.value != .folder })
    {
      damage.append(line)
    }
    return Script.trimmed(Self.visible(text)) + (status == 0 ? [] : ["[\(status)]"])
  }

  private func contents(_ paths: ArraySlice<String>) -> [String] {
    paths.flatMap { path -> [String] in
      guard case .file(let bytes) = stage.memory.nodes[full(path)] else { return ["no \(path)"] }
      return Script.trimmed(Self.visible(String(decoding: bytes, as: UTF8.self)))
    }
  }

  /// Lines in which what can't be seen is: escape characters as ␛, a space at the end as ␠, no line
  /// end at the end as ␄.
  private static func visible(_ text: String) -> [String] {
    if text.isEmpty { return [] }
    let text = text.hasSuffix("\n") ? text : text + "␄\n"
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
      let line = line.replacing("\u{1B}", with: "␛").replacing("\r", with: "␍")
      return line.hasSuffix(" ") ? line.dropLast() + "␠" : String(line)
    }
  }

  private func full(_ path: String) -> String {
    path.hasPrefix("/") ? path : stage.folder + "/" + path
  }

  private func direct(_ words: [String], _ body: [String]) throws {
    let path = words.count > 1 ? full(words[1]) : ""
    switch words.first {
    case "file": stage.memory.put(path, Array(body.map { $0 + "\n" }.joined().utf8))
    case "bytes": stage.memory.put(path, words.dropFirst(2).compactMap { UInt8($0, radix: 16) })
    case "repeat":
      let count = try #require(Int(words[2]))
      stage.memory.put(path, Array(String(repeating: words[3], count: count).utf8))
    case "folder": stage.memory.makeFolders(path)
    case "link": stage.memory.nodes[path] = .link(words[2])
    case "fifo": stage.memory.nodes[path] = .other(.fifo)
    case "remove": stage.memory.remove(path)
    case "fault": stage.memory.faults[path] = Memory.Fault(rawValue: words[2])
    case "cd": (stage.folder, stage.folderIsGone) = (path, false)
    case "gone": stage.folderIsGone = true
    case "machine": stage.machine = words[1]
    case "wait":
      let seconds = try #require(Int(words[1]))
      stage.now = Timestamp(seconds: stage.now.seconds + seconds)
    case "terminal":
      let width = words.count > 1 ? Int(words[1]) : nil
      let isThere = width != nil
      stage.terminal = .init(
        outputIsTerminal: isThere, errorsAreTerminal: isThere, inputIsTerminal: isThere,
        width: width)
    case "set":
      let pair = words[1].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      stage.environment[String(pair[0])] = pair.count > 1 ? String(pair[1]) : nil
    case "type": stage.typed.append(words.dropFirst().joined(separator: " "))
    case "head": stage.writesLeft = Int(words[1])
    case "answer":
      let status = try #require(Int32(words[1]))
      stage.tools.answers.insert(
        .init(beginning: words[2], status: status, text: body.joined(separator: "\n")), at: 0)
    case "missing": stage.tools.answers.removeAll { $0.beginning.hasPrefix(words[1]) }
    case "complaints": stage.tools.complaints = body.joined()
    default: Issue.record("no directive \(words.joined(separator: " "))")
    }
  }
}
