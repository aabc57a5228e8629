extension Check {
  /// One sentence that a check proves.
  public struct Claim: Sendable, Identifiable {
    /// The word that names the check.
    public let id: Check.ID
    /// The sentence.
    public let title: String
    /// What the check touches.
    public let tier: Check.Tier
  }

  /// What it proves.
  public var claim: Claim { Claim(id: id, title: title, tier: tier) }
}
