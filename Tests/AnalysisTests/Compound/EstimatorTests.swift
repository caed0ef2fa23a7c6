import CGSL
import Foundation
import Population
import Testing

@testable import Analysis

/// Quantiles and tails that reports tell of simulated years, against laws whose quantiles and tails are known.
@Suite struct EstimatorTests {
  /// Laws of a year: a Poisson number of stays, each paid by a layer of its log-normal cost (or all of it).
  enum Year: CaseIterable {
    case few, limited, whole, heavy

    var stays: Double { [.few: 6, .limited: 60, .whole: 40, .heavy: 12][self] ?? 0 }
    var cost: LogNormal { LogNormal(mean: 7_674, sigma: self == .heavy ? 1.4 : 1) }
    var layer: Layer {
      switch self {
      case .few, .limited: Layer(rate: 0.6, deductible: 1_000, cap: 30_000)
      case .whole, .heavy: Layer(rate: 1, deductible: 0, cap: 4e6)
      }
    }
    /// By Fourier transform.
    var law: AggregateLaw {
      let step = self == .few || self == .limited ? 100.0 : 200
      let amount = Lattice(keepingMean: LayerPayment(cost, layer), step: step, upTo: layer.cap)
      return CompoundLaw(Poisson(mean: stays), amount).byTransform(exponent: 15)
    }
    /// By GSL's samplers.
    func draw(_ count: Int, _ random: borrowing Philox) -> [Double] {
      var years: [Double] = []
      for _ in 0..<count {
        var sum = 0.0
        for _ in 0..<Poisson(mean: stays).draw(random) { sum += layer.payment(of: cost.draw(random)) }
        years.append(sum)
      }
      return years
    }
  }

  private static func figures(_ years: Distribution, _ law: AggregateLaw) -> [(name: String, Estimate, known: Double)] {
    let known: [(String, Estimate?, Double)] = [
      ("p50", years.quantile(0.5), law.quantile(0.5)), ("p75", years.quantile(0.75), law.quantile(0.75)),
      ("p95", years.quantile(0.95), law.quantile(0.95)), ("p99", years.quantile(0.99), law.quantile(0.99)),
      ("tvar99", years.tailMean(0.99), law.tailMean(0.99)),
    ]
    return known.compactMap { name, estimate, known in estimate.map { (name, $0, known) } }
  }

  @Test(arguments: Year.allCases, [1, 20231101, 77, 4_004, 500_005] as [UInt64])
  func statedErrorsCoverKnownAnswers(year: Year, seed: UInt64) throws {
    let years = Distribution(year.draw(1_000, Philox(seed: seed)), scale: 1)
    let law = year.law
    let figures = Self.figures(years, law)
    #expect(figures.count == 5)
    for (name, estimate, known) in figures {
      let error = try #require(estimate.standardError)
      #expect(abs(estimate.value - known) < 4 * error, "\(name): \(estimate.value) ± \(error), known \(known)")
    }
    #expect(abs(years.mean - law.mean) < 4 * law.standardDeviation / 1_000.0.squareRoot())
  }

  /// 95 % intervals hold the known answer about as often as they say.
  @Test(arguments: [(Year.few, 500), (.limited, 500), (.limited, 2_000), (.whole, 1_000)])
  func intervalsHoldTheirShare(year: Year, count: Int) throws {
    let law = year.law
    let random = Philox(seed: 12)
    var held: [String: Int] = [:]
    let trials = 400
    for _ in 0..<trials {
      for (name, estimate, known) in Self.figures(Distribution(year.draw(count, random), scale: 1), law) {
        let bounds = try #require(estimate.bounds)
        if bounds.lower <= known && known <= bounds.upper { held[name, default: 0] += 1 }
      }
    }
    #expect(held.count == 5)
    for (name, times) in held {
      let share = Double(times) / Double(trials)
      // A tail without an end is told by five to ten years, among which its worst are mostly missing.
      #expect(share > (name == "tvar99" ? 0.86 : 0.91) && share < 0.998, "\(name): \(share)")
    }
  }

  /// Also where a few stays decide a year, whose totals are far from normal.
  @Test(arguments: [Year.limited, .few]) func theSpreadIsTold(year: Year) throws {
    let law = year.law
    let random = Philox(seed: 5)
    let held = try (0..<400).count { _ in
      let bounds = try #require(Distribution(year.draw(200, random), scale: 1).spread?.bounds)
      return bounds.lower <= law.standardDeviation && law.standardDeviation <= bounds.upper
    }
    #expect((365...397).contains(held), "\(held)")
  }

  @Test func theErrorOfTheSpreadIsThatOfTheTextbook() throws {
    // 1 to 9: s² = 7.5; flatter than a normal law, so that its error is kept.
    let flat = try #require(Distribution((1...9).map(Double.init), scale: 1).spread)
    #expect(abs(flat.value - 7.5.squareRoot()) < 1e-12)
    #expect(abs(try #require(flat.standardError) - 7.5.squareRoot() / 4) < 1e-12)
    // Nine years alike and one that stands out: s² = 1 / 10, and κ = Σ((x − x̄)/s)⁴/n − 3 = 5.643 after GSL.
    let steep = try #require(Distribution(Array(repeating: 0, count: 9) + [1], scale: 1).spread)
    let kurtosis = (9 * 0.0001 + 0.6561) / 10 / 0.01 - 3
    let spread: Double = 2.0 / 9.0 + kurtosis / 10.0
    let known: Double = 0.1.squareRoot() / 2.0 * spread.squareRoot()
    #expect(abs(try #require(steep.standardError) - known) < 1e-12)
  }
}
