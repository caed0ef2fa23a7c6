import Input
import Rules
import Settlement

/// The illness model made ready for drawing: tables of counts, distributions of costs, facts of visits.
struct CareTables: ~Copyable {
  /// The age group of each age.
  let group: [UInt8]
  /// The listed disease (0 for none) by 2 × age group + sex.
  let disease: Discrete
  /// Admissions, chronic visits and ordinary visits by 2 × age group + poor.
  let admissions: Discrete
  let chronic: Discrete
  let outpatient: Discrete
  /// Cost of an ordinary admission by level - 1.
  let admissionCost: [LogNormal]
  /// Cost of an admission by 3 × disease + level - 1.
  let specialCost: [LogNormal]
  let courseCost: [Gamma]
  let chronicCost: Gamma
  let outpatientCost: Gamma
  let circumstances: AdmissionCircumstances
  /// Level - 1 of chronic (0) and ordinary (1) visits.
  let visitLevels: Discrete
  /// Facts of chronic visits by 3 × (class - 1) + level - 1, of ordinary visits by level - 1.
  let chronicFacts: [Facts]
  let outpatientFacts: [Facts]
  let split: Dirichlet
  let splitMeans: SIMD4<Double>

  init(_ model: IllnessModel, priceLevel: Double) throws(Refusal) {
    let calibration = try Calibration(model)
    let groups = model.groups
    group = (0...AgePyramid.oldest).map { UInt8(groups.group($0)) }
    disease = Discrete(
      groups.from.indices.flatMap { group in
        Sex.allCases.map { sex in
          let patients = model.diseases.map { $0.sex ?? sex == sex ? $0.per100000[group] / 100_000 : 0 }
          return [max(0, 1 - patients.reduce(0, +))] + patients
        }
      })
    func counts(_ use: Use, _ mean: Double) -> Discrete {
      Discrete(
        use.means(mean, groups, poorShare: model.referencePoor).map {
          NegativeBinomial(mean: $0, size: use.size).probabilities
        })
    }
    admissions = counts(model.admissions, calibration.admissions)
    chronic = counts(model.chronic.use, calibration.chronicVisits)
    outpatient = counts(model.outpatient.use, model.outpatient.use.perPerson)
    let hospitals = model.hospitals
    func costs(_ mean: Double, _ levels: [Double]) -> [LogNormal] {
      let average = zip(levels, hospitals.levelCost).reduce(0) { $0 + $1.0 * $1.1 }
      return hospitals.levelCost.map { LogNormal(mean: mean * $0 / average * priceLevel, sigma: hospitals.sigma) }
    }
    admissionCost = costs(calibration.admissionCost, hospitals.levels)
    specialCost = model.diseases.flatMap { costs($0.cost, hospitals.specialLevels) }
    courseCost = model.diseases.map { Gamma(mean: $0.courseCost * priceLevel, shape: model.chronic.shape) }
    chronicCost = Gamma(mean: calibration.chronicCost * priceLevel, shape: model.chronic.shape)
    outpatientCost = Gamma(mean: model.outpatient.use.cost * priceLevel, shape: model.outpatient.shape)
    circumstances = AdmissionCircumstances(hospitals)
    visitLevels = Discrete([model.chronic.levels, model.outpatient.levels])
    chronicFacts = (1...2).flatMap { number in
      (1...3).map { Facts(kind: .chronicOutpatient, level: $0, chronicClass: number) }
    }
    outpatientFacts = (1...3).map { Facts(kind: .outpatient, level: $0) }
    split = Dirichlet(means: model.split.means, concentration: model.split.concentration)
    splitMeans = model.split.means
  }
}
