import Money

/// What one episode was paid, by layer.
public struct EpisodeResult: Hashable, Sendable {
  /// Rank of the class that decided, -1 for none.
  public var classRank: Int8 = -1
  /// The held identity that led to that class; meaningless without a class.
  public var identity: UInt8 = 0
  /// Index of the benefit the episode was routed to, -1 for none.
  public var benefit: Int8 = -1
  /// Index of the exclusion that was met, -1 for none.
  public var exclusion: Int8 = -1
  public var basic = Yuan.zero
  public var criticalIllness = Yuan.zero
  public var supplementary = Yuan.zero
  /// What the jurisdiction's formula counts (docs/decisions.md, the base).
  public var base = Yuan.zero
  public var assistance = Yuan.zero
  public var tilted = Yuan.zero
  /// Flags of the plan, one bit each.
  public var flags: UInt64 = 0
  /// All cost of the episode.
  public var cost = Yuan.zero

  /// What of the base stays with the patient.
  public var selfPaid: Yuan { base - assistance - tilted }
  /// All cost that no layer paid.
  public var outOfPocket: Yuan { cost - basic - criticalIllness - supplementary - assistance - tilted }
}

/// What one person's year came to.
public struct PersonResult: Hashable, Sendable {
  public var premiumStandard = Yuan.zero
  public var premiumSubsidy = Yuan.zero
  public var premiumFlags: UInt64 = 0
  /// The identity whose share was paid; meaningless without a subsidy.
  public var premiumIdentity: UInt8 = 0
  public var basic = Yuan.zero
  public var criticalIllness = Yuan.zero
  public var supplementary = Yuan.zero
  public var base = Yuan.zero
  public var assistance = Yuan.zero
  public var tilted = Yuan.zero
  public var cost = Yuan.zero
  /// The year's burden passed the warning line.
  public var isWarned = false

  /// What of the base stays with the patient.
  public var selfPaid: Yuan { base - assistance - tilted }
  /// All cost that no layer paid.
  public var outOfPocket: Yuan { cost - basic - criticalIllness - supplementary - assistance - tilted }

  /// A year in which nothing happened.
  public init() {}

  mutating func add(_ episode: EpisodeResult) {
    basic += episode.basic
    criticalIllness += episode.criticalIllness
    supplementary += episode.supplementary
    base += episode.base
    assistance += episode.assistance
    tilted += episode.tilted
    cost += episode.cost
  }
}
