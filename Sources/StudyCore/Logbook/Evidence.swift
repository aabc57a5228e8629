/// What a verification rests on. It can be forged, so it persuades nobody who doesn't trust the
/// learner; it tells what was looked at, and with what.
public struct Evidence: Sendable {
  /// The checks that passed.
  public let checks: [Check.ID]
  /// The lab's commit, where its git tree was clean.
  public let commit: String?
  /// The SHA-256 of the lesson's folder, in hexadecimal.
  public let digest: String
  /// The tools that ran, in order, and their versions.
  public let tools: [(tool: String, version: String)]

  /// What passed, on what, and with what.
  public init(
    checks: [Check.ID], commit: String?, digest: String,
    tools: [(tool: String, version: String)]
  ) {
    self.checks = checks
    self.commit = commit
    self.digest = digest
    self.tools = tools
  }

  /// The member `evidence` of an event.
  var json: JSON {
    .object([
      "checks": .texts(checks.map(\.rawValue)), "commit": commit.map(JSON.text),
      "digest": .text("sha256:" + digest),
      "tools": JSON(.object(tools.map { JSON.Member($0.tool, .text($0.version)) })),
    ])
  }
}
