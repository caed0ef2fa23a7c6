import CGSL
import Foundation
import Input
import Population
import Rules
import Settlement
import Testing

@testable import Simulation

@Suite struct YearEffectTests {
  @Test func theDefaultIsTheSpreadOfTheNationalSeriesAroundItsTrend() throws {
    let effect = try #require(YearEffect(try NationalSeries.shipped()))
    // Worked out apart from the program, with the textbook's formulas for a straight line.
    #expect(abs(effect.deviation(.admissions) - 0.0971) < 5e-4)
    #expect(abs(effect.deviation(.costs) - 0.0549) < 5e-4)
    #expect(abs(effect.correlation(.admissions, .costs) + 0.74) < 5e-3)
    #expect(abs(effect.deviation(.reached) - 0.0330) < 5e-4)
    #expect(abs(effect.correlation(.admissions, .reached) + 0.545) < 5e-3)
    #expect(abs(effect.correlation(.costs, .reached) - 0.05) < 5e-3)
    #expect(effect.ground == .national(from: 2019, to: 2025))
  }

  /// The page's table is the program's estimate, so that nobody reads another one.
  @Test func thePageShowsWhatIsEstimated() throws {
    let effect = try #require(YearEffect(try NationalSeries.shipped()))
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: tests.deletingLastPathComponent().appending(path: "docs/model.md"), encoding: .utf8)
    for part in YearEffect.Part.allCases {
      let deviation = String(format: "%.1f %%", 100 * effect.deviation(part))
      let row = page.split(separator: "\n").first {
        $0.hasPrefix("| `\(part)` | ") && $0.contains(" | \(deviation) | ")
      }
      #expect(row != nil, "\(part): \(deviation)")
      guard part == .reached else { continue }
      let (first, second) = (effect.correlation(.admissions, part), effect.correlation(.costs, part))
      #expect(row?.hasSuffix(String(format: "| %.2f | %.2f |", first, second)) == true, "\(first), \(second)")
    }
  }

  @Test func aStraightLineLeavesNothing() throws {
    let years = (0..<5).map { step in
      NationalSeries.Year(
        year: 2019 + step, enrollees: 1_000, discharges: 100 * exp(0.05 * Double(step)), inpatientCost: 50,
        assistance: 5)
    }
    let effect = try #require(YearEffect(NationalSeries(years: years, source: "", confidence: "")))
    for part in YearEffect.Part.allCases { #expect(effect.deviation(part) < 1e-9) }
    #expect(effect.factors([1, 1, 1]).allSatisfy { abs($0 - 1) < 1e-9 })
    #expect(YearEffect(NationalSeries(years: Array(years.prefix(3)), source: "", confidence: "")) == nil)
  }

  @Test func factorsHaveMeanOneAndTheStatedCovariances() throws {
    let effect = try #require(YearEffect(try NationalSeries.shipped()))
    var sums = [0.0, 0, 0], products = [0.0, 0, 0]
    let draws = 200_000, seed = Philox(seed: 5)
    seed.seek(replicate: 1, household: 0, purpose: .parameter(0))
    for _ in 0..<draws {
      let factors = effect.factors((0..<3).map { _ in gsl_cdf_ugaussian_Pinv(seed.uniform() + 0x1p-33) })
      for part in 0..<3 { sums[part] += factors[part] - 1 }
      products[0] += (factors[0] - 1) * (factors[0] - 1)
      products[1] += (factors[0] - 1) * (factors[1] - 1)
      products[2] += (factors[1] - 1) * (factors[2] - 1)
    }
    for (part, sum) in sums.enumerated() {
      let error = (effect.factorCovariance(part, part) / Double(draws)).squareRoot()
      #expect(abs(sum / Double(draws)) < 4 * error)
    }
    for (product, pair) in zip(products, [(0, 0), (0, 1), (1, 2)]) {
      let expected = effect.factorCovariance(pair.0, pair.1)
      let size = effect.factorCovariance(pair.0, pair.0) * effect.factorCovariance(pair.1, pair.1)
      #expect(abs(product / Double(draws) - expected) < 8 * (size / Double(draws)).squareRoot())
    }
  }
}

