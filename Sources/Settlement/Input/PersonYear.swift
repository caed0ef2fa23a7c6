import Rules

/// An identity (身份) held over an interval of days, both ends included.
public struct HeldIdentity: Hashable, Sendable {
  /// Index in the vocabulary's identities.
  public var identity: UInt8
  /// True where it was recognised because of medical expense (acts in Bazhong Art 12).
  public var medicalExpense: Bool
  /// First day; `Day.distantPast` where the record has none.
  public var from: Day
  /// Last day; `Day.distantFuture` where it is open.
  public var to: Day
  /// Day of application, for look-back rules that count from it; the same as `from` where the record has none.
  public var applied: Day

  /// Creates an identity held from `from` to `to`.
  public init(
    _ identity: UInt8, from: Day = .distantPast, to: Day = .distantFuture, applied: Day? = nil,
    medicalExpense: Bool = false
  ) {
    self.identity = identity
    self.from = from
    self.to = to
    self.applied = applied ?? from
    self.medicalExpense = medicalExpense
  }
}

/// What settlement knows of a person in a benefit year, besides identities and episodes, which lie in buffers of their
/// own.
public struct PersonYear: Hashable, Sendable {
  /// Day of birth.
  public var birth: Day
  /// Insurance and the person's other categorical facts.
  public var facts: Facts
  /// Day on which the premium was paid; `Day.distantPast` where it is not known and taken as in time.
  public var premiumPaid: Day
  /// The identity by analogy to which a government-designated person is assisted (`designatedAs`); nil for none.
  public var designatedAs: UInt8?

  /// Creates a person-year.
  public init(birth: Day, facts: Facts, premiumPaid: Day = .distantPast, designatedAs: UInt8? = nil) {
    self.birth = birth
    self.facts = facts
    self.premiumPaid = premiumPaid
    self.designatedAs = designatedAs
  }
}
