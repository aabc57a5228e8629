/// How far a learner is, week by week.
public struct Report: Sendable {
  /// How many tasks stand where.
  public struct Counts: Sendable, Equatable {
    /// All tasks.
    public var tasks = 0
    /// Done on the learner's word.
    public var claimed = 0
    /// Proved by their checks.
    public var verified = 0
    /// Proved once, failing now.
    public var lapsed = 0
    /// Left out on purpose.
    public var skipped = 0

    /// No tasks.
    public init() {}

    /// Claimed and verified together.
    public var done: Int { claimed + verified }
    /// What is still open.
    public var left: Int { tasks - done - skipped }

    /// Counts one more task.
    public mutating func add(_ standing: Standing) {
      tasks += 1
      switch standing {
      case .todo: break
      case .claimed: claimed += 1
      case .verified: verified += 1
      case .lapsed: lapsed += 1
      case .skipped: skipped += 1
      }
    }

    var members: [JSON.Member] {
      [
        ("tasks", tasks), ("claimed", claimed), ("verified", verified), ("lapsed", lapsed),
        ("skipped", skipped),
      ].map { JSON.Member($0.0, .count($0.1)) }
    }
  }

  /// One lesson's line.
  public struct Row: Sendable {
    /// The lesson's week.
    public let week: Int
    /// The lesson's title.
    public let title: String
    /// Where its tasks stand.
    public let counts: Counts
  }

  /// The roadmap's title.
  public let title: String
  /// A line a lesson.
  public let rows: [Row]
  /// All lessons together.
  public let total: Counts
  /// Minutes of the tasks that are done.
  public let minutesDone: Int
  /// Minutes of the tasks that are open.
  public let minutesLeft: Int
  /// The time of the newest event that counts.
  public let lastActivity: Timestamp?
  /// The tasks, by id, that the logbook holds and the roadmap doesn't.
  public let outside: [String]
  /// What else the logbook keeps: events of other roadmaps and of kinds unknown here, in words.
  public let elsewhere: [String]

  /// The report on what `standings` say about `roadmap`.
  public init(_ roadmap: Roadmap, _ standings: Standings) {
    title = roadmap.title
    var rows: [Row] = []
    var total = Counts()
    var minutes = (done: 0, left: 0)
    for lesson in roadmap.lessons {
      var counts = Counts()
      for task in lesson.tasks {
        let standing = standings.standing(of: task)
        counts.add(standing)
        total.add(standing)
        if standing.isOpen { minutes.left += task.minutes }
        if standing == .claimed || standing == .verified { minutes.done += task.minutes }
      }
      rows.append(Row(week: lesson.week, title: lesson.title, counts: counts))
    }
    self.rows = rows
    self.total = total
    minutesDone = minutes.done
    minutesLeft = minutes.left
    lastActivity = standings.effective.compactMap { Timestamp($0.at) }.max()
    let kinds = standings.elsewhere.kinds
    elsewhere =
      standings.elsewhere.roadmaps.map { "\($0.count) of the roadmap \($0.id)" }
      + (kinds == 0 ? [] : ["\(kinds) of kinds that a newer study knows"])
    outside = standings.outside
  }

  /// The report for programs.
  public var json: JSON {
    JSON.object([
      "lessons": .list(rows) {
        JSON(.object([.init("week", .count($0.week))] + $0.counts.members))
      },
      "total": JSON(.object(total.members)),
      "minutes": .object(["done": .count(minutesDone), "left": .count(minutesLeft)]),
      "lastActivity": lastActivity.map { .text($0.text) },
      "notInThisRoadmap": .texts(outside),
      "otherEvents": .texts(elsewhere),
    ])
  }
}
