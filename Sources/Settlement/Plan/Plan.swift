import Money
import Rules

/// A rule book compiled for one benefit year: flat tables of integers that settlement walks.
///
/// Nothing in the tables is optional or looked up by name; an absent number has become 0, no limit, or a flag. It never
/// changes, so that any number of threads settle under one.
public final class Plan: Sendable {
  /// No limit, in fen.
  @inline(__always) static var unlimited: Int64 { .max }

  /// The benefit year.
  public let year: Int
  /// Whether legal dates are obeyed.
  public let isDated: Bool
  /// The rules that were compiled, for names and citations.
  public let book: RuleBook
  /// What the flags that results carry as bits say.
  public let flags: [FlagText]
  /// The warning line; `unlimited` where there is none.
  public let warningLine: Yuan
  /// The income line of recognition as illness-impoverished, a year and head; 0 where the book has no test.
  public let recognitionLine: Yuan
  /// The share of income beyond which own payments count as high in that test.
  public let recognitionShare: Rate
  /// The months of own payments that it looks at.
  public let recognitionMonths: Int
  /// The first day on which care is assisted: the document's in dated mode, any otherwise.
  public let firstDay: Day
  /// The last day on which care is assisted.
  public let lastDay: Day

  /// 1 January of the benefit year.
  public let newYear: Day
  /// 31 December of it.
  public let lastOfYear: Day
  let base: RuleBook.Base
  let exit: RuleBook.Exit
  let selection: RuleBook.ClassSelection
  let warningInsurance: UInt64
  let slotCount: Int

  // Identities and classes, by identity and by rank.
  let implied: Table<UInt64>
  let removed: Table<UInt64>
  let classMasks: Table<UInt64>
  let classFlags: Table<Int8>
  let classIdentities: Table<Part>
  let identitiesOfClasses: Table<UInt8>
  let anyClass: UInt64
  /// The identity that counts as one by analogy, 255 for none.
  let designatedIdentity: UInt8
  let lookBacks: Table<LookBackPlan>

  let conjunctions: Table<Conjunction>
  let exclusions: Table<FlagPlan>
  /// Facts outside this set rule every exclusion out.
  let excludedFacts: UInt64
  let flagRules: Table<FlagPlan>

  let benefits: Table<BenefitPlan>
  let entryOfClass: Table<Int16>
  let entries: Table<Entry>
  let bands: Table<Band>
  let groups: Table<Group>
  let modifiers: Table<Modifier>
  let pools: Table<PoolPlan>
  let poolTerms: Table<PoolTerms>
  let poolsOfBenefits: Table<Int32>
  let routes: Table<RouteStep>
  let candidates: Table<Int32>

  let tilt: TiltPlan?
  let tiltConditions: Table<Part>
  let tiltTerms: Table<TiltTerms>
  let tiltPools: Table<Int32>

  let insurance: InsurancePlan
  let basicTerms: Table<InsurancePlan.BasicTerms>
  let premium: PremiumPlan
  let premiumShares: Table<PremiumPlan.Share>
  let premiumOthers: Table<PremiumPlan.Other>
  let plainPrint: PlainPrint
  /// Flags that say that a number is missing, as bits.
  let unquantified: UInt64

  /// Compiles a rule book for a benefit year.
  ///
  /// - Parameter isDated: obey the document's legal dates; otherwise settle as if it were in force.
  public convenience init(_ book: RuleBook, year: Int, isDated: Bool = false) {
    var compiler = PlanCompiler(book: book, year: year, isDated: isDated)
    compiler.compile()
    self.init(compiler)
  }

  private init(_ made: PlanCompiler) {
    (year, isDated, book) = (made.year, made.isDated, made.book)
    flags = made.flags
    (newYear, lastOfYear) = (Day.first(of: made.year), Day.last(of: made.year))
    (warningLine, warningInsurance) = (made.warningLine, made.warningInsurance)
    recognitionLine = made.recognitionLine
    recognitionShare = made.recognitionShare
    recognitionMonths = made.recognitionMonths
    (firstDay, lastDay) = made.days
    (base, exit, selection) = (made.book.base, made.book.exit, made.book.classSelection)
    slotCount = made.slots
    implied = Table(made.closing.implied)
    removed = Table(made.closing.removed)
    classMasks = Table(made.classMasks)
    classFlags = Table(made.classFlags)
    classIdentities = Table(made.classIdentities)
    identitiesOfClasses = Table(made.book.classes.flatMap(\.identities))
    anyClass = made.classMasks.reduce(0, |)
    designatedIdentity = made.designatedIdentity
    lookBacks = Table(made.lookBacks)
    conjunctions = Table(made.conditions.conjunctions)
    exclusions = Table(made.exclusions)
    excludedFacts = made.exclusions.reduce(0) { $0 | made.conditions.facts(of: $1.when) }
    flagRules = Table(made.flagRules)
    benefits = Table(made.benefits)
    entryOfClass = Table(made.entryOfClass)
    entries = Table(made.entries)
    bands = Table(made.bands)
    groups = Table(made.groups)
    modifiers = Table(made.modifiers)
    pools = Table(made.pools)
    poolTerms = Table(made.poolTerms)
    poolsOfBenefits = Table(made.poolsOfBenefits)
    routes = Table(made.routes)
    candidates = Table(made.candidates)
    tilt = made.tilt
    tiltConditions = Table(made.tiltConditions)
    tiltTerms = Table(made.tiltTerms)
    tiltPools = Table(made.tiltPools)
    insurance = made.insurance
    basicTerms = Table(made.basicTerms)
    premium = made.premium
    premiumShares = Table(made.premiumShares)
    premiumOthers = Table(made.premiumOthers)
    plainPrint = PlainPrint(made)
    unquantified = made.flags.enumerated().reduce(0) {
      $1.element.kind == .unquantified ? $0 | 1 << UInt64($1.offset) : $0
    }
  }

  /// Whether the warning line counts what the person must bear.
  public func warns(_ person: PersonYear) -> Bool { person.facts.bits & warningInsurance != 0 }
}
