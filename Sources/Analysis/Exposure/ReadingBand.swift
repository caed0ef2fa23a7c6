import Rules
import Simulation

/// How far a place's fund would move if ambiguous clauses were read otherwise: a range, to which no probability belongs.
public struct ReadingBand: Sendable {
  /// One clause read otherwise.
  public struct Effect: Sendable {
    /// The reading's id, `GZ-11`.
    public var id: String
    /// The letter of the other way to read it.
    public var letter: String
    /// What it adds to the fund's year, yuan; paired on the same people.
    public var change: Estimate
    /// The mean year read that way, yuan.
    public var mean: Estimate

    /// Whether the change is more than its error allows to come from chance.
    public var isClear: Bool { abs(change.value) > 1.96 * (change.standardError ?? .infinity) }
  }

  /// Two ends of a range, yuan.
  public typealias Ends = (low: Estimate, high: Estimate)

  /// The mean year as the scenario reads the document, yuan.
  public let mean: Estimate
  /// By falling size of the change.
  public let effects: [Effect]

  /// - Returns: nil where nothing was read otherwise.
  public init?(_ place: RunResult.PlaceResult) {
    guard let base = place.readings.first, let baseline = place.baseline else { return nil }
    func mean(_ tally: SampleTally) -> Estimate {
      TallyReader(tally, scale: place.scale).fundMean(Self.total(tally)).times(0.01)
    }
    let (mean, few) = (mean(baseline.tally), mean(base.tally))
    let before = TallyReader(base.tally, scale: place.scale)
    self.mean = mean
    effects = place.readings.dropFirst().compactMap { other in
      guard case .reading(let id, let letter) = other.variant.role else { return nil }
      let cell = Self.total(other.tally)
      let twin = other.tally.cells.indices(in: base.tally.cells)[cell]
      let read = TallyReader(other.tally, scale: place.scale)
      let change = read.fundDifference(cell, from: before, twin: twin).times(0.01)
      let error = Self.error(of: mean, few: few, read: read.fundMean(cell).times(0.01), change: change)
      return Effect(
        id: id, letter: letter, change: change,
        mean: Estimate(mean.value + change.value, standardError: error).cutOffAtZero)
    }.sorted { abs($0.change.value) > abs($1.change.value) }
  }

  private static func total(_ tally: SampleTally) -> Int {
    tally.cells.index(tally.cells.total, tally.cells.allClasses, .amount)
  }

  /// The error of the mean and a change together.
  ///
  /// The change d rests on a few of the mean's replicates, whose own mean is b, and both on the same people. How d goes with
  /// b is known, since b + d is what was paid read otherwise: 2 Cov(b, d) = Var(b + d) − Var(b) − Var(d). As b is the mean m
  /// and luck of its own, d goes with m by the same slope, Cov(m, d) = Var(m) Cov(b, d) / Var(b).
  ///
  /// - Returns: nil where so few were paid that one of these is not known.
  static func error(of mean: Estimate, few: Estimate, read: Estimate, change: Estimate) -> Double? {
    guard let m = mean.standardError, let b = few.standardError, let a = read.standardError,
      let d = change.standardError
    else { return nil }
    let twice = b > 0 ? (a * a - b * b - d * d) / (b * b) : 0
    return max(0, m * m * (1 + twice) + d * d).squareRoot()
  }

  /// The lowest and the highest mean with a single clause read otherwise, that as assumed included. Their errors do not count
  /// that they were chosen as the ends.
  public var single: Ends {
    let means = [mean] + effects.map(\.mean)
    return (
      means.min { $0.value < $1.value } ?? mean, means.max { $0.value < $1.value } ?? mean
    )
  }

  /// The mean with the changes of all clauses that save, or of all that cost, added up; of several ways to read a clause the
  /// one that goes furthest. Together they need not come to this. How the changes go together is not known, so their errors
  /// are added up, too: an upper bound.
  public var added: Ends {
    var (low, high): ([String: Estimate], [String: Estimate]) = ([:], [:])
    for effect in effects {
      if effect.change.value < low[effect.id]?.value ?? 0 { low[effect.id] = effect.change }
      if effect.change.value > high[effect.id]?.value ?? 0 { high[effect.id] = effect.change }
    }
    return (sum(low.sorted { $0.key < $1.key }.map(\.value)), sum(high.sorted { $0.key < $1.key }.map(\.value)))
  }

  private func sum(_ changes: [Estimate]) -> Estimate {
    changes.reduce(mean) { sum, change in
      let error = sum.standardError.flatMap { error in change.standardError.map { error + $0 } }
      return Estimate(sum.value + change.value, standardError: error)
    }.cutOffAtZero
  }
}
