import StudyCore
import TestSupport

/// What the tests take from the course: the one file here that knows the types of a roadmap.
enum Labs {
  /// A lesson that has an offline check.
  struct Week: Sendable, CustomStringConvertible {
    let number: Int
    /// The name of its folder: `week01`.
    let folder: String
    let tasks: [Task]
    var description: String { folder }

    /// The tasks that an offline check proves.
    var proved: [Task] { tasks.filter(\.isProvedOffline) }
  }

  struct Task: Sendable {
    let id: String
    let isProvedOffline: Bool
    let hasChecks: Bool
    let hasStarter: Bool
  }

  static let weeks: [Week] = lessons.map { lesson in
    Week(
      number: lesson.heading.week, folder: lesson.folder,
      tasks: lesson.tasks.map { task in
        Task(
          id: task.id.rawValue, isProvedOffline: task.checks.contains { $0.tier == .offline },
          hasChecks: !task.checks.isEmpty, hasStarter: !task.starter.isEmpty)
      })
  }.filter { !$0.proved.isEmpty }

  /// The words by which the roadmap's tools are looked for.
  static let toolWords = ((try? Shipped.edition().tools()) ?? []).flatMap(\.find).map { $0[0] }

  /// A jq program that judges what steps print. Steps with the same program have the same judge.
  struct Judge: Sendable {
    /// The folder of its week.
    let week: String
    /// Where it is used first, the step counted from 1: `vpc-subnets/ranges/1`.
    let name: String
    /// The program that must return a word.
    let program: @Sendable (_ word: String) -> ComplaintsProgram?
  }

  static let judges: [Judge] = {
    var judges: [Judge] = []
    for lesson in lessons {
      var bodies = lesson.proofs.preparations.map { (name: $0.id.rawValue, steps: $0.steps) }
      for task in lesson.tasks {
        bodies += task.checks.map { (name: "\(task.id)/\($0.id)", steps: $0.procedure.steps) }
      }
      var known: Set<[String]> = []
      for (name, steps) in bodies {
        for (index, step) in steps.enumerated() {
          let program: @Sendable (String) -> ComplaintsProgram? = {
            ComplaintsProgram(step, definitions: lesson.proofs.jq, word: $0)
          }
          guard let text = program("")?.arguments, known.insert(text).inserted else { continue }
          judges.append(
            Judge(week: lesson.folder, name: "\(name)/\(index + 1)", program: program))
        }
      }
    }
    return judges
  }()

  private static let lessons: [Lesson.Whole] = {
    guard let edition = try? Shipped.edition() else {
      fatalError("the shipped roadmap can't be read; ShippedRoadmapTests tell why")
    }
    return edition.roadmap.lessons.compactMap { try? edition.whole($0) }
  }()
}