@Suite struct LawTests {
  @Test(arguments: [
    Law.logNormal(0.1), .logNormal(0.5), .normal(0.08), .uniform(0.75, 1.25), .uniform(-0.05, 0.05),
    .triangular(0.8, 0.95, 1), .triangular(1, 1, 1.2), .triangular(0.9, 1, 1),
  ])
  func varianceIsThatOfTheQuantiles(_ law: Law) {
    let count = 200_000
    let values = (0..<count).map { law.quantile((Double($0) + 0.5) / Double(count), center: 1) }
    let mean = values.reduce(0, +) / Double(count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
    #expect(abs(variance - law.variance) < 2e-3 * law.variance)
    if case .logNormal = law { #expect(abs(mean - 1) < 1e-4) }
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test func whatIsFixedStaysAsAssumed() {
    #expect(Law.fixed.quantile(0.9, center: 1) == 1)
    #expect(Law.fixed.quantile(0.9, center: 0) == 0)
    #expect(Law.fixed.variance == 0)
    #expect(Law.triangular(1, 1, 1).quantile(0.3, center: 1) == 1)
  }
}

@Suite struct UncertaintyReaderTests {
  private func read(_ lines: String) throws -> Uncertainty {
    let findings = Findings()
    let fields = Fields(try YAMLReader.read(lines, file: "s.yaml"), "", findings)
    let result = UncertaintyReader(findings, try NationalSeries.shipped()).read(fields)
    try findings.refuseIfAny()
    return result
  }

  @Test func silenceHasTheProgramsLaws() throws {
    let silent = try read("name: x")
    #expect(silent.yearEffect == YearEffect(try NationalSeries.shipped()))
    #expect(silent.parameters.allSatisfy { $0.law != .fixed && !$0.isStated })
    #expect(!silent.isNone)
    #expect(try read("uncertainty: none").isNone)
  }

  @Test func lawsThatAreStatedTakeThePlaceOfTheirs() throws {
    let stated = try read(
      """
      uncertainty:
        yearEffect: {admissions: 8, reached: 3}
        prices: {logNormal: 5}
        insurance: {uniform: [-5, 0]}
        registration: {triangular: [80, 95, 100]}
        incomes: {normal: 4}
        proxies: fixed
      """)
    func law(_ id: String) -> Law? { stated.parameters.first { $0.id == id }?.law }
    #expect(law("prices") == .logNormal(0.05))
    #expect(law("insurance") == .uniform(-0.05, 0))
    #expect(law("registration") == .triangular(0.8, 0.95, 1))
    #expect(law("incomes") == .normal(0.04))
    #expect(law("proxies") == .fixed)
    #expect(
      law("claims") == Uncertainty.standard(try NationalSeries.shipped()).parameters.first { $0.id == "claims" }?.law)
    #expect(stated.yearEffect?.deviation(.costs) == 0)
    #expect(abs(try #require(stated.yearEffect).deviation(.admissions) - 0.08) < 1e-12)
  }

  @Test(arguments: [
    ("uncertainty: maybe", "a mapping of laws, or none, is expected here"),
    ("uncertainty: {price: {logNormal: 5}}", "did you mean prices?"),
    ("uncertainty: {prices: {logNorma: 5}}", "did you mean logNormal?"),
    ("uncertainty: {prices: {logNormal: -5}}", "a number from 0 to 100 is expected here"),
    ("uncertainty: {prices: {uniform: [120, 80]}}", "the numbers are not in rising order"),
    ("uncertainty: {prices: {uniform: [0, 80]}}", "a number from 1 to 1000 is expected here"),
    ("uncertainty: {prices: {uniform: 5}}", "a list of 2 numbers is expected here"),
    ("uncertainty: {prices: 5}", "one law, or fixed, is expected here"),
    ("uncertainty: {insurance: {logNormal: 5}}", "this law is not known here"),
    ("uncertainty: {yearEffect: {cost: 5}}", "did you mean costs?"),
    ("uncertainty: {yearEffect: global}", "national, none, or standard deviations"),
  ])
  func whatIsWrongIsNamed(_ lines: String, _ reason: String) {
    do {
      _ = try read(lines)
      Issue.record("\(lines) was accepted")
    } catch {
      #expect("\(error)".contains(reason), "\(error)")
    }
  }
}
