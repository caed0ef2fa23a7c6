import Population
import Simulation

extension PrecisionGoal {
  /// How far a run is from it.
  public struct Distance: Sendable {
    /// The widest of the places, as a share; infinite where years are too few to tell.
    public var halfWidth: Double
    /// Identifier of the place that has it; nil where no place tells its own.
    public var place: String?
    /// Identifier of a place whose figure is 0, so that no interval is a share of it; nil for none.
    public var nothing: String?
    /// People and replicates that should do, where it was not reached; nil where it was, or where no more can be drawn.
    public var next: (people: Int, replicates: Int)?
    /// Whether it was reached.
    public var isReached: Bool
  }

  /// Looks at a run.
  ///
  /// People make the level surer, replicates the spread of years. Both grow so that either part alone would leave seven
  /// tenths of what is allowed.
  ///
  /// - Parameter exposure: the run's rows, where they are at hand.
  /// - Returns: nil where no place of the run has rules of its own.
  public func distance(_ result: RunResult, _ exposure: FundExposure? = nil) -> Distance? {
    let rows = (exposure ?? FundExposure(result)).rows.filter {
      $0.scenario == "baseline" && $0.fundPart == "total" && $0.people == "all" && $0.measure == "amount"
        && $0.year == result.scenario.year
    }
    let places = result.places.filter { $0.baseline != nil }
    guard !places.isEmpty else { return nil }
    var (widest, people, replicates) = (0.0, 1.0, 1.0)
    var (ofPlace, nothing): (String?, String?)
    for place in places {
      func estimate(_ statistic: String) -> Estimate? {
        rows.first { $0.place == place.place.id && $0.statistic == statistic && $0.estimate.isKnown }?.estimate
      }
      guard let figure = estimate(statistic), let mean = estimate("mean"), figure.value > 0 else {
        if estimate(statistic) != nil { nothing = nothing ?? place.place.id }
        widest = .infinity
        replicates = max(replicates, Double(Self.fewestYears(statistic)) / Double(result.scenario.replicates))
        continue
      }
      guard let bounds = figure.bounds, let level = mean.standardError else {
        widest = .infinity
        people = max(people, 4)
        continue
      }
      let half = (bounds.upper - bounds.lower) / 2 / figure.value
      if half >= widest { (widest, ofPlace) = (half, place.place.id) }
      let levelHalf = statistic == "sd" ? 0 : 1.96 * level / figure.value
      let yearsHalf = max(0, half * half - levelHalf * levelHalf).squareRoot()
      let allowed = halfWidth * (statistic == "mean" ? 1 : 0.7)
      let isWhole = Double(place.persons) >= Double(place.place.population) * 0.99
      // Where everybody is drawn already only luck is left, which replicates tell.
      if isWhole {
        replicates = max(replicates, pow2(levelHalf / allowed))
      } else {
        people = max(people, pow2(levelHalf / allowed))
      }
      replicates = max(replicates, pow2(yearsHalf / allowed))
    }
    if widest <= halfWidth { return Distance(halfWidth: widest, place: ofPlace, next: nil, isReached: true) }
    let most = places.map(\.place.population).max() ?? 0
    let (now, years) = (result.scenario.people, result.scenario.replicates)
    // A first look is rough, so that one step grows sixteenfold at most, and a little more than needed.
    let more = min(most, Int((Double(now) * min(16, people * 1.1)).rounded(.up)))
    let longer = min(
      Scenario.replicateLimits.upperBound,
      Int((Double(years) * min(16, replicates > 1 ? replicates * 1.1 : 1)).rounded(.up)))
    let next = (people: people > 1 ? max(now, more) : now, replicates: max(years, longer))
    return Distance(
      halfWidth: widest, place: widest.isFinite ? ofPlace : nil, nothing: nothing,
      next: next == (now, years) ? nil : next, isReached: false)
  }

  /// The replicates from which a statistic is told.
  static func fewestYears(_ statistic: String) -> Int {
    switch statistic {
    case "mean": 1
    case "p05", "p95", "tvar95": 100
    case "p90": 50
    case "p99", "tvar99": 500
    default: 20
    }
  }

  private func pow2(_ x: Double) -> Double { x * x }
}
