import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite("StudyCore's folders depend one way")
struct FolderTests {
  /// Each uses only what stands in those before it.
  static let order = ["Text", "JSON", "Checks", "Roadmap", "Logbook", "Planning", "Reports"]

  static let core =
    #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/Sources/StudyCore"

  /// A file's words, without its comments and texts.
  struct Source {
    let folder: String
    let name: String
    /// Line by line.
    let words: [[Substring]]
    private let isNested: [Bool]

    init(folder: String, name: String, text: String) {
      self.folder = folder
      self.name = name
      var code = ""
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        let bare = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)[0]
        let parts = bare.split(separator: "\"", omittingEmptySubsequences: false)
        code += parts.enumerated().map { $0 % 2 == 0 ? String($1) : " " }.joined() + "\n"
      }
      let lines = code.split(separator: "\n")
      isNested = lines.map { $0.first?.isWhitespace == true }
      words = lines.map { line in
        line.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }
      }
    }

    /// The types it declares that are nested in no other.
    var types: Set<Substring> {
      Set(
        zip(words, isNested).filter { !$0.1 }.flatMap { line, _ in
          zip(line, line.dropFirst()).filter { Self.kinds.contains($0.0) }.map(\.1)
        })
    }

    /// The types it declares, nested ones too: such a name means its own.
    var own: Set<Substring> {
      Set(
        words.flatMap { line in
          zip(line, line.dropFirst()).filter { Self.kinds.contains($0.0) }.map(\.1)
        })
    }

    private static let kinds: Set<Substring> = ["struct", "enum", "class", "protocol", "typealias"]

    /// The types it names: a name behind a dot belongs to what stands before the dot.
    var named: Set<Substring> {
      Set(words.joined().compactMap { $0.split(separator: ".").first })
    }
  }

  /// The uses that go the wrong way, one line each.
  static func offences(_ sources: [Source]) -> [String] {
    var owners: [Substring: Set<String>] = [:]
    for source in sources {
      for type in source.types { owners[type, default: []].insert(source.folder) }
    }
    return sources.flatMap { source in
      source.named.subtracting(source.own).sorted().compactMap { name -> String? in
        guard let owner = owners[name], owner.count == 1, let home = owner.first,
          let here = order.firstIndex(of: source.folder), let there = order.firstIndex(of: home),
          there > here
        else { return nil }
        return "\(source.folder)/\(source.name) uses \(name) of \(home)"
      }
    }
  }

  static func sources() throws -> [Source] {
    let manager = FileManager.default
    return try manager.contentsOfDirectory(atPath: core).flatMap { folder in
      try manager.contentsOfDirectory(atPath: core + "/" + folder).map { name in
        let bytes = manager.contents(atPath: "\(core)/\(folder)/\(name)") ?? Data()
        return Source(folder: folder, name: name, text: String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  @Test("No file uses a type of a folder that stands behind its own")
  func oneWay() throws {
    let sources = try Self.sources()
    #expect(sources.count > 30)
    #expect(Set(sources.map(\.folder)).isSubset(of: Self.order))
    #expect(Self.offences(sources) == [])
  }

  @Test("A use the wrong way is found, and named")
  func finds() {
    let sources = [
      Source(folder: "JSON", name: "A.swift", text: "struct A { let b: Late.Part } // Other"),
      Source(
        folder: "Reports", name: "Late.swift", text: "enum Late { struct Part {} }\nstruct Other {}"
      ),
    ]
    #expect(Self.offences(sources) == ["JSON/A.swift uses Late of Reports"])
  }
}
