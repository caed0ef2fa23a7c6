import Money
import Rules

/// What an episode cost, split as the national settlement interface splits it; the four parts add up to the total cost.
public struct CostParts: Hashable, Sendable {
  /// In-policy amount 符合政策范围金额.
  public var inPolicy: Yuan
  /// Paid up front for class-B items 乙类先行自付.
  public var upfrontB: Yuan
  /// Above the price limit 超限价自付.
  public var overLimit: Yuan
  /// Outside the catalogues 全自费.
  public var outOfCatalogue: Yuan

  /// Creates the parts; those not given are nothing.
  public init(inPolicy: Yuan, upfrontB: Yuan = .zero, overLimit: Yuan = .zero, outOfCatalogue: Yuan = .zero) {
    self.inPolicy = inPolicy
    self.upfrontB = upfrontB
    self.overLimit = overLimit
    self.outOfCatalogue = outOfCatalogue
  }

  /// All of it.
  public var total: Yuan { inPolicy + upfrontB + overLimit + outOfCatalogue }
}

/// What the layers before assistance paid, where a case says so; computed otherwise.
public struct GivenPayments: Hashable, Sendable {
  /// Basic insurance 基本医保.
  public var basic: Yuan
  /// Critical-illness insurance 大病保险.
  public var criticalIllness: Yuan
  /// Civil-servant or employee large-sum subsidy 补充医疗.
  public var supplementary: Yuan

  /// Creates payments.
  public init(basic: Yuan, criticalIllness: Yuan, supplementary: Yuan) {
    self.basic = basic
    self.criticalIllness = criticalIllness
    self.supplementary = supplementary
  }
}

/// One stay or visit, in the flat form that settlement reads: no references, so that millions lie in one buffer.
public struct Episode: Hashable, Sendable {
  /// Discharge or service date.
  public var day: Day
  /// Kind, level, place, referral and the other categorical facts.
  public var facts: Facts
  /// Index in the vocabulary's diseases; `Episode.noDisease` where none is named.
  public var disease: UInt8
  /// True where `given` replaces the computed layers.
  public var isGiven: Bool
  /// The day of a manual claim; `Day.distantPast` for instant settlement, `Day.distantFuture` where nobody claims, so
  /// that no assistance is paid.
  public var claimDay: Day
  /// The cost.
  public var cost: CostParts
  /// Read only where `isGiven`.
  public var given: GivenPayments

  /// The value of `disease` where no listed disease is named.
  @inlinable public static var noDisease: UInt8 { 63 }

  /// Creates an episode.
  public init(
    day: Day, facts: Facts, disease: UInt8 = noDisease, cost: CostParts, given: GivenPayments? = nil,
    claimDay: Day = .distantPast
  ) {
    self.day = day
    self.facts = facts
    self.disease = disease
    self.cost = cost
    self.claimDay = claimDay
    isGiven = given != nil
    self.given = given ?? GivenPayments(basic: .zero, criticalIllness: .zero, supplementary: .zero)
  }
}
