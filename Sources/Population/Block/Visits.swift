/// How many visits a person's year had, of which its outpatient episodes are the sums.
public struct Visits: Hashable, Sendable {
  /// For chronic and special diseases (门诊慢特病), courses for listed diseases included.
  public var chronic: Int32
  /// Ordinary ones (普通门诊).
  public var ordinary: Int32
}
