import CGSL
import Rules
import Settlement
import Testing

@testable import Population

/// Outpatient visits as they come out of the whole sampler.
@Suite struct VisitTests {
  private let shipped: Shipped
  private let model: IllnessModel

  init() throws {
    shipped = try Shipped()
    model = Clinic.plain(shipped.illness)
  }

  /// Without a tie to admissions, visits are negative binomial with the stated mean and size.
  @Test func countsAreNegativeBinomial() throws {
    var model = model
    model.outpatient.frailty = 0
    model.chronic.frailty = 0
    let years = try Clinic.years(model, 20_000, shipped: shipped)
    for (habits, visits) in [
      (model.outpatient, years.map { Int($0.visits.ordinary) }), (model.chronic, years.map { Int($0.visits.chronic) }),
    ] {
      let (mean, size) = (habits.use.perPerson, habits.use.size)
      let p = (0..<200).map { gsl_ran_negative_binomial_pdf(UInt32($0), size / (size + mean), size) }
      #expect(GoodnessOfFit.chiSquared(GoodnessOfFit.counts(visits, below: 200), p) > GoodnessOfFit.least)
    }
  }

  /// With a tie, people with n admissions have a mean of μ (1 + c ((k + n)/(k + λ) - 1)), and all together still μ.
  @Test(arguments: [0.3, 1]) func whoIsAdmittedHasMoreVisits(tie: Double) throws {
    var model = model
    model.outpatient.frailty = tie
    model.outpatient.use.size = 2
    model.admissions.perPerson = 0.5
    let years = try Clinic.years(model, 40_000, shipped: shipped)
    let (mean, size) = (model.outpatient.use.perPerson, model.admissions.size)
    func check(_ visits: [Double], _ expected: Double, _ what: String) {
      let average = visits.reduce(0, +) / Double(visits.count)
      let variance = visits.reduce(0) { $0 + ($1 - average) * ($1 - average) } / Double(visits.count)
      #expect(abs(average - expected) < 4 * (variance / Double(visits.count)).squareRoot(), "\(what)")
    }
    check(years.map { Double($0.visits.ordinary) }, mean, "all")
    for admissions in 0...2 {
      let given = years.filter { $0.admissions().count == admissions }.map { Double($0.visits.ordinary) }
      #expect(given.count > 1_000)
      check(given, mean * (1 + tie * ((size + Double(admissions)) / (size + 0.5) - 1)), "\(admissions)")
    }
  }

  /// The cost of n visits is gamma with n times the shape, in equal parts at one level.
  @Test(arguments: [1, 2, 5]) func costsOfVisitsAddUpToAGamma(count: Int) throws {
    var model = model
    model.outpatient.shape = 1.5
    model.outpatient.settledAtMost = 3
    let years = try Clinic.years(model, 30_000, shipped: shipped).filter { $0.visits.ordinary == count }
    let visits = years.map { year in
      year.episodes.filter { $0.facts.value(Facts.kind) == CareKind.outpatient.rawValue }
    }
    #expect(visits.count > 500 && visits.allSatisfy { $0.count == min(count, 3) })
    let sums = visits.map { $0.reduce(0) { $0 + $1.yuan } }
    let scale = model.outpatient.use.cost / 1.5
    let p = GoodnessOfFit.kolmogorov(sums) { gsl_cdf_gamma_P($0, 1.5 * Double(count), scale) }
    #expect(p > GoodnessOfFit.least)
    for parts in visits {
      #expect(Set(parts.map { $0.facts.value(Facts.level) }).count == 1)
      #expect((parts.map(\.cost.total.fen).max() ?? 0) - (parts.map(\.cost.total.fen).min() ?? 0) < 3)
    }
    let levels = visits.map { $0[0].facts.value(Facts.level) - 1 }
    let found = GoodnessOfFit.counts(levels, below: 3)
    #expect(GoodnessOfFit.chiSquared(found, model.outpatient.levels) > GoodnessOfFit.least)
  }

  /// Classes of chronic disease and the place of the first sum in its part of the year.
  @Test func chronicVisitsHaveTheirClassesAndDates() throws {
    let years = try Clinic.years(model, 30_000, shipped: shipped).filter { $0.visits.chronic > 0 }
    let visits = years.map { year in
      year.episodes.filter { $0.facts.value(Facts.kind) == CareKind.chronicOutpatient.rawValue }
    }
    let classes = GoodnessOfFit.counts(visits.map { $0[0].facts.value(Facts.chronicClass) }, below: 2)
    let second = model.chronicClass2
    #expect(GoodnessOfFit.chiSquared(classes, [1 - second, second]) > GoodnessOfFit.least)
    let ones = visits.filter { $0.count == 1 }.map { Double($0[0].dayOfYear) + 0.5 }
    #expect(GoodnessOfFit.kolmogorov(ones) { $0 / 365 } > GoodnessOfFit.least)
    for parts in visits where parts.count == 4 {
      for (a, b) in zip(parts, parts.dropFirst()) { #expect((91...92).contains(b.dayOfYear - a.dayOfYear)) }
    }
  }
}
