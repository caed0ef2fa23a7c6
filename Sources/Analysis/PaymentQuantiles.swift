import Simulation

/// Quantiles over persons of what they pay, in groups of clusters that can be left out in turn: for differences on the same people.
public struct PaymentQuantiles: Sendable {
  private let tallies: [(tally: IncomeTally, weight: Double)]

  /// - Returns: nil where nothing of payments was kept.
  public init?(_ sample: SampleTally) {
    guard sample.strata.allSatisfy(\.incomes.isKept) else { return nil }
    tallies = sample.strata.indices.map { (sample.strata[$0].incomes, sample.weight($0)) }
  }

  /// By how many yuan a quantile differs from another rule set's, on the same people.
  public func difference(_ p: Double, from other: PaymentQuantiles) -> Estimate {
    Estimate.leavingOut(IncomeTally.groups) { value(p, without: $0) - other.value(p, without: $0) }
  }

  /// - Parameter group: the group of clusters that is left out; nil for none.
  private func value(_ p: Double, without group: Int?) -> Double {
    var counts = [Double](repeating: 0, count: LogHistogram.count)
    for (tally, weight) in tallies {
      for one in 0..<IncomeTally.groups where one != group {
        for bin in counts.indices {
          let (paying, all) = (
            tally.sum(.personsPaying, group: one, bin: bin), tally.sum(.persons, group: one, bin: bin)
          )
          counts[bin] += weight * Double(paying)
          // Whoever pays nothing is in the first bin.
          counts[0] += weight * Double(all - paying)
        }
      }
    }
    return LogHistogram.quantile(p, counts[...]) ?? .nan
  }
}
