import CGSL
import Foundation
import Money
import Population
import Rules
import Settlement
import Testing

/// Simulated means of one benefit against its expectation in closed form.
///
/// The place is invented (Meihu): a stay of class C at level 2 is paid 50 % beyond 1,000 yuan and at most 20,000, a year
/// of visits of class B 50 % beyond 200 yuan and at most 1,000. Costs are log-normal, insurance pays nothing.
@Suite struct ClosedFormTests {
  /// What is paid of a cost: `rate · (min(X, top) − min(X, deductible))`, where `top` is the cost at which the cap acts.
  struct Terms: Sendable {
    var rate: Double
    var deductible: Double
    var cap: Double
    var top: Double { deductible + cap / rate }

    /// The expectation over log-normal costs.
    func expectation(_ cost: LogNormal) -> Double { rate * (limited(cost, top) - limited(cost, deductible)) }

    /// E min(X, limit) = E X · Φ((ln limit − μ − σ²) / σ) + limit · (1 − Φ((ln limit − μ) / σ)).
    private func limited(_ cost: LogNormal, _ limit: Double) -> Double {
      let standard = (log(limit) - cost.mu) / cost.sigma
      return cost.mean * gsl_cdf_ugaussian_P(standard - cost.sigma) + limit * gsl_cdf_ugaussian_Q(standard)
    }
  }

  private let plan: Plan

  init() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let library = try RuleLibrary(folder: tests.appending(path: "RulesTests/Jurisdictions").path)
    plan = Plan(try #require(library.file("meihu")).book, year: 2023, isDated: false)
  }

  @Test(arguments: [(8_000.0, 1.1), (1_500, 0.6), (30_000, 1.4)])
  func aStayIsPaidItsExpectation(mean: Double, sigma: Double) throws {
    let facts = Facts(kind: .inpatient, level: 2)
    try check(
      LogNormal(mean: mean, sigma: sigma), "allowanceMarginFamily", facts, parts: 1,
      Terms(rate: 0.5, deductible: 1_000, cap: 20_000))
  }

  @Test(arguments: [(900.0, 1.0), (250, 0.5), (4_000, 1.3)])
  func aYearOfVisitsIsPaidItsExpectation(mean: Double, sigma: Double) throws {
    // Deductible and cap are the year's, so that it does not matter into how many visits the cost falls.
    try check(
      LogNormal(mean: mean, sigma: sigma), "minimumLivingAllowance", Facts(kind: .outpatient, level: 1), parts: 3,
      Terms(rate: 0.5, deductible: 200, cap: 1_000))
  }

  /// Settles many people with one cost each and compares the mean of what they are paid.
  private func check(_ cost: LogNormal, _ identity: String, _ facts: Facts, parts: Int, _ terms: Terms) throws {
    let random = Philox(seed: 20231101)
    let settler = Settler(plan)
    let held = [HeldIdentity(try #require(plan.book.vocabulary.identity(identity)))]
    let person = PersonYear(
      birth: try #require(Day(year: 1990, month: 1, day: 1)), facts: Facts(insurance: .residentTier1))
    var paid: [Double] = []
    var results: [EpisodeResult] = []
    for _ in 0..<20_000 {
      let episodes = try episodes(of: Int64((cost.draw(random) * 100).rounded()), facts, parts)
      var trace = NoTrace()
      let total = settler.settle(person, held.span, episodes.span, into: &results, trace: &trace)
      paid.append(Double(total.assistance.fen) / 100)
    }
    let mean = gsl_stats_mean(paid, 1, paid.count)
    let error = gsl_stats_sd(paid, 1, paid.count) / Double(paid.count).squareRoot()
    let expected = terms.expectation(cost)
    #expect(abs(mean - expected) < 4 * error, "\(mean) ± \(error) is paid, \(expected) expected")
    #expect(error < 0.03 * expected)
  }

  /// A cost in equal parts over the year, the last with what does not divide.
  private func episodes(of fen: Int64, _ facts: Facts, _ parts: Int) throws -> [Episode] {
    let none = GivenPayments(basic: .zero, criticalIllness: .zero, supplementary: .zero)
    return try (0..<parts).map { index in
      let part = fen / Int64(parts) + (index == parts - 1 ? fen % Int64(parts) : 0)
      return Episode(
        day: try #require(Day(year: 2023, month: 2 + index, day: 1)), facts: facts,
        cost: CostParts(inPolicy: Yuan(fen: part)),
        given: none)
    }
  }
}
