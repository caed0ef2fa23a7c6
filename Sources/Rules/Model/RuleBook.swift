/// What one document grants, read from its rule file with all patches applied.
public struct RuleBook: Sendable {
  /// A class of assisted people (救助对象类别).
  public struct PeopleClass: Hashable, Sendable {
    public var id: String
    public var name: Label
    public var source: Source
    public var identities: [UInt8]
    /// Raised on every episode that this class decides.
    public var flag: Flag?
  }

  /// Something that is said on a result.
  public struct Flag: Hashable, Sendable {
    /// Why it is said.
    public enum Kind: String, CaseIterable, Sendable { case unquantified, proxy, lateClaim, external, anomaly }
    public var id: String
    public var kind: Kind
    public var text: Label
  }

  /// A flag raised on the episodes that meet a condition.
  public struct FlagRule: Hashable, Sendable {
    public var flag: Flag
    public var when: Condition
  }

  public struct Exclusion: Hashable, Sendable {
    public var id: String
    public var name: Label
    public var source: Source
    public var when: Condition
    public var flag: Flag?
  }

  /// A figure from outside the document.
  public struct Parameter: Hashable, Sendable {
    /// A date, fixed or falling on the same day of every year.
    public enum Value: Hashable, Sendable {
      case quantity(Quantity)
      case day(Day)
      case yearly(offset: Int, month: Int, day: Int)
    }
    public var id: String
    public var name: Label
    public var value: Value
    public var source: Source
  }

  public enum ClassReport: String, CaseIterable, Sendable { case `class`, identity }
  public enum ClassSelection: String, CaseIterable, Sendable { case best, perBenefit, earliestRegistered }
  public enum Exit: String, CaseIterable, Sendable { case day, monthEnd, monthEndIfNoClassLeft }

  /// Assistance for episodes before an identity was recognised.
  public struct LookBack: Hashable, Sendable {
    public enum Anchor: String, CaseIterable, Sendable { case recognition, application }
    public enum Reach: Hashable, Sendable {
      case calendarYear
      case months(Int)
    }
    public var id: String
    /// Nil for every identity.
    public var identities: UInt64
    public var onlyForMedicalExpense: Bool
    public var anchor: Anchor
    public var reach: Reach
    public var source: Source
  }

  /// The income test for illness-impoverished patients.
  public struct Recognition: Hashable, Sendable {
    public var identity: UInt8
    public var excluding: UInt64
    public var multiple: Quantity
    public var standard: String
    public var months: Quantity
    /// The share of the household's yearly income that its own payments must pass to count as high.
    public var heavyShare: Quantity
  }

  /// What the assistance base contains.
  public struct Base: Hashable, Sendable {
    public enum Ceilings: String, CaseIterable, Sendable { case `in`, out }
    public enum Uninsured: String, CaseIterable, Sendable { case gross, notional }
    public var upfrontB: Bool
    public var overLimit: Bool
    public var aboveCeilings: Ceilings
    public var uninsured: Uninsured
    public var source: Source
  }

  public var id: String
  public var name: Label
  public var document: LegalDocument
  public var vocabulary: Vocabulary
  public var parameters: [Parameter]
  public var strict: Bool
  public var classes: [PeopleClass]
  public var classReport: ClassReport
  public var classSelection: ClassSelection
  public var designatedByAnalogy: Bool
  public var exit: Exit
  public var lookBacks: [LookBack]
  public var recognition: Recognition?
  public var base: Base
  public var listedDiseases: UInt64
  public var exclusions: [Exclusion]
  public var pools: [Pool]
  public var routes: [Route]
  public var benefits: [Benefit]
  public var tilt: Tilt?
  public var premium: PremiumRule
  public var preference: Preference?
  public var insurance: InsuranceSchedule
  public var warning: Warning?
  public var depositWaiver: DepositWaiver?
  public var fund: Fund?
  public var flags: [FlagRule]
  public var readings: [Reading]
  public var coverage: [Coverage]

  /// The parameter of this name.
  public func parameter(_ id: String) -> Parameter? { parameters.first { $0.id == id } }
}
