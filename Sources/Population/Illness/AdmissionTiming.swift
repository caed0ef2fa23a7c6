/// When a year's admissions are.
public struct AdmissionTiming: Hashable, Sendable {
  /// Admissions a day in each month over each other.
  public var months: [Double]
  /// Days that an admission lasts on average.
  public var stay: Int
  /// The probability that a further admission follows within 30 days of leaving hospital, besides those that do by
  /// chance.
  public var readmission: Double
}
