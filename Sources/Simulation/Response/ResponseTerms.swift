import Rules

/// How strongly the use of hospitals answers to what patients pay (价格弹性), by the identity they hold.
public struct ResponseTerms: Hashable, Sendable {
  /// Arc elasticities: relative changes are taken against the middle of before and after, so that a price of 0 has one too.
  public struct Elasticity: Hashable, Sendable {
    /// Of the number of admissions to what patients pay for them; from -0.95 to 0.
    public var admissions = 0.0
    /// Of the odds of each hospital level to what patients pay there; from -0.95 to 0.
    public var levels = 0.0

    /// Nobody answers.
    public init() {}

    /// - Precondition: both are from -0.95 to 0.
    public init(admissions: Double, levels: Double) { (self.admissions, self.levels) = (admissions, levels) }
  }

  /// Of whoever holds none of `identities`.
  public var standard = Elasticity()
  /// Of holders of an identity, by its place in the vocabulary, and of those of an identity that implies it and has none.
  public var identities: [Int: Elasticity] = [:]
  /// Where the numbers come from, in the words of the scenario.
  public var source: String

  /// The elasticities of a group of `UseResponse`.
  func elasticity(ofGroup group: Int, _ vocabulary: Vocabulary) -> Elasticity {
    if let own = identities[group] { return own }
    guard group < vocabulary.implied.count else { return standard }
    let implied = identities.keys.filter { vocabulary.implied[group] >> UInt64($0) & 1 == 1 }
    return implied.min().flatMap { identities[$0] } ?? standard
  }

  /// By what a quantity is multiplied whose price changes.
  ///
  /// With a = (after − before) / ((after + before) / 2), the factor is (2 + elasticity · a) / (2 − elasticity · a): 1 where
  /// the price stays, and never 0, since a is from -2 to 2.
  public static func factor(_ elasticity: Double, from before: Double, to after: Double) -> Double {
    let middle = (before + after) / 2
    guard middle > 0 else { return 1 }
    let move = elasticity * (after - before) / middle
    return (2 + move) / (2 - move)
  }
}
