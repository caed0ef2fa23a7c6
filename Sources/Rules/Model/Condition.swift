/// A predicate over an episode and its person, as a rule file writes it under `when`.
public indirect enum Condition: Hashable, Sendable {
  /// The facts of which exactly one value holds.
  public enum Fact: String, CaseIterable, Sendable {
    case kind, level, location, referral, treatment, chronicClass, insurance
    case designated, emergency, enrolledAfterIllness, needsMaintenance, manualClaim
  }

  case all([Condition])
  case any([Condition])
  case not(Condition)
  /// The fact has one of these values (raw values of its words; 0 for false and 1 for true).
  case fact(Fact, [Int])
  /// The disease is in this set of vocabulary indices.
  case disease(UInt64)
  /// This identity is held on the day.
  case identity(UInt8)
  /// Completed years of age are at least this.
  case ageAtLeast(Int)
  /// Claimed by hand after this month and day of the year after the benefit year.
  case manualClaimAfter(month: Int, day: Int)
  /// The episode was routed to one of these benefits; an empty name stands for none.
  case route([String])

  /// Holds always.
  public static let always = Condition.all([])
}
