/// What proves a task: steps that run real tools, and what they must say.
public struct Check: Sendable, Identifiable {
  /// A slug, unique within its task.
  public struct ID: Slug {
    /// The slug.
    public let rawValue: String
    /// The slug as it is, unchecked.
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  /// What a check touches.
  public enum Tier: String, Sendable, CaseIterable {
    /// Only a copy of the learner's files; needs no account, cluster or daemon.
    case offline
    /// Something that runs; only when asked for.
    case live
  }

  /// What is run for one check, or once for the several checks of a lesson that share it.
  public struct Procedure: Sendable, Identifiable {
    /// The word by which checks name it.
    public let id: ID
    /// What it does, for people.
    public let title: String
    /// The tools it runs.
    public let uses: [Tool.ID]
    /// Files it needs, by name: the first path that matches one of the globs.
    public let find: [(name: String, globs: [String])]
    /// What is put in the place of a text of the learner's files, in the copy, before all else.
    public let replacements: [Replacement]
    /// Files written into the copy before the steps; `{port:NAME}` in them is filled in.
    public let fixtures: [TextFile]
    /// Programs that answer in the place of real ones, whenever a step calls them by name.
    public let standIns: [StandIn]
    /// Globs of files, and folders with all in them, that the work makes anew: neither copied nor
    /// part of the digest by which unchanged work is known.
    public let generated: [String]
    /// What to run.
    public let steps: [Step]
    /// Its own text, for digests.
    let json: JSON

    /// Its whole text in one form, whatever its layout in the roadmap.
    public var definition: String { String(decoding: json.canonical, as: UTF8.self) }
  }

  /// The word that names it.
  public let id: ID
  /// What it proves, for people.
  public let title: String
  /// What it touches.
  public let tier: Tier
  /// The preparation in whose copy it runs.
  public let after: ID?
  /// What to run, and where from.
  public let procedure: Procedure

  /// The tools it runs.
  public var uses: [Tool.ID] { procedure.uses }

  /// One thing to run, to read, to start or to stop, and what must come of it.
  public struct Step: Sendable {
    /// What the step does, and so where its text comes from.
    public enum Source: Sendable {
      /// `run`: a command, a tool's id and its arguments. Its text is what it prints.
      case run([String])
      /// `read`: files of the copy, by globs, as an array of objects with `path` and `text`.
      case read([String])
      /// `start`: a program that stays until it is stopped, or the check ends.
      case start(Service)
      /// `stop`: the end of a service. Its text is all that the service wrote.
      case stop(Stop)
    }

    /// How output is handed to the complaints program.
    public enum Shape: String, Sendable, CaseIterable {
      /// One JSON document.
      case json
      /// JSON documents after one another, gathered in an array.
      case lines
      /// One string.
      case text
    }

    /// A failure that says nothing about the learner's work.
    public struct Excuse: Sendable {
      /// Text that the tool prints then.
      public let says: String
      /// What to do about it.
      public let remedy: String
    }

    /// What the step does.
    public let source: Source
    /// `in`: the folder to run in, within the copy.
    public let folder: String?
    /// The exit statuses that are right. A service that a signal ended has 128 and its number.
    public let exit: [Int]
    /// Most seconds it may take.
    public let timeout: Int
    /// What it reads from standard input.
    public let stdin: String
    /// `env`: additions to its environment.
    public let environment: [(name: String, value: String)]
    /// The file of the copy that gets its output.
    public let save: String?
    /// Texts that must appear in what it prints.
    public let says: [String]
    /// `as`: how its output is handed to `complaints`.
    public let shape: Shape
    /// A jq program that returns sentences for the learner, each a string for what is wrong or
    /// `{"unsure": "…"}` for what it does not understand. None is a pass.
    public let complaints: String?
    /// What to tell the learner when the status or the text is wrong, or a service not ready.
    public let otherwise: String?
    /// Failures that say nothing about the work.
    public let excuses: [Excuse]
    /// `ours`: what runs is the check's own, such as a script that makes a fixture or a receiver.
    /// That it fails says nothing about the work; what its `complaints` say still does. A `stop` is
    /// ours where the `start` was.
    public internal(set) var isOurs: Bool
    /// `detaches`: what it leaves running in the background is meant to stay, such as the monitor of
    /// a container that a later step looks at. Only for live steps, and another step ends it.
    public let detaches: Bool
    /// `network`: it fetches something, and runs nothing of the learner's.
    public let needsNetwork: Bool
    /// `standins`: answers that only this step's calls get, before those of the whole check.
    public let standIns: [StandIn]
  }
}
