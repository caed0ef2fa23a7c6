/// What one document grants, read from its rule file with all patches applied.
public struct RuleBook: Sendable {
  /// A class of assisted people (救助对象类别).
  public struct PeopleClass: Hashable, Sendable {
    /// The key that results report.
    public var id: String
    /// The name in the document.
    public var name: Label
    /// Where the document says so.
    public var source: Source
    /// The identities that lead to it, in the order in which results name them.
    public var identities: [UInt8]
    /// Raised on every episode that this class decides.
    public var flag: Flag?
  }

  /// Something that is said on a result.
  public struct Flag: Hashable, Sendable {
    /// Why it is said.
    public enum Kind: String, CaseIterable, Sendable { case unquantified, proxy, lateClaim, external, anomaly }
    /// The id under which results carry it, such as `GZ-12`.
    public var id: String
    /// Why it is said.
    public var kind: Kind
    /// What it says.
    public var text: Label
  }

  /// A flag raised on the episodes that meet a condition.
  public struct FlagRule: Hashable, Sendable {
    /// What is raised.
    public var flag: Flag
    /// When it is raised.
    public var when: Condition
  }

  /// A ground on which an episode has no benefit at all.
  public struct Exclusion: Hashable, Sendable {
    /// The key in the rule file.
    public var id: String
    /// What it is called in messages and traces.
    public var name: Label
    /// Where the document says so.
    public var source: Source
    /// When it is met.
    public var when: Condition
    /// Raised where it takes something from somebody with a class; nil for none.
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
    /// The name by which rules refer to it.
    public var id: String
    /// What it is.
    public var name: Label
    /// Its value.
    public var value: Value
    /// Where it comes from.
    public var source: Source
  }

  /// Whether results name the class or the identity that decided.
  public enum ClassReport: String, CaseIterable, Sendable { case `class`, identity }
  /// Which class decides where several are held.
  public enum ClassSelection: String, CaseIterable, Sendable { case best, perBenefit, earliestRegistered }
  /// When a lost identity ceases to count.
  public enum Exit: String, CaseIterable, Sendable { case day, monthEnd, monthEndIfNoClassLeft }

  /// Assistance for episodes before an identity was recognised.
  public struct LookBack: Hashable, Sendable {
    /// The day from which it reaches back.
    public enum Anchor: String, CaseIterable, Sendable { case recognition, application }
    /// How far it reaches back.
    public enum Reach: Hashable, Sendable {
      case calendarYear
      case months(Int)
    }
    /// The key in the rule file.
    public var id: String
    /// Nil for every identity.
    public var identities: UInt64
    /// Whether it holds only for those recognised because of medical expense.
    public var onlyForMedicalExpense: Bool
    /// The day from which it reaches back.
    public var anchor: Anchor
    /// How far it reaches back.
    public var reach: Reach
    /// Where the document says so.
    public var source: Source
  }

  /// The income test for illness-impoverished patients.
  public struct Recognition: Hashable, Sendable {
    /// The identity that is recognised.
    public var identity: UInt8
    /// Holders of these are not tested, as bits.
    public var excluding: UInt64
    /// The income line as a multiple of the standard.
    public var multiple: Quantity
    /// The parameter that is the standard.
    public var standard: String
    /// The months of income and cost that are compared.
    public var months: Quantity
    /// The share of the household's yearly income that its own payments must pass to count as high.
    public var heavyShare: Quantity
  }

  /// What the assistance base contains.
  public struct Base: Hashable, Sendable {
    /// Whether amounts above the ceilings of insurance count.
    public enum Ceilings: String, CaseIterable, Sendable { case `in`, out }
    /// What counts for somebody uninsured: the whole cost, or what insurance would have left.
    public enum Uninsured: String, CaseIterable, Sendable { case gross, notional }
    /// Whether amounts paid up front for class-B items count.
    public var upfrontB: Bool
    /// Whether amounts above price limits count.
    public var overLimit: Bool
    /// Whether amounts above the ceilings of insurance count.
    public var aboveCeilings: Ceilings
    /// What counts for somebody uninsured.
    public var uninsured: Uninsured
    /// Where the document says so.
    public var source: Source
  }

  /// The jurisdiction's identifier.
  public var id: String
  /// The jurisdiction's name.
  public var name: Label
  /// The document it states.
  public var document: LegalDocument
  /// The words it knows: the shared ones and its own.
  public var vocabulary: Vocabulary
  /// Figures from outside the document, in the order of the file.
  public var parameters: [Parameter]
  /// Whether proxies are refused.
  public var strict: Bool
  /// From the highest to the lowest.
  public var classes: [PeopleClass]
  /// Whether results name the class or the identity.
  public var classReport: ClassReport
  /// Which class decides.
  public var classSelection: ClassSelection
  /// Whether a government-designated person is assisted by analogy.
  public var designatedByAnalogy: Bool
  /// When a lost identity ceases to count.
  public var exit: Exit
  /// Assistance before recognition.
  public var lookBacks: [LookBack]
  /// The income test; nil where the file has none.
  public var recognition: Recognition?
  /// What the assistance base contains.
  public var base: Base
  /// Diseases that conditions call listed, as bits.
  public var listedDiseases: UInt64
  /// Grounds for no benefit, in the order in which they are tested.
  public var exclusions: [Exclusion]
  /// Limits that benefits share.
  public var pools: [Pool]
  /// How an episode's benefit is found, in order.
  public var routes: [Route]
  /// In the order of the file.
  public var benefits: [Benefit]
  /// Tilted assistance; nil for none.
  public var tilt: Tilt?
  /// Subsidy of the personal contribution.
  public var premium: PremiumRule
  /// Better critical-illness insurance; nil where nobody has it.
  public var preference: Preference?
  /// Insurance, where an episode does not bring what it paid.
  public var insurance: InsuranceSchedule
  /// The warning line; nil for none.
  public var warning: Warning?
  /// Stays without a deposit; nil for none.
  public var depositWaiver: DepositWaiver?
  /// The fund; nil where the file does not speak of it.
  public var fund: Fund?
  /// Flags raised by facts of an episode.
  public var flags: [FlagRule]
  /// Ambiguous clauses.
  public var readings: [Reading]
  /// Every article and what became of it.
  public var coverage: [Coverage]

  /// The parameter of this name.
  public func parameter(_ id: String) -> Parameter? { parameters.first { $0.id == id } }
}
