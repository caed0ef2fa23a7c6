import Rules

/// A listed disease (重特大疾病病种): how many are treated for it in a year, and what that takes.
public struct SpecialDisease: Hashable, Sendable {
  /// Index in the vocabulary's diseases.
  public var disease: UInt8
  /// People treated in a year, of 100,000 of that age and sex, by age group.
  public var per100000: [Double]
  /// The sex it can strike; nil for both.
  public var sex: Sex?
  /// Mean admissions of a patient in a year, Poisson.
  public var admissions: Double
  /// Mean cost of an admission, yuan.
  public var cost: Double
  /// Mean outpatient courses of a patient in a year, Poisson.
  public var courses: Double
  /// Mean cost of a course, yuan.
  public var courseCost: Double
  /// What the courses consist of.
  public var treatment: Treatment
}
