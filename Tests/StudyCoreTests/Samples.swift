@testable import StudyCore

/// Roadmaps and logbooks small enough to read in a test.
enum Sample {
  static func task(_ id: String, minutes: Int = 30, more: String = "") -> String {
    """
    {"id":"\(id)","title":"Task \(id)","goal":"g","steps":["s"],"minutes":\(minutes)\(more)}
    """
  }

  static func lesson(_ week: Int, _ id: String, _ tasks: [String]) -> String {
    """
    {"week":\(week),"id":"\(id)","title":"Lesson \(id)","why":"w","tasks":[\(tasks.joined(separator: ","))]}
    """
  }

  static func roadmap(_ lessons: [String], id: String = "own") throws -> Roadmap {
    try edition(lessons, id: id).roadmap
  }

  static func edition(_ lessons: [String], id: String = "own") throws -> Edition {
    try Edition(
      reading:
        Array(
          """
          {"schema":1,"id":"\(id)","title":"Own","lessons":[\(lessons.joined(separator: ","))]}
          """.utf8))
  }

  /// The steps of the one check of a roadmap.
  static func steps(_ check: String) throws -> [Check.Step] {
    let edition = try edition([lesson(1, "l", [task("t", more: #","checks":[\#(check)]"#)])])
    return try edition.whole(edition.roadmap.lessons[0]).tasks[0].checks[0].procedure.steps
  }

  /// Two lessons: vpc-net, vpc-out (formerly vpc-ids), state; then image, compose.
  static func small() throws -> Roadmap {
    try roadmap([
      lesson(
        1, "network",
        [task("vpc-net"), task("vpc-out", more: #","formerly":["vpc-ids"]"#), task("state")]),
      lesson(2, "docker", [task("image", minutes: 45), task("compose", minutes: 60)]),
    ])
  }

  static func event(
    _ kind: Event.Kind, _ task: String, _ id: String, of: [String] = [], second: Int = 0,
    roadmap: String? = nil, note: String? = nil, batch: String? = nil
  ) -> Event {
    Event(
      kind, task: .init(rawValue: task), at: Timestamp(seconds: 1_795_342_709 + second).text,
      id: id, roadmap: roadmap, of: of, note: note, batch: batch)
  }

  static func logbook(_ events: [Event]) -> Logbook {
    var logbook = Logbook()
    logbook.insert(events)
    return logbook
  }

  /// The standings that events give, by task.
  static func standings(_ events: [Event], _ roadmap: Roadmap) -> [String: Standing] {
    let standings = Standings(logbook(events), roadmap: roadmap, builtIn: "own")
    return Dictionary(
      uniqueKeysWithValues: roadmap.tasks.map {
        ($0.task.id.rawValue, standings.standing(of: $0.task))
      })
  }
}

/// SplitMix64, so that shuffles are the same in every run.
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
