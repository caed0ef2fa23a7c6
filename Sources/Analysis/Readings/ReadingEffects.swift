import Simulation

/// What it costs or saves to read ambiguous clauses otherwise: each alone, and all that cost, or all that save, at once.
public struct ReadingEffects: Sendable {
  /// Changes of the figures, paired on the same people and luck.
  public struct Change: Sendable {
    /// Of the fund's mean year by part, yuan, in the order of `FundShare`.
    public let fund: [Estimate]
    /// Of the share of persons in households that pay over 25 % of their income.
    public let catastrophic25: Estimate

    /// Of everything the fund pays, yuan.
    public var total: Estimate { fund.first ?? .tooFew }

    /// Whether anything moved for the people drawn.
    public var isSeen: Bool {
      (fund + [catastrophic25]).contains { $0.value != 0 || ($0.standardError ?? 0) != 0 }
    }

    /// Whether the fund's change is more than its error allows to come from chance.
    public var isClear: Bool { abs(total.value) > 1.96 * (total.standardError ?? .infinity) }
  }

  /// One clause read otherwise.
  public struct Alone: Sendable {
    /// Which, and how.
    public let alternative: ReadingAlternative
    /// What it changes.
    public let change: Change
  }

  /// Several read otherwise at once.
  public struct Together: Sendable {
    /// Those that are, and those that cannot stand beside them: indices of the runner's alternatives.
    public let set: ReadingSet
    /// What they change jointly.
    public let change: Change
    /// The joint change of the fund over the mean year as the scenario reads the document; nil where that is 0.
    public let share: Estimate?
    /// What each alone changes of the fund, added up, yuan.
    public let added: Estimate
    /// The joint change less that sum, yuan: 0 where none acts on what another changes.
    public let interaction: Estimate
  }

  /// The fund's mean year as the scenario reads the document, yuan.
  public let baseline: Estimate
  /// In the order of the runner's alternatives.
  public let alone: [Alone]
  /// All that raise the fund; nil where none does.
  public let raising: Together?
  /// All that lower it; nil where none does.
  public let lowering: Together?

  /// The same by falling size of what they change; those that move nothing at the end, in the document's order.
  public var ranked: [Alone] {
    let moving = alone.filter(\.change.isSeen), still = alone.filter { !$0.change.isSeen }
    return moving.sorted { abs($0.change.total.value) > abs($1.change.total.value) } + still
  }

  /// The sets of alternatives that raise, and that lower, the fund for the people drawn: of several ways to read a clause the
  /// one that goes furthest.
  ///
  /// - Parameter sums: of each alternative alone.
  public static func sets(_ runner: ReadingsRunner, _ sums: RuleSetSums) -> [ReadingSet] {
    let means = RuleSetMeans(sums, nil, population: runner.place.population)
    let changes = runner.alternatives.indices.map { means.estimate(.difference(1 + $0, from: 0)).value }
    return [1.0, -1.0].map { sign in
      let wanted = changes.indices.filter { changes[$0] * sign > 0 }.sorted { abs(changes[$0]) > abs(changes[$1]) }
      return runner.set(of: wanted)
    }
  }

  /// Reads what was simulated.
  ///
  /// - Parameters:
  ///   - sets: those of `sets`.
  ///   - sums: of each alone, merged with those of the sets.
  public init(_ runner: ReadingsRunner, _ sets: [ReadingSet], _ sums: RuleSetSums) {
    let population = runner.place.population
    let shares = FundShare.allCases.map { RuleSetMeans(sums, nil, of: $0, population: population) }
    let catastrophic = RuleSetMeans(sums, .catastrophic25, population: population)
    func change(_ set: Int) -> Change {
      let contrast = Contrast.difference(set, from: 0)
      return Change(
        fund: shares.map { $0.estimate(contrast) }, catastrophic25: catastrophic.estimate(contrast))
    }
    let count = runner.alternatives.count
    let baseline = shares[0].estimate(.level(0))
    self.baseline = baseline
    alone = runner.alternatives.enumerated().map { Alone(alternative: $1, change: change(1 + $0)) }
    let together = sets.enumerated().map { number, set -> Together? in
      guard !set.members.isEmpty else { return nil }
      let joint = 1 + count + number
      let singles = set.members.map { (weight: 1.0, without: Optional(0), with: 1 + $0) }
      let beyond =
        [(weight: 1.0, without: Optional(0), with: joint)]
        + singles.map { (weight: -1.0, without: $0.without, with: $0.with) }
      return Together(
        set: set, change: change(joint),
        share: Contrast.difference(joint, from: 0).share(of: .level(0), shares[0].estimate),
        added: shares[0].estimate(Contrast(terms: singles)),
        interaction: shares[0].estimate(Contrast(terms: beyond)))
    }
    raising = together.first ?? nil
    lowering = together.count > 1 ? together[1] : nil
  }
}
