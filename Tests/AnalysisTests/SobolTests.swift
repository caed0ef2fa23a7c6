import CMedaid
import CGSL
import Foundation
import Population
import Testing

@testable import Analysis

/// Sobol's indices against functions whose indices are known, and against another way to work them out.
@Suite struct SobolTests {
  /// Ishigami and Homma 1990 with a = 7, b = 0.1, over (−π, π)³.
  private static func ishigami(_ u: [Double]) -> Double {
    let x = u.map { (2 * $0 - 1) * Double.pi }
    let (first, second) = (sin(x[0]), sin(x[1])), fourth = x[2] * x[2] * x[2] * x[2]
    return first + 7 * second * second + 0.1 * fourth * first
  }

  @Test func ishigamisFunctionHasItsIndices() throws {
    // Exact: V1 = (1 + b π⁴/5)²/2, V2 = a²/8, V13 = 8 b² π⁸/225.
    let design = SobolDesign(widths: [1, 1, 1], pairs: 16_384, seed: 1)
    let found = try #require(SobolIndices(design, of: Self.ishigami))
    for (index, exact) in [0.3139, 0.4424, 0].enumerated() {
      #expect(abs(found.first[index].value - exact) < 0.005, "S\(index + 1) \(found.first[index])")
    }
    for (index, exact) in [0.5576, 0.4424, 0.2437].enumerated() {
      #expect(abs(found.total[index].value - exact) < 0.005, "ST\(index + 1) \(found.total[index])")
    }
    #expect(abs(found.interplay.value - 0.2437) < 0.01)
    #expect(abs(found.mean.value - 3.5) < 0.01 && abs(found.deviation.value - 13.8446.squareRoot()) < 0.01)
    #expect(abs(found.variation.value - found.deviation.value / found.mean.value) < 1e-12)
    #expect(found.variation.standardError ?? 0 > 0)
  }

  @Test func ofASumWithWeightsEachInputBringsItsOwnVariance() throws {
    let weights = [1.0, 2, 3, 0.5, 0]
    let all = weights.reduce(0) { $0 + $1 * $1 }
    let design = SobolDesign(widths: [1, 1, 1, 1, 1], pairs: 4_096, seed: 2)
    let found = try #require(SobolIndices(design) { zip($0, weights).reduce(100) { $0 + $1.0 * $1.1 } })
    for (index, weight) in weights.enumerated() {
      let exact = weight * weight / all
      #expect(abs(found.first[index].value - exact) < 0.005, "S\(index + 1) \(found.first[index]) \(exact)")
      #expect(abs(found.total[index].value - exact) < 0.005, "ST\(index + 1) \(found.total[index]) \(exact)")
    }
    #expect(found.first[4].value == 0 && found.total[4].value == 0 && found.total[4].standardError == 0)
    #expect(abs(found.interplay.value) < 0.005)
  }

  /// Not additive, not symmetric, and its second input has two columns.
  private static func mixed(_ u: [Double]) -> Double {
    exp(u[0]) * (1 + u[1] * u[2]) + 0.5 * cos(3 * u[3])
  }

  /// By the definition: an outer loop over what is known, an inner one over the rest, on pseudo-random numbers.
  private static func brute(_ group: Range<Int>, isTotal: Bool) -> Double {
    let random = Philox(seed: 77), (outer, inner) = (3_000, 400)
    func point() -> [Double] { (0..<4).map { _ in random.uniform() } }
    var (sum, squares, means, meansSquared, left) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for _ in 0..<outer {
      let known = point()
      var (one, oneSquared) = (0.0, 0.0)
      for _ in 0..<inner {
        var free = point()
        for column in 0..<4 where group.contains(column) != isTotal { free[column] = known[column] }
        let value = mixed(free)
        (one, oneSquared) = (one + value, oneSquared + value * value)
      }
      (sum, squares) = (sum + one, squares + oneSquared)
      let mean = one / Double(inner)
      let within = (oneSquared / Double(inner) - mean * mean) * Double(inner) / Double(inner - 1)
      (means, meansSquared, left) = (means + mean, meansSquared + mean * mean, left + within)
    }
    let count = Double(outer * inner), variance = squares / count - sum / count * sum / count
    if isTotal { return left / Double(outer) / variance }
    let between = meansSquared / Double(outer) - means / Double(outer) * means / Double(outer)
    // The inner means carry what is left of the inner spread.
    return (between - left / Double(outer) / Double(inner)) / variance
  }

  @Test func aDoubleLoopByTheDefinitionFindsTheSame() throws {
    let design = SobolDesign(widths: [1, 2, 1], pairs: 8_192, seed: 3)
    let found = try #require(SobolIndices(design, of: Self.mixed))
    for (index, group) in [0..<1, 1..<3, 3..<4].enumerated() {
      let (first, total) = (Self.brute(group, isTotal: false), Self.brute(group, isTotal: true))
      #expect(abs(found.first[index].value - first) < 0.03, "S\(index) \(found.first[index]) \(first)")
      #expect(abs(found.total[index].value - total) < 0.03, "ST\(index) \(found.total[index]) \(total)")
    }
  }

  @Test func printedErrorsAreTheSpreadOverSeeds() throws {
    var first: [[Double]] = [[], []], errors: [[Double]] = [[], []], third: [Double] = []
    for seed in 0..<60 {
      let design = SobolDesign(widths: [1, 1, 1], pairs: 256, seed: UInt64(100 + seed))
      let found = try #require(SobolIndices(design, of: Self.ishigami))
      for (row, estimate) in [found.first[0], found.total[0]].enumerated() {
        first[row].append(estimate.value)
        errors[row].append(try #require(estimate.standardError))
      }
      third.append(found.first[2].value)
    }
    for (row, exact) in [0.3139, 0.5576].enumerated() {
      let count = Double(first[row].count), mean = first[row].reduce(0, +) / count
      let spread = (first[row].reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)).squareRoot()
      let printed = (errors[row].reduce(0) { $0 + $1 * $1 } / count).squareRoot()
      #expect(printed / spread > 0.7 && printed / spread < 1.6, "printed \(printed), spread \(spread)")
      #expect(abs(mean - exact) < 4 * spread / count.squareRoot() + 0.01, "\(mean)")
    }
    // An index of 0 is estimated on both sides of it, and not cut off.
    #expect(third.contains { $0 < 0 } && third.contains { $0 > 0 })
  }

  @Test func everyShiftIsANet() {
    let sequence = SobolSequence(dimensions: 40, points: 64)
    for shift in 0..<4 {
      let points = sequence.shifted(by: shift, seed: 9)
      #expect(points.joined().allSatisfy { $0 > 0 && $0 < 1 })
      for dimension in 0..<40 {
        #expect(Set(points.map { Int($0[dimension] * 64) }).count == 64, "dimension \(dimension) of shift \(shift)")
      }
    }
    #expect(sequence.shifted(by: 0, seed: 9) == sequence.shifted(by: 0, seed: 9))
    #expect(sequence.shifted(by: 0, seed: 9) != sequence.shifted(by: 1, seed: 9))
  }

  @Test func whatIsTheSameEverywhereHasNoIndices() {
    #expect(SobolIndices(SobolDesign(widths: [1], pairs: 64, seed: 0), of: { _ in 5 }) == nil)
    #expect([32, 100, 131_072].allSatisfy { !SobolDesign.allows(pairs: $0) } && SobolDesign.allows(pairs: 64))
  }
}
