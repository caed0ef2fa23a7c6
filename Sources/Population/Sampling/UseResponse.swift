import Rules

/// How much more or less care people use than the illness model has it, by the identity they hold: what patients make of
/// another price.
public struct UseResponse: Hashable, Sendable {
  /// What changes for people of one group.
  public struct Change: Hashable, Sendable {
    /// Times as many admissions.
    public var admissions = 1.0
    /// Times the odds of hospital levels 1, 2 and 3; only their ratios matter.
    public var levels = [1.0, 1.0, 1.0]

    /// Nothing changes.
    public init() {}

    /// - Precondition: all numbers are positive, or `admissions` is 0.
    public init(admissions: Double, levels: [Double]) { (self.admissions, self.levels) = (admissions, levels) }
  }

  /// Groups of people by the identity they hold, and those who hold none. What another one implies counts as that; of several left
  /// it is the first of the vocabulary.
  public static let groups = UInt64.bitWidth + 1
  /// The group of those who hold no identity.
  public static let withoutIdentity = UInt64.bitWidth

  /// The group of a person, from the identities held as bits.
  public static func group(of identities: UInt64, _ vocabulary: Vocabulary) -> Int {
    var (left, rest) = (identities, identities)
    while rest != 0 {
      let identity = rest.trailingZeroBitCount
      rest &= rest - 1
      left &= ~(vocabulary.implied[identity] & ~(1 << UInt64(identity)))
    }
    return left.trailingZeroBitCount
  }

  /// By group.
  public var changes: [Change]

  /// Nothing changes for anybody.
  public init() { changes = Array(repeating: Change(), count: Self.groups) }
}

/// A response made ready for drawing from a sampler's own hospitals.
public struct PreparedResponse: Sendable {
  /// How an admission that was drawn at one level moves to another.
  struct Moves: Sendable, BitwiseCopyable {
    /// The probability that it stays, by level - 1.
    var stays: SIMD3<Double>
    /// Where it goes otherwise: the probability of level 1, and of level 1 or 2.
    var below: SIMD2<Double>

    /// From shares of levels to those with other odds, so that as few admissions move as can be.
    init(_ shares: [Double], odds: [Double]) {
      let sum = zip(shares, odds).reduce(0) { $0 + $1.0 * $1.1 }
      let moved = zip(shares, odds).map { sum > 0 ? $0 * $1 / sum : $0 }
      stays = SIMD3(zip(shares, moved).map { $0 > 0 ? min(1, $1 / $0) : 1 })
      let gains = zip(shares, moved).map { max(0, $1 - $0) }
      let all = gains.reduce(0, +)
      below = all > 0 ? SIMD2(gains[0] / all, (gains[0] + gains[1]) / all) : SIMD2(0, 0)
    }

    /// The level of an admission that was drawn at one.
    ///
    /// - Parameters:
    ///   - stay: a uniform number.
    ///   - target: another.
    func level(from level: Int, _ stay: Double, _ target: Double) -> Int {
      if stay < stays[level - 1] { return level }
      return target < below[0] ? 1 : target < below[1] ? 2 : 3
    }
  }

  /// Times as many admissions, by group.
  let admissions: [Double]
  /// By 2 × group, of ordinary admissions, and after them of those with a listed disease.
  let moves: [Moves]
}

extension PopulationSampler {
  /// Makes a response ready for this place's hospitals.
  public func prepared(_ response: UseResponse) -> PreparedResponse {
    let mix = place.hospitalLevels.map { illness.hospitals.moved(to: $0) } ?? illness.hospitals
    return PreparedResponse(
      admissions: response.changes.map(\.admissions),
      moves: response.changes.flatMap { change in
        [mix.levels, mix.specialLevels].map { PreparedResponse.Moves($0, odds: change.levels) }
      })
  }
}
