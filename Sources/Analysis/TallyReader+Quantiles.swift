import Simulation

extension TallyReader {
  /// The quantile over persons of a stage's out-of-pocket cost, yuan, with the error of its rank.
  ///
  /// - Parameter stage: 0 all cost, 1 after basic insurance, 2 after all insurance, 3 after assistance.
  public func outOfPocketQuantile(_ p: Double, stage: Int, group: Int) -> Estimate? {
    guard sample.strata.allSatisfy(\.histogram.isKept) else { return nil }
    var counts = Array(repeating: 0.0, count: LogHistogram.count)
    for (tally, weight) in zip(sample.strata, weights) {
      let own = tally.histogram.counts(group: group, stage: stage, persons: tally.sum(.persons, group: group))
      for bin in counts.indices { counts[bin] += weight * Double(own[bin]) }
    }
    let drawn = drawn(group)
    guard drawn >= 5 / min(p, 1 - p), let value = LogHistogram.quantile(p, counts[...]) else { return nil }
    // The same people stand in every replicate, so the rank's error counts them once.
    let width = 1.96 * (p * (1 - p) / drawn).squareRoot()
    let low = LogHistogram.quantile(max(0, p - width), counts[...]) ?? value
    let high = LogHistogram.quantile(min(1, p + width), counts[...]) ?? value
    return Estimate(value, standardError: (high - low) / (2 * 1.96), interval: low...max(low, high))
  }
}
