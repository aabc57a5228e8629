extension Lesson {
  /// What machines run for a lesson: its checks, and the files its tasks begin from.
  public struct Proofs: Sendable {
    /// The tools a learner uses this week.
    public let tools: [Tool.ID]
    /// Definitions put before every complaints program of the lesson.
    public let jq: String
    /// Steps that several checks share.
    public let preparations: [Check.Procedure]
    /// What belongs to each task that has any, in the lesson's order.
    public let tasks: [(id: Task.ID, proof: Task.Proof)]
    /// The same by their ids, the first of each: a roadmap may have thousands in a lesson.
    private let proofs: [Task.ID: Task.Proof]
    private let preparationsByID: [Check.ID: Check.Procedure]

    init(
      tools: [Tool.ID], jq: String, preparations: [Check.Procedure],
      tasks: [(id: Task.ID, proof: Task.Proof)]
    ) {
      self.tools = tools
      self.jq = jq
      self.preparations = preparations
      self.tasks = tasks
      proofs = Dictionary(tasks.map { ($0.id, $0.proof) }) { first, _ in first }
      preparationsByID = Dictionary(preparations.map { ($0.id, $0) }) { first, _ in first }
    }

    /// What proves a task.
    public func checks(of task: Task) -> [Check] { proofs[task.id]?.checks ?? [] }

    /// The files that a task begins from.
    public func starter(of task: Task) -> [TextFile] { proofs[task.id]?.starter ?? [] }

    /// The preparation in whose copy a check runs.
    public func preparation(of check: Check) -> Check.Procedure? {
      check.after.flatMap { preparationsByID[$0] }
    }

    /// The tools that the lesson's learners and checks of this tier use, each once.
    public func toolsUsed(live: Bool) -> [Tool.ID] {
      var seen: Set<Tool.ID> = []
      let used = tools + toolsChecked(.offline) + (live ? toolsChecked(.live) : [])
      return used.filter { seen.insert($0).inserted }
    }

    /// The tools that the checks of a tier run, with the preparations they follow.
    public func toolsChecked(_ tier: Check.Tier) -> [Tool.ID] {
      var seen: Set<Check.ID> = []
      return tasks.flatMap(\.proof.checks).filter { $0.tier == tier }.flatMap { check in
        let isNew = check.after.map { seen.insert($0).inserted } ?? false
        return check.uses + (isNew ? preparation(of: check)?.uses ?? [] : [])
      }
    }
  }

  /// What the checks of a lesson claim to prove, without how: a fraction of ``Proofs``.
  public struct Claims: Sendable {
    /// What is claimed of a task, and the files it begins from.
    struct Entry: Sendable {
      let claims: [Check.Claim]
      let starter: [String]
    }

    let tasks: [Task.ID: Entry]

    /// What is proved of a task, a claim for each check.
    public func claims(of task: Task) -> [Check.Claim] { tasks[task.id]?.claims ?? [] }

    /// The paths of the files that a task begins from.
    public func starter(of task: Task) -> [String] { tasks[task.id]?.starter ?? [] }
  }
}

extension Lesson.Task {
  /// What machines run for a task.
  public struct Proof: Sendable {
    /// Files to begin from.
    public let starter: [TextFile]
    /// What proves it.
    public let checks: [Check]
  }
}
