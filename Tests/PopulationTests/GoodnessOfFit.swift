import CGSL
import Foundation
import Testing

@testable import Population

/// How likely draws are to be as far from a distribution as they are, if they come from it.
enum GoodnessOfFit {
  /// A test at a fixed seed fails below this; of a thousand sound samplers one would.
  static let least = 0.001

  /// Kolmogorov and Smirnov, by the limit of the distribution of √n D: 2 Σ (-1)^(k-1) exp(-2 k² n D²).
  static func kolmogorov(_ values: [Double], _ cumulative: (Double) -> Double) -> Double {
    let count = Double(values.count)
    var distance = 0.0
    for (index, value) in values.sorted().enumerated() {
      let p = cumulative(value)
      distance = max(distance, p - Double(index) / count, Double(index + 1) / count - p)
    }
    let square = 2 * count * distance * distance
    // The series is slow where the distance is next to nothing, and one there.
    guard square > 0.1 else { return 1 }
    var sum = 0.0
    for term in stride(from: 1.0, to: 100, by: 2) {
      sum += exp(-square * term * term) - exp(-square * (term + 1) * (term + 1))
    }
    return 2 * sum
  }

  /// Chi-squared of counts against probabilities; cells of which fewer than five are expected are taken together.
  static func chiSquared(_ counts: [Int], _ probabilities: [Double]) -> Double {
    let all = Double(counts.reduce(0, +))
    // The last cell stands for all counts beyond.
    var (sum, cells, restCount, restExpected) = (0.0, 0.0, 0.0, 0.0)
    for (count, p) in zip(counts, probabilities) {
      guard p * all >= 5 else {
        restCount += Double(count)
        restExpected += p * all
        continue
      }
      sum += (Double(count) - p * all) * (Double(count) - p * all) / (p * all)
      cells += 1
    }
    if restExpected >= 1 {
      sum += (restCount - restExpected) * (restCount - restExpected) / restExpected
      cells += 1
    } else if restCount > 5 {
      return 0
    }
    return gsl_cdf_chisq_Q(sum, cells - 1)
  }

  /// How often each value from 0 to below `limit` was drawn; the last stands for all above it.
  static func counts(_ values: [Int], below limit: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: limit)
    for value in values { counts[min(value, limit - 1)] += 1 }
    return counts
  }

  /// Draws at a fixed seed.
  static func draws<Value>(_ count: Int, seed: UInt64, _ draw: (borrowing Philox) -> Value) -> [Value] {
    let random = Philox(seed: seed)
    random.seek(replicate: 1, household: 0, purpose: Purpose(.household))
    return (0..<count).map { _ in draw(random) }
  }
}
