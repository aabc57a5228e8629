import RoadmapData
import StudyCore

@testable import study

/// The solutions and wrong answers in `Tests/Labs`, found by walking it, so that a check without
/// its controls can't go unnoticed.
struct Labs {
  /// A wrong answer: the reference with some files changed.
  struct WrongAnswer: CustomStringConvertible, Sendable {
    let lesson: Lesson
    let task: Lesson.Task
    let name: String
    let folder: String
    var description: String { "\(lesson.folder)/\(task.id)/\(name)" }
  }

  static let folder =
    #filePath.split(separator: "/").dropLast(2)
    .reduce("") { $0 + "/" + $1 } + "/Labs"

  static let roadmap: Roadmap = {
    let bytes = UnsafeBufferPointer(start: study_roadmap_bytes, count: Int(study_roadmap_count))
    guard let roadmap = try? Roadmap.read(Array(bytes)) else {
      fatalError("the shipped roadmap can't be read; ShippedRoadmapTests tell why")
    }
    return roadmap
  }()

  /// The lessons that have an offline check.
  static let lessons = roadmap.lessons.filter { lesson in
    lesson.tasks.contains(where: \.hasOfflineChecks)
  }

  static func names(in path: String) -> [String] {
    guard
      let entries = try? FileTree.list(
        path, excluding: [], limits: .init(entries: 20_000, bytes: 1 << 30))
    else { return [] }
    return entries.filter { $0.kind == .folder && !$0.path.contains("/") }.map(\.path)
  }

  /// Whole-week solutions: `reference`, `alternative`, and whatever else is laid beside them but
  /// the wrong answers and the lab of `Tests/Live`.
  static let solutions: [(lesson: Lesson, name: String)] = lessons.flatMap { lesson in
    names(in: "\(folder)/\(lesson.folder)").filter { !["wrong", "live"].contains($0) }.map { (lesson, $0) }
  }

  static let wrongAnswers: [WrongAnswer] = lessons.flatMap { lesson in
    lesson.tasks.flatMap { task in
      let path = "\(folder)/\(lesson.folder)/wrong/\(task.id)"
      return names(in: path).map {
        WrongAnswer(lesson: lesson, task: task, name: $0, folder: "\(path)/\($0)")
      }
    }
  }

  static func text(_ path: String) -> String? {
    guard let bytes = try? DurableFile.read(path, limit: 1 << 20) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Lesson.Task {
  var hasOfflineChecks: Bool { checks.contains { $0.tier == .offline } }
}
