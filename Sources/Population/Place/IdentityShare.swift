import Rules

/// Where somebody lives, as far as an identity asks.
public enum Residence: String, CaseIterable, Sendable {
  case any, urban, rural

  /// True where somebody who lives in a town, or does not, can hold the identity.
  @inlinable public func admits(urban: Bool) -> Bool { self == .any || (self == .urban) == urban }
}

/// How an identity is spread over people: the share of all people who hold it, and who can.
public struct IdentityShare: Hashable, Sendable {
  /// Its path in the place file, for messages.
  public var key: String
  /// Its line in the place file.
  public var line: Int
  /// Index in the vocabulary.
  public var identity: UInt8
  /// Holders over all people.
  public var share: Double
  /// Whether the file states how many hold it, and not their share; messages then count.
  public var isCounted = false
  /// How many times likelier a poor person holds it than another who can hold it.
  public var poorTimes: Double
  /// Where holders live.
  public var residence: Residence
  /// Completed years of age on 1 January; household identities do not ask.
  public var ages: ClosedRange<Int>
  /// The largest household a holder lives in; household identities do not ask.
  public var householdAtMost: Int
  /// The insurance a holder has; nil for any.
  public var insurance: InsuranceType?
  /// True where only people whose household holds no household identity can hold it.
  public var withoutHouseholdIdentity: Bool
  /// Of the holders, the shares who hold another identity as well; nobody else does, as far as that other is named here
  /// or is a person's own.
  public var overlaps: [Overlap] = []
  /// The identity by analogy to which a holder is assisted, for government-designated hardship persons.
  public var designatedAs: UInt8?
}

/// The share of an identity's holders who hold another as well.
public struct Overlap: Hashable, Sendable {
  /// The other identity, index in the vocabulary.
  public var identity: UInt8
  /// Of the holders.
  public var share: Double
  /// The other identity as the file names it, for messages.
  public var name = ""
}

/// How identities begin and end within the year.
public struct IdentityChanges: Hashable, Sendable {
  /// The share of identities of the year that begin within it, on an even date.
  public var begin: Double
  /// The share that end within it, on an even date; none does both.
  public var end: Double
  /// Of those that begin within the year, the share recognised because of medical expense (因病支出).
  public var medicalExpense: Double
  /// An application precedes recognition by up to so many days, evenly.
  public var applicationDays: Int
}

/// How families answer to illness that impoverishes them.
public struct RecognitionHabits: Hashable, Sendable {
  /// The probability that a household that could be recognised applies.
  public var applies: Double
  /// The same for a household on a document's warning list (预警监测), whom the office looks up.
  public var appliesWarned: Double
  /// Days between application and recognition, each equally likely.
  public var delayDays: ClosedRange<Int>
}
