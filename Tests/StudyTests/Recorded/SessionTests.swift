import StudyCore
import Testing

@testable import study

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The sessions beside this file. `STUDY_RECORD=1 swift test` writes down what commands print now;
/// read the difference before keeping it.
enum Sessions {
  static let folder =
    RealFile.splitPath(RealFile.splitPath("\(#filePath)").folder).folder + "/Sessions"

  static var names: [String] {
    let open = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(open) }
    return (System.names(in: open) ?? []).map { String(decoding: $0, as: UTF8.self) }
      .filter { $0.hasSuffix(".session") }.sorted()
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    try #require(try DurableFile.read("\(folder)/\(name)", limit: 1 << 20))
  }

  static var isRecording: Bool { getenv("STUDY_RECORD").map { String(cString: $0) } == "1" }
}

@Suite("Whole commands do what their recorded sessions show")
struct SessionTests {
  @Test("A session goes as recorded", arguments: Sessions.names)
  func session(name: String) throws {
    let text = String(decoding: try Sessions.bytes(name), as: UTF8.self)
    var player = Player(roadmap: try Sessions.bytes("roadmap.json"))
    try player.play(Script(text))
    #expect(player.damage == [], "a command that failed changed a file")
    if Sessions.isRecording {
      let new = Array(player.played.text.utf8)
      try DurableFile.update("\(Sessions.folder)/\(name)", limit: 1 << 20) { _ in new }
      return
    }
    let difference = difference(from: text, to: player.played.text)
    #expect(difference.isEmpty, "\(name) goes differently:\n\(difference)")
  }

  @Test("There are sessions")
  func some() {
    #expect(Sessions.names.count >= 10)
  }

  @Test("The roadmap of the sessions has no flaws")
  func roadmap() throws {
    let flaws = try Roadmap.flaws(in: try Sessions.bytes("roadmap.json")).map(\.description)
    #expect(flaws == [])
  }
}

/// The lines that went and came, with the last line before each that stayed.
private func difference(from old: String, to new: String) -> String {
  let (old, new) = (old.split(separator: "\n"), new.split(separator: "\n"))
  let changes = new.difference(from: old)
  var gone: Set<Int> = []
  var come: Set<Int> = []
  for change in changes {
    switch change {
    case .remove(let offset, _, _): gone.insert(offset)
    case .insert(let offset, _, _): come.insert(offset)
    }
  }
  var lines: [String] = []
  var (i, j, last) = (0, 0, "")
  while i < old.count || j < new.count {
    if gone.contains(i) || come.contains(j) {
      if !last.isEmpty { lines.append("  " + last) }
      last = ""
      while gone.contains(i) { lines.append("- \(old[i])"); i += 1 }
      while come.contains(j) { lines.append("+ \(new[j])"); j += 1 }
    } else {
      last = String(old[i])
      i += 1
      j += 1
    }
  }
  return lines.joined(separator: "\n")
}
