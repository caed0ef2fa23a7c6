import Money
import Rules

/// How much of a year's money may be left over, and what becomes of more (结余).
public struct SurplusRule: Hashable, Sendable {
  /// The largest surplus, as a share of the money raised in the year.
  public enum Limit: Hashable, Sendable {
    /// As the document says; none where it is silent.
    case document
    /// No limit, whatever the document says.
    case none
    /// The scenario's own.
    case stated(Rate)
  }

  /// What is held against the limit (KZ-28), where what passes it is returned. Both are always reported.
  public enum Basis: Int, Word {
    /// What the year leaves of the money raised in it.
    case year
    /// All that is in the account at the end of the year.
    case cumulative

    /// The identifier that files use.
    public var id: String { self == .year ? "year" : "cumulative" }
    /// The Chinese name.
    public var chinese: String { self == .year ? "当年结余" : "累计结余" }
  }

  /// What becomes of money beyond the limit.
  public enum Excess: Int, Word {
    /// It is carried over like the rest: no document says that it goes back.
    case kept
    /// It leaves the account at the end of the year.
    case returned

    /// The identifier that files use.
    public var id: String { self == .kept ? "kept" : "returned" }
    /// The Chinese name.
    public var chinese: String { self == .kept ? "结转" : "上缴" }
  }

  /// The largest surplus.
  public var limit: Limit
  /// What is held against it.
  public var basis: Basis
  /// What becomes of more.
  public var excess: Excess

  /// Creates a rule; by default the document's limit, which is only reported.
  public init(limit: Limit = .document, basis: Basis = .year, excess: Excess = .kept) {
    self.limit = limit
    self.basis = basis
    self.excess = excess
  }
}
