import Testing

@testable import Population

/// Gradients by age, sex and poverty hold as stated and average to the mean over the reference population.
@Suite struct UseTests {
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func gradientsAverageToTheMean(seed: UInt64) {
    let numbers = GoodnessOfFit.draws(100, seed: seed) { $0.uniform() }
    let groups = 1 + Int(numbers[99] * 8)
    let raw = (0..<groups).map { 0.1 + numbers[$0] }
    let sum = raw.reduce(0, +)
    let reference = Reference(
      groups: AgeGroups(from: (0..<groups).map { 5 * $0 }, shares: raw.map { $0 / sum }), female: numbers[90],
      poor: numbers[91], poorIdentities: 0)
    let use = Use(
      perPerson: 1, relative: (0..<groups).map { 0.05 + numbers[10 + $0] },
      femaleTimes: (0..<groups).map { 0.2 + 3 * numbers[20 + $0] }, poorTimes: 0.5 + 4 * numbers[92], size: 1, cost: 1)
    let mean = 0.01 + numbers[93]
    let means = use.means(mean, reference)
    #expect(means.count == 4 * groups)
    var (all, byGroup) = (0.0, [Double]())
    for group in 0..<groups {
      let rates = means[4 * group..<4 * group + 4].map(\.self)
      // Women before men, others before the poor, as `Patient.row` counts.
      #expect(abs(rates[0] / rates[2] / use.femaleTimes[group] - 1) < 1e-12)
      #expect(abs(rates[1] / rates[0] / use.poorTimes - 1) < 1e-12)
      #expect(abs(rates[3] / rates[2] / use.poorTimes - 1) < 1e-12)
      let women = (1 - reference.poor) * rates[0] + reference.poor * rates[1]
      let men = (1 - reference.poor) * rates[2] + reference.poor * rates[3]
      byGroup.append(reference.female * women + (1 - reference.female) * men)
      all += reference.groups.shares[group] * byGroup[group]
    }
    #expect(abs(all / mean - 1) < 1e-12)
    for group in 0..<groups {
      #expect(abs(byGroup[group] / byGroup[0] - use.relative[group] / use.relative[0]) < 1e-9)
    }
    let patient = Patient(
      replicate: 1, household: 0, member: 0, row: Patient.row(group: groups - 1, male: true, poor: true))
    #expect(patient.row == means.count - 1)
  }

  /// Patients of a listed disease, poor and others together, are as many as the file says.
  @Test func theListedDiseasesAverageToTheirRates() throws {
    let model = try Shipped().illness
    for disease in model.diseases {
      for group in disease.per100000.indices {
        let (others, poor) = (
          model.patients(disease, group: group, sex: .female, poor: false),
          model.patients(disease, group: group, sex: .female, poor: true)
        )
        let all = (1 - model.reference.poor) * others + model.reference.poor * poor
        #expect(abs(all - (disease.sex == .male ? 0 : disease.per100000[group] / 100_000)) < 1e-12)
        #expect(others == 0 || abs(poor / others - model.diseasesPoorTimes) < 1e-12)
      }
    }
  }
}
