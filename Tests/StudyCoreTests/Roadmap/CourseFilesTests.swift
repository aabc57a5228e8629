import StudyCore
import TestSupport
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite("The course in the program is the course in the repository")
struct CourseFilesTests {
  static let folder =
    #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/Sources/Course"

  static func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { path in
      let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + path)
      return attributes[.type] as? FileAttributeType == .typeRegular && !path.hasSuffix(".DS_Store")
    }
  }

  @Test("Every file is in it, byte for byte; `Tests/Tools/embed` writes the list")
  func embedded() throws {
    let files = try Self.files()
    #expect(Set(files) == Set(Shipped.files.keys))
    for path in files {
      let bytes = FileManager.default.contents(atPath: Self.folder + "/" + path)
      #expect(bytes.map(Array.init) == Shipped.files[path], "\(path)")
    }
  }

  @Test("Every file is named by a document, or is an answer, or what a new roadmap begins with")
  func named() throws {
    var asked: Set<String> = []
    let shelf = Shelf { path in
      asked.insert(path)
      return Shipped.files[path].map(Shelf.Item.file) ?? .missing
    }
    #expect(try Roadmap.flaws(in: Shipped.roadmap, shelf).map(\.description) == [])
    let idle = Shipped.files.keys.filter {
      !asked.contains($0) && !$0.hasPrefix("new/") && !$0.contains("/answer/")
    }
    #expect(idle.sorted() == [])
  }

  @Test("No jq program stands in a JSON text")
  func jqInFiles() throws {
    for (path, bytes) in Shipped.files where path.hasSuffix(".json") && !path.contains("/answer/") {
      let json = try JSONReader.read(bytes)
      #expect(Self.inlinePrograms(json) == [], "\(path)")
    }
  }

  private static func inlinePrograms(_ json: JSON) -> [String] {
    if let elements = json.array { return elements.flatMap(inlinePrograms) }
    return (json.members ?? []).flatMap { member -> [String] in
      if ["complaints", "jq"].contains(member.name), member.value.members == nil {
        return ["\(member.name) at byte \(member.offset)"]
      }
      if member.name == "run", member.value.array?.first?.string == "jq" {
        return (member.value.array ?? []).compactMap(\.string).filter { $0.contains("|") }
      }
      return inlinePrograms(member.value)
    }
  }

  @Test("What learners read holds nothing that a machine runs")
  func texts() throws {
    let json = try JSONReader.read(Shipped.roadmap)
    for lesson in json["lessons"]?.array ?? [] {
      for name in ["tools", "jq", "preparations"] { #expect(lesson[name] == nil) }
      for task in lesson["tasks"]?.array ?? [] {
        for name in ["checks", "starter"] { #expect(task[name] == nil) }
      }
    }
    #expect(Shipped.roadmap.count < 400_000)
  }
}
