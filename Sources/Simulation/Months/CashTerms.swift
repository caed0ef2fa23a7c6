import Money

/// How long it takes until the fund pays what it owes.
///
/// No document says; the defaults are assumptions that docs/model.md gives grounds for.
public struct CashTerms: Hashable, Sendable {
  /// Months between the month of a settlement at the hospital and that in which the fund repays the hospital.
  public var settlement = 1
  /// Months between the month of a claim by hand, or of a recognition that reaches back, and that in which it is paid.
  public var claims = 1
  /// The month of the benefit year, from 1 to 12, in which premium subsidies are paid to the insurance.
  public var subsidies = 1
  /// How much of what makes the first months of a year dear or cheap goes on in the rest: the correlation of the two, from 0 to
  /// 1. No monthly series was seen.
  public var persistence = 0.8
  /// What is known of the year at hand; at most one a place.
  public var known: [Known] = []

  /// What a fund has paid so far.
  public struct Known: Hashable, Sendable {
    /// Whose fund: the identifier of one of the scenario's places.
    public var place: String
    /// What it owed on 1 January for care of the years before; nil where that is not known.
    public var owed: Yuan?
    /// What it has paid since, and to the end of which month; nil where that is not known.
    public var paid: (amount: Yuan, through: Int)?

    /// Equal in all.
    public static func == (a: Known, b: Known) -> Bool {
      a.place == b.place && a.owed == b.owed && a.paid?.amount == b.paid?.amount && a.paid?.through == b.paid?.through
    }

    /// Feeds all into a hasher.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(place)
      hasher.combine(owed)
      hasher.combine(paid?.amount)
      hasher.combine(paid?.through)
    }
  }
}
