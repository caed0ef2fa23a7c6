import Money

/// Counts of amounts in bins of fixed relative width, from which quantiles over persons are read.
///
/// Bin 0 holds nothing at all, bin 1 what is below 1 yuan; each further bin is 5 % wide. The bins do not depend on the
/// data, so counts of any number of threads or shards add up to the same quantiles.
public enum LogHistogram {
  /// The ratio of a bin's upper to its lower edge.
  public static let ratio = 1.05
  /// The number of bins; the last one is open.
  public static let count = 380

  /// A bin's width on the logarithmic scale.
  private static let width = logarithm(ratio)

  /// The bin of an amount.
  @inline(__always) static func bin(_ amount: Yuan) -> Int {
    guard amount.fen > 0 else { return 0 }
    guard amount.fen >= 100 else { return 1 }
    return min(count - 1, 2 + Int(logarithm(Double(amount.fen) / 100) / width))
  }

  /// The edges of a bin in yuan.
  public static func edges(_ bin: Int) -> (low: Double, high: Double) {
    switch bin {
    case 0: (0, 0)
    case 1: (0, 1)
    default: (power(Double(bin - 2)), power(Double(bin - 1)))
    }
  }

  /// The quantile at `p` of counted amounts, yuan, taken within its bin in proportion; nil where nothing is counted.
  public static func quantile(_ p: Double, _ counts: ArraySlice<Double>) -> Double? {
    let total = counts.reduce(0, +)
    guard total > 0 else { return nil }
    let rank = p * total
    var below: Double = 0
    for (bin, count) in counts.enumerated() where count > 0 {
      if below + count >= rank {
        let (low, high) = edges(bin)
        return low + (high - low) * max(0, min(1, (rank - below) / count))
      }
      below += count
    }
    return edges(counts.count - 1).high
  }
}
