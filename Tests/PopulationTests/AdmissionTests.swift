import CGSL
import Foundation
import Rules
import Settlement
import Testing

@testable import Population

/// Admissions as they come out of the whole sampler: how many, where, when and at what cost.
@Suite struct AdmissionTests {
  private let shipped: Shipped
  /// The shipped model without gradients and listed diseases.
  private let model: IllnessModel

  init() throws {
    shipped = try Shipped()
    model = Clinic.plain(shipped.illness)
  }

  /// Each age group, sex and poverty has its own negative binomial.
  @Test(arguments: [(0, false, false), (3, true, true), (4, false, true)])
  func countsAreNegativeBinomial(group: Int, male: Bool, poor: Bool) throws {
    var model = shipped.illness
    model.diseases = []
    let years = try Clinic.years(model, 20_000, shipped: shipped, group: group, male: male, poor: poor)
    // The rate by hand: the age group over the average, men and women around it, poverty around that.
    let (use, reference) = (model.admissions, model.reference)
    let average = zip(reference.groups.shares, use.relative).reduce(0) { $0 + $1.0 * $1.1 }
    let sexes = 1 - reference.female + reference.female * use.femaleTimes[group]
    let rate =
      use.perPerson * use.relative[group] / average * (male ? 1 : use.femaleTimes[group]) / sexes
      * (poor ? use.poorTimes : 1) / (1 - reference.poor + reference.poor * use.poorTimes)
    let p = (0..<40).map { gsl_ran_negative_binomial_pdf(UInt32($0), use.size / (use.size + rate), use.size) }
    let counts = GoodnessOfFit.counts(years.map { $0.admissions().count }, below: 40)
    #expect(GoodnessOfFit.chiSquared(counts, p) > GoodnessOfFit.least)
  }

  /// At each level the cost has the distribution of that level, with the mean over levels that is stated.
  @Test func costsOfALevelHaveItsDistribution() throws {
    var model = model
    model.admissions.perPerson = 1
    model.hospitals.spread.shared = 0
    let spread = model.hospitals.spread
    let all = try Clinic.years(model, 15_000, shipped: shipped).flatMap { $0.admissions() }
    let mix = model.hospitals
    let average = zip(mix.levels, mix.levelCost).reduce(0) { $0 + $1.0 * $1.1 }
    for level in 1...3 {
      let costs = all.filter { $0.facts.value(Facts.level) == level }.map(\.yuan)
      let d = SplicedLogNormal(
        mean: model.admissions.cost * mix.levelCost[level - 1] / average, sigma: spread.sigma,
        tailShare: spread.tailShare, tailIndex: spread.tailIndex)
      let p = GoodnessOfFit.kolmogorov(costs) {
        $0 <= d.splice
          ? gsl_cdf_lognormal_P($0, d.body.mu, spread.sigma)
          : 1 - spread.tailShare * gsl_cdf_pareto_Q($0, spread.tailIndex, d.splice)
      }
      #expect(costs.count > 2_000 && p > GoodnessOfFit.least, "level \(level)")
    }
  }

  /// Two admissions of a person share the stated part of the variance of the logarithm, and one alone has all of it.
  @Test func whatAdmissionsShareIsTheStatedPart() throws {
    var model = model
    model.admissions.perPerson = 2
    model.admissions.size = 1_000
    model.hospitals.levelCost = [1, 1, 1]
    model.hospitals.spread = CostSpread(sigma: 1, shared: 0.6, tailShare: 0, tailIndex: 2)
    let pairs = try Clinic.years(model, 20_000, shipped: shipped).map { $0.admissions().map(\.yuan) }
      .filter { $0.count >= 2 }
    let mu = log(model.admissions.cost) - 0.5
    #expect(
      GoodnessOfFit.kolmogorov(pairs.map { $0[0] }) { gsl_cdf_lognormal_P($0, mu, 1) } > GoodnessOfFit.least)
    let (first, second) = (pairs.map { log($0[0]) }, pairs.map { log($0[1]) })
    let found = gsl_stats_correlation(first, 1, second, 1, pairs.count)
    #expect(abs(found - 0.6) < 4 * (1 - 0.36) / Double(pairs.count).squareRoot())
  }

  /// Level, location, referral, designation and emergency together have the product of their shares.
  @Test(arguments: [false, true])
  func circumstancesAreDrawnFromTheirJointDistribution(special: Bool) {
    let mix = shipped.illness.hospitals
    let circumstances = AdmissionCircumstances(mix)
    var (cells, p) = ([String: Int](), [Double]())
    func name(_ parts: Int...) -> String { parts.map(String.init).joined(separator: " ") }
    for level in 0..<3 {
      for location in CareLocation.allCases {
        for referral in Referral.allCases {
          for (designated, emergency) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
            cells[name(level + 1, location.rawValue, referral.rawValue, designated, emergency)] = p.count
            let circumstance =
              (designated == 1 ? mix.designated : 1 - mix.designated)
              * (emergency == 1 ? mix.emergency : 1 - mix.emergency)
            p.append(
              (special ? mix.specialLevels : mix.levels)[level] * mix.location[level][location.rawValue]
                * mix.referral[location.rawValue][referral.rawValue] * circumstance)
          }
        }
      }
    }
    let drawn = GoodnessOfFit.draws(40_000, seed: 52) { random -> Int in
      let facts = circumstances.draw(special: special, random)
      let cell = name(
        facts.value(Facts.level), facts.value(Facts.location), facts.value(Facts.referral),
        facts.value(Facts.designated), facts.value(Facts.emergency))
      return cells[cell] ?? p.count
    }
    #expect(abs(p.reduce(0, +) - 1) < 1e-9)
    let counts = GoodnessOfFit.counts(drawn, below: p.count + 1)
    #expect(counts.last == 0)
    #expect(GoodnessOfFit.chiSquared(counts, p + [0]) > GoodnessOfFit.least)
  }

  /// Two admissions lie within 30 days of leaving as often as counting all pairs of days gives.
  @Test(arguments: [0.0, 0.4, 1])
  func readmissionsComeWithinThirtyDays(share: Double) throws {
    var model = model
    model.admissions.perPerson = 2
    model.admissions.size = 1_000
    model.timing = AdmissionTiming(months: [Double](repeating: 1, count: 12), stay: 9, readmission: share)
    let pairs = try Clinic.years(model, 15_000, shipped: shipped).map { $0.admissions().map(\.dayOfYear) }
      .filter { $0.count == 2 }
    // By distance of the later from the earlier day: soon after the first drawn, or, there or where the year ends, any.
    var p = [Double](repeating: 0, count: 365)
    for first in 0..<365 {
      var any = 1 - share
      for wait in 10...39 {
        if first + wait < 365 { p[wait] += share / 30 / 365 } else { any += share / 30 }
      }
      for second in 0..<365 { p[abs(first - second)] += any / 365 / 365 }
    }
    #expect(abs(p.reduce(0, +) - 1) < 1e-9)
    let counts = GoodnessOfFit.counts(pairs.map { $0[1] - $0[0] }, below: 365)
    #expect(GoodnessOfFit.chiSquared(counts, p) > GoodnessOfFit.least)
  }
}
