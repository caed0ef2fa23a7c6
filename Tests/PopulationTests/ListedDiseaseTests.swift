import CGSL
import Rules
import Settlement
import Testing

@testable import Population

/// Listed diseases as they come out of the whole sampler.
@Suite struct ListedDiseaseTests {
  /// Whom a disease strikes, by age, sex and poverty.
  @Test(arguments: [(1, false, false), (3, true, false), (4, false, true)])
  func prevalenceIsThatOfTheFile(group: Int, male: Bool, poor: Bool) throws {
    let shipped = try Shipped()
    let model = shipped.illness
    let care = try CareTables(model, priceLevel: 1, levels: nil)
    let average = 1 - model.reference.poor + model.reference.poor * model.diseasesPoorTimes
    let patients = model.diseases.map { disease -> Double in
      guard disease.sex == nil || (disease.sex == .male) == male else { return 0 }
      return disease.per100000[group] / 100_000 * (poor ? model.diseasesPoorTimes : 1) / average
    }
    let row = Patient.row(group: group, male: male, poor: poor)
    let drawn = GoodnessOfFit.draws(400_000, seed: 61) { care.disease.draw(row, $0) }
    let counts = GoodnessOfFit.counts(drawn, below: patients.count + 1)
    #expect(GoodnessOfFit.chiSquared(counts, [1 - patients.reduce(0, +)] + patients) > GoodnessOfFit.least)
    for (count, p) in zip(counts.dropFirst(), patients) where p == 0 { #expect(count == 0) }
  }

  /// Admissions and courses of patients are Poisson, at the levels and costs of listed diseases.
  @Test func careOfAPatientHasItsDistribution() throws {
    let shipped = try Shipped()
    var model = Clinic.plain(shipped.illness)
    model.diseases = [
      SpecialDisease(
        disease: 3, per100000: [50_000], sex: nil, admissions: 1.5, cost: 20_000, courses: 6, courseCost: 300,
        treatment: .dialysis)
    ]
    model.diseasesPoorTimes = 1
    model.admissions.perPerson = 0.7501
    model.admissions.cost = 30_000
    model.chronic.use.perPerson = 3.0001
    model.hospitals.spread = CostSpread(sigma: 0.7, shared: 0, tailShare: 0, tailIndex: 2)
    model.maintenanceOfPatients = 0.3
    let years = try Clinic.years(model, 20_000, shipped: shipped)
    let listed = years.map { $0.admissions(listed: true) }
    var p = (0..<20).map { 0.5 * gsl_ran_poisson_pdf($0, 1.5) }
    p[0] += 0.5
    #expect(GoodnessOfFit.chiSquared(GoodnessOfFit.counts(listed.map(\.count), below: 20), p) > GoodnessOfFit.least)
    var courses = (0..<40).map { 0.5 * gsl_ran_poisson_pdf($0, 6) }
    courses[0] += 0.5
    let drawn = GoodnessOfFit.counts(years.map { Int($0.visits.chronic) }, below: 40)
    #expect(GoodnessOfFit.chiSquared(drawn, courses) > GoodnessOfFit.least)
    #expect(listed.joined().allSatisfy { $0.disease == 3 })

    let mix = model.hospitals
    let average = zip(mix.specialLevels, mix.levelCost).reduce(0) { $0 + $1.0 * $1.1 }
    let levels = listed.joined().map { $0.facts.value(Facts.level) - 1 }
    let found = GoodnessOfFit.counts(levels, below: 3)
    #expect(GoodnessOfFit.chiSquared(found, mix.specialLevels) > GoodnessOfFit.least)
    for level in 0..<3 {
      let d = LogNormal(mean: 20_000 * mix.levelCost[level] / average, sigma: 0.7)
      let costs = listed.joined().filter { $0.facts.value(Facts.level) == level + 1 }.map(\.yuan)
      let p = GoodnessOfFit.kolmogorov(costs) { gsl_cdf_lognormal_P($0, d.mu, 0.7) }
      #expect(p > GoodnessOfFit.least, "level \(level + 1)")
    }
    let maintained = years.count { $0.maintained }
    #expect(GoodnessOfFit.chiSquared([maintained, years.count - maintained], [0.15, 0.85]) > GoodnessOfFit.least)
  }
}
