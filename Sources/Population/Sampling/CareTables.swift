import Input
import Rules
import Settlement

/// The illness model made ready for drawing: tables of counts, distributions of costs, facts of visits.
struct CareTables: ~Copyable {
  /// The age group of each age.
  let group: [UInt8]
  /// The listed disease (0 for none) by row of the patient.
  let disease: Discrete
  /// Ordinary admissions by row of the patient, and the same as tables.
  let stays: [NegativeBinomial]
  let admissions: Discrete
  /// Chronic and ordinary visits by `Frailty.buckets` × row + bucket of the person's admissions.
  let chronic: Discrete
  let outpatient: Discrete
  /// What all admissions of a person have in common.
  let severity: LogNormal
  /// Cost of an ordinary admission by level - 1, and of one with a listed disease by 3 × disease + level - 1.
  let admissionCost: [SplicedLogNormal]
  let specialCost: [SplicedLogNormal]
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

  /// - Parameters:
  ///   - priceLevel: multiplies every cost.
  ///   - levels: the place's own shares of hospital levels; a place that treats more in large hospitals pays more.
  init(_ model: IllnessModel, priceLevel: Double, levels: [Double]?) throws(Refusal) {
    let calibration = try Calibration(model)
    let reference = model.reference
    let groups = reference.groups
    group = (0...AgePyramid.oldest).map { UInt8(groups.group($0)) }
    disease = Discrete(
      groups.from.indices.flatMap { group in
        Sex.allCases.flatMap { sex in
          [false, true].map { poor in
            let patients = model.diseases.map { model.patients($0, group: group, sex: sex, poor: poor) }
            return [max(0, 1 - patients.reduce(0, +))] + patients
          }
        }
      })
    stays = model.admissions.means(calibration.admissions, reference).map {
      NegativeBinomial(mean: $0, size: model.admissions.size)
    }
    admissions = Discrete(stays.map(\.probabilities))
    let stays = stays
    func visits(_ habits: VisitHabits, _ mean: Double) -> Discrete {
      Discrete(
        zip(habits.use.means(mean, reference), stays).flatMap { mean, stays in
          Frailty.means(of: stays).map {
            NegativeBinomial(mean: mean * (1 + habits.frailty * ($0 - 1)), size: habits.use.size).probabilities
          }
        })
    }
    chronic = visits(model.chronic, calibration.chronicVisits)
    outpatient = visits(model.outpatient, model.outpatient.use.perPerson)
    let hospitals = model.hospitals
    severity = hospitals.spread.person
    func costs(_ mean: Double, _ levels: [Double]) -> [SplicedLogNormal] {
      let average = zip(levels, hospitals.levelCost).reduce(0) { $0 + $1.0 * $1.1 }
      return hospitals.levelCost.map { hospitals.spread.cost(mean: mean * $0 / average * priceLevel) }
    }
    admissionCost = costs(calibration.admissionCost, hospitals.levels)
    specialCost = model.diseases.flatMap { costs($0.cost, hospitals.specialLevels) }
    courseCost = model.diseases.map { Gamma(mean: $0.courseCost * priceLevel, shape: model.chronic.shape) }
    chronicCost = Gamma(mean: calibration.chronicCost * priceLevel, shape: model.chronic.shape)
    outpatientCost = Gamma(mean: model.outpatient.use.cost * priceLevel, shape: model.outpatient.shape)
    circumstances = AdmissionCircumstances(levels.map { hospitals.moved(to: $0) } ?? hospitals)
    visitLevels = Discrete([model.chronic.levels, model.outpatient.levels])
    chronicFacts = (1...2).flatMap { number in
      (1...3).map { Facts(kind: .chronicOutpatient, level: $0, chronicClass: number) }
    }
    outpatientFacts = (1...3).map { Facts(kind: .outpatient, level: $0) }
    split = Dirichlet(means: model.split.means, concentration: model.split.concentration)
    splitMeans = model.split.means
  }
}
