import Money
import Rules

/// What one episode was paid, by layer.
public struct EpisodeResult: Hashable, Sendable {
  /// Rank of the class that decided, -1 for none.
  public var classRank: Int8 = -1
  /// The held identity that led to that class; meaningless without a class.
  public var identity: UInt8 = 0
  /// Index of the benefit the episode was routed to, -1 for none.
  public var benefit: Int8 = -1
  /// Paid by basic insurance, computed or as given with the episode.
  public var basic = Yuan.zero
  /// Paid by critical-illness insurance (大病保险), computed or as given; this episode's increment of the year.
  public var criticalIllness = Yuan.zero
  /// Paid by supplementary insurance: only what is given with the episode, never computed.
  public var supplementary = Yuan.zero
  /// What the jurisdiction's formula counts (docs/decisions.md, the base).
  public var base = Yuan.zero
  /// Paid by the benefit the episode was routed to, without tilt.
  public var assistance = Yuan.zero
  /// Tilted assistance (倾斜救助), paid on top of `assistance`.
  public var tilted = Yuan.zero
  /// Flags of the plan, one bit each.
  public var flags: UInt64 = 0
  /// All cost of the episode.
  public var cost = Yuan.zero

  /// What of the base stays with the patient.
  public var selfPaid: Yuan { base - assistance - tilted }
  /// All cost that no layer paid.
  public var outOfPocket: Yuan { cost - basic - criticalIllness - supplementary - assistance - tilted }

  /// An episode of which nothing was paid.
  package init() {}
}

/// What one person's year came to.
public struct PersonResult: Hashable, Sendable {
  /// The year's personal contribution to insurance that shares are taken of; set with or without a subsidy.
  public var premiumStandard = Yuan.zero
  /// What the fund pays of the contribution (资助参保); never more than the person owes, and in no other sum.
  public var premiumSubsidy = Yuan.zero
  /// Flags of the plan that the subsidy raised, one bit each.
  public var premiumFlags: UInt64 = 0
  /// Paid by basic insurance over the year's episodes.
  public var basic = Yuan.zero
  /// Paid by critical-illness insurance over the year's episodes.
  public var criticalIllness = Yuan.zero
  /// Paid by supplementary insurance over the year's episodes.
  public var supplementary = Yuan.zero
  /// What the jurisdiction's formula counts over the year, episodes without a benefit included.
  public var base = Yuan.zero
  /// Assistance of the year, without tilt and premium subsidy.
  public var assistance = Yuan.zero
  /// Tilted assistance of the year.
  public var tilted = Yuan.zero
  /// All cost of the year's episodes, out-of-catalogue items included.
  public var cost = Yuan.zero
  /// The identity whose share was paid; meaningless without a subsidy.
  public var premiumIdentity: UInt8 = 0
  /// The day of the care that took the year's burden over the warning line; `Day.distantPast` where none did.
  public var warnedOn = Day.distantPast

  /// The year's burden passed the warning line.
  public var isWarned: Bool { warnedOn != .distantPast }
  /// What of the base stays with the patient.
  public var selfPaid: Yuan { base - assistance - tilted }
  /// All cost that no layer paid.
  public var outOfPocket: Yuan { cost - basic - criticalIllness - supplementary - assistance - tilted }

  /// A year in which nothing happened.
  public init() {}

  @inline(__always) mutating func add(_ episode: EpisodeResult) {
    basic += episode.basic
    criticalIllness += episode.criticalIllness
    supplementary += episode.supplementary
    base += episode.base
    assistance += episode.assistance
    tilted += episode.tilted
    cost += episode.cost
  }
}
