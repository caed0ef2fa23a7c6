import Money
import Rules

/// A rule book compiled for one benefit year: flat tables of integers that settlement walks.
///
/// Nothing here is optional or looked up by name; an absent number has become 0, no limit, or a flag. Indices into the
/// tables are small integers, -1 for none.
public struct Plan: Sendable {
  /// No limit, in fen.
  static let unlimited = Int64.max

  /// One number and the flag that its use raises (-1 for none).
  struct Number: Sendable {
    var value: Int64
    var flag: Int8 = -1
  }

  /// What one class, or a group of it, gets from a benefit.
  struct Entry: Sendable {
    var deductible: Number
    var cap: Number
    /// Basis points for levels 0 to 3.
    var rates: (Number, Number, Number, Number)
    /// Bands, by index into `bands`; count 0 where the rate is by level.
    var firstBand: Int32 = 0
    var bandCount: Int32 = 0
    /// The highest rate, by which claims to one benefit are compared.
    var highestRate: Int64

    @inline(__always) func rate(level: Int) -> Number {
      switch level {
      case 0: rates.0
      case 1: rates.1
      case 2: rates.2
      default: rates.3
      }
    }
  }

  struct Band: Sendable {
    var upTo: Int64
    var rate: Number
  }

  struct Modifier: Sendable {
    var when: ConditionRange
    /// Basis points taken off; the rate is multiplied by `times` afterwards.
    var minus: Int64
    var times: Int64
    var waivesDeductible: Bool
  }

  struct Group: Sendable {
    var classes: UInt32
    var when: ConditionRange
    var entry: Int16
  }

  struct BenefitPlan: Sendable {
    var when: ConditionRange
    var gateOver: Int64
    var gateOnRemainder: Bool
    var countsAboveGate: Bool
    /// Entry of each class, by rank; -1 where the class has no claim.
    var entries: [Int16]
    var groups: [Group]
    var capOnBase: Bool
    var perStay: Bool
    var separateByKind: Bool
    /// Slot of its own accumulators in the ledger (the first of three where separate by kind).
    var slot: Int
    /// Indices into `pools`.
    var pools: [Int]
    var perBenefit: Bool
    var modifiers: [Modifier]
  }

  struct PoolPlan: Sendable {
    var slot: Int
    var perStay: Bool
    var capOnBase: Bool
    /// By class rank.
    var deductible: [Number]
    var cap: [Number]
  }

  struct RouteStep: Sendable {
    var candidates: [Int]
    var best: Bool
    var anomaly: Int8
  }

  struct TiltPlan: Sendable {
    var conditions: [ConditionRange]
    var anyEpisodeOfYear: Bool
    var measure: Tilt.Measure
    var perStay: Bool
    /// By class rank; `hasClaim` false where the class has none.
    var hasClaim: [Bool]
    var threshold: [Number]
    var rate: [Number]
    var cap: [Number]
    var slot: Int
    /// Benefits whose own limit it also uses up, and shared pools.
    var benefitSlots: [Int]
    var poolIndices: [Int]
    var perBenefit: Bool
  }

  struct LookBackPlan: Sendable {
    var identities: UInt64
    var onlyForMedicalExpense: Bool
    var fromApplication: Bool
    /// Months, or 0 for the calendar year of recognition.
    var months: Int
  }

  struct ExclusionPlan: Sendable {
    var when: ConditionRange
    var flag: Int8
  }

  struct FlagPlan: Sendable {
    var when: ConditionRange
    var flag: Int8
  }

  /// A flag in words.
  public struct FlagText: Hashable, Sendable {
    /// The id, such as `GZ-12`.
    public var id: String
    /// Why it is said.
    public var kind: RuleBook.Flag.Kind
    /// What it says.
    public var text: Label
  }

  /// The benefit year.
  public let year: Int
  /// Whether legal dates are obeyed.
  public let isDated: Bool
  /// The rules that were compiled, for names and citations.
  public let book: RuleBook
  /// What the flags that results carry as bits say.
  public internal(set) var flags: [FlagText] = []
  /// The warning line; `unlimited` where there is none.
  public internal(set) var warningLine = Yuan(fen: Plan.unlimited)
  /// The income line of recognition as illness-impoverished, a year and head; 0 where the book has no test.
  public internal(set) var recognitionLine = Yuan.zero
  /// The share of income beyond which own payments count as high in that test.
  public internal(set) var recognitionShare = Rate.zero
  /// The months of own payments that it looks at.
  public internal(set) var recognitionMonths = 12

