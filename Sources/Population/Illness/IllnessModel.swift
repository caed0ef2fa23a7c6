import Rules

/// How people fall ill and what that costs: what an illness file says (`docs/illness-file.md`).
public struct IllnessModel: Sendable {
  /// The file it was read from, for messages.
  public var file: String
  /// The file as written, from which the manifest of a run takes its fingerprint.
  public var text: String
  /// A short name for reports.
  public var name: String
  /// The people on whom the rates are calibrated.
  public var reference: Reference
  /// Admissions to hospital.
  public var admissions: Use
  /// When they are.
  public var timing: AdmissionTiming
  /// Hospitals.
  public var hospitals: HospitalMix
  /// Parts of the cost.
  public var split: CostSplit
  /// Outpatient care for chronic and special diseases (门诊慢特病).
  public var chronic: VisitHabits
  /// The share of people with such care whose disease is of class II (Bazhong's two classes).
  public var chronicClass2: Double
  /// Ordinary outpatient care (普通门诊).
  public var outpatient: VisitHabits
  /// A year's outpatient courses for a listed disease are settled as at most so many episodes.
  public var coursesSettledAtMost: Int
  /// The share of people treated for a listed disease who need maintenance treatment outside hospital (需院外维持治疗).
  public var maintenanceOfPatients: Double
  /// The share of severely disabled people who do.
  public var maintenanceOfDisabled: Double
  /// How many times likelier a poor person is to be treated for a listed disease than another of the same age and sex.
  public var diseasesPoorTimes: Double
  /// The share of people treated for a listed disease whom it befell within the year.
  public var diseasesBegun: Double
  /// The listed diseases, in the order of the file.
  public var diseases: [SpecialDisease]
  /// Where each parameter comes from, in the order of the file.
  public var sources: [Provenance]

  /// The share of people of a group, sex and poverty who are treated for a disease in a year.
  func patients(_ disease: SpecialDisease, group: Int, sex: Sex, poor: Bool) -> Double {
    guard disease.sex ?? sex == sex else { return 0 }
    let average = 1 - reference.poor + reference.poor * diseasesPoorTimes
    return disease.per100000[group] / 100_000 / average * (poor ? diseasesPoorTimes : 1)
  }
}