  var conjunctions: [Conjunction] = []
  var closing: IdentityClosure
  var classMasks: [UInt64] = []
  var classFlags: [Int8] = []
  var anyClass: UInt64 = 0
  /// The identity of a government-designated person, 255 where the vocabulary has none.
  var designatedIdentity: UInt8 = 255
  var lookBacks: [LookBackPlan] = []
  var bands: [Band] = []
  var entries: [Entry] = []
  var exclusions: [ExclusionPlan] = []
  var flagRules: [FlagPlan] = []
  var pools: [PoolPlan] = []
  var benefits: [BenefitPlan] = []
  var routes: [RouteStep] = []
  var tilt: TiltPlan?
  var insurance = InsurancePlan()
  var premium = PremiumPlan()
  /// The first day on which care is assisted: the document's in dated mode, any otherwise.
  public internal(set) var firstDay = Day.distantPast
  /// The last day on which care is assisted.
  public internal(set) var lastDay = Day.distantFuture
  var warningInsurance: UInt64 = 0
  var slotCount = 0

  init(book: RuleBook, year: Int, isDated: Bool) {
    self.book = book
    self.year = year
    self.isDated = isDated
    closing = book.vocabulary.closing
  }

  /// Whether one of a range's conjunctions holds.
  @inline(__always) func holds(_ range: ConditionRange, _ subject: Conjunction.Subject) -> Bool {
    var index = Int(range.first)
    let end = index + Int(range.count)
    while index < end {
      if conjunctions[index].holds(subject) { return true }
      index += 1
    }
    return false
  }

  /// Whether the warning line counts what the person must bear.
  public func warns(_ person: PersonYear) -> Bool { person.facts.bits & warningInsurance != 0 }

  /// The first exclusion that is met; nil for none.
  @inline(__always) func exclusion(_ subject: Conjunction.Subject) -> Int? {
    for index in exclusions.indices where holds(exclusions[index].when, subject) { return index }
    return nil
  }

  /// Adds what a set of identities implies and takes away what it excludes.
  @inline(__always) func closure(of set: UInt64) -> UInt64 { closing.of(set) }

  /// The classes that a set of identities leads to, one bit a rank.
  @inline(__always) func classes(of held: UInt64) -> UInt32 {
    guard held & anyClass != 0 else { return 0 }
    var set: UInt32 = 0
    for rank in 0..<classMasks.count where classMasks[rank] & held != 0 { set |= 1 << UInt32(rank) }
    return set
  }
}

/// Insurance layers in integers.
struct InsurancePlan: Sendable {
  struct Basic: Sendable {
    /// By level 0 to 3.
    var deductible: [Int64]
    var rate: [Int64]
    var cap: Int64
    var outpatientRate: [Int64]
    var outpatientCap: Int64
  }
  /// By insurance type; nil where a type is not insured.
  var basic: [Basic?] = []
  var requires = ConditionRange(first: 0, count: 0)
  var modifiers: [Plan.Modifier] = []
  var criticalInsurance: UInt64 = 0
  var criticalDeductible: Int64 = 0
  var criticalBands: [Plan.Band] = []
  var criticalCap = Plan.unlimited
  var preferred: UInt64 = 0
  var preferredDeductible: Int64 = 0
  var preferredPoints: Int64 = 0
  var preferredCap = Plan.unlimited
}

/// The premium subsidy in integers.
struct PremiumPlan: Sendable {
  struct Share: Sendable {
    var identity: UInt64
    var when: ConditionRange
    var share: Plan.Number
  }
  struct Other: Sendable {
    var insurance: UInt64
    var share: Plan.Number
    var anomaly: Int8
  }
  var isOpen = true
  var standard = Yuan.zero
  var standardFlag: Int8 = -1
  /// By insurance type; `Plan.unlimited` where it is not known.
  var due: [Int64] = []
  var testedOnLevyEnd = false
  var levyEnd = Day.distantFuture
  var paidFrom = Day.distantPast
  var insurance: UInt64 = 0
  var shares: [Share] = []
  var others: [Other] = []
  var othersAlso: UInt64 = 0
}
