import Money
import Population
import Rules
import Settlement

/// One household's year under one variant, with recognition of illness-impoverished members. It is used again for the
/// next household, so that settling allocates nothing.
struct HouseholdYear: ~Copyable {
  /// The rules, and those of the year before, under which its care is settled.
  let plan: Plan
  let planBefore: Plan
  var ledger: Ledger
  var ledgerBefore: Ledger
  /// How long an identity lasts that was recognised because of illness.
  let monthsRecognised: Int
  /// Nil where the document recognises nobody.
  let bound: RecognitionBound?
  /// The months that the income test looks at, by their last day.
  let windows: MonthWindows
  /// One result a member.
  var totals: [PersonResult] = []
  /// One result an episode of the household, member by member.
  var results: [EpisodeResult] = []
  /// The same of the year before, as it was known by the end of that year; only where recognition looks at it.
  var resultsBefore: [EpisodeResult] = []
  /// Where each member's results lie, in this year's and in those of the year before.
  var parts: [Range<Int>] = []
  var partsBefore: [Range<Int>] = []
  /// When the year before took a member's burden over its warning line; `Day.distantPast` where it did not.
  var warnedBefore: [Day] = []
  /// What is paid within the year for care of the year before, and from which day on it can be.
  var latePayments: [(member: Int, payment: EpisodeResult, day: Day)] = []
  /// Members recognised within the year, as bits.
  var recognised: UInt64 = 0
  /// Members who hold the identity at some time of the year, recognised in it or in the year before, as bits.
  var holders: UInt64 = 0
  /// The year's benefit and flag for each of the year before, whose rules may have others; -1 for none.
  let benefitOfYear: [Int8]
  let flagOfYear: [Int8]
  /// What recognition gave to which member.
  var gained: [(member: Int, identity: HeldIdentity)] = []
  var burdens: [Burden] = []
  /// What each member paid of some burdens, fen.
  var paid: [Int64] = []
  /// What the member at hand holds.
  var holding: [HeldIdentity] = []

  /// What a household paid itself on a day.
  struct Burden {
    var day: Day
    var member: Int
    var fen: Int64
  }

  init(_ plan: Plan, before: Plan, monthsRecognised: Int) {
    self.monthsRecognised = monthsRecognised
    self.plan = plan
    planBefore = before
    ledger = Ledger(plan)
    ledgerBefore = Ledger(before)
    windows = MonthWindows(plan.recognitionMonths, year: plan.year)
    bound = RecognitionBound(plan, before: before)
    benefitOfYear = before.book.benefits.map { old in
      Int8(plan.book.benefits.firstIndex { $0.id == old.id } ?? -1)
    }
    flagOfYear = before.flags.map { old in
      Int8(plan.flags.firstIndex { $0.id == old.id && $0.kind == old.kind } ?? -1)
    }
  }

  /// Settles every member's year.
  ///
  /// - Parameters:
  ///   - number: the household's place in the block.
  ///   - shared: what insurance brought the block's households without an identity, under rules that insure like these; empty where
  ///     nobody worked it out.
  mutating func settle(
    _ household: Household, _ block: PopulationBlock, _ number: Int = 0, _ shared: SharedYears = SharedYears()
  ) {
    let members = Int(household.persons.lowerBound)..<Int(household.persons.upperBound)
    (recognised, holders) = (0, 0)
    if !latePayments.isEmpty { latePayments.removeAll(keepingCapacity: true) }
    if !gained.isEmpty { gained.removeAll(keepingCapacity: true) }
    if totals.count > members.count { totals.removeLast(totals.count - members.count) }
    while totals.count < members.count { totals.append(PersonResult()) }
    parts.removeAll(keepingCapacity: true)
    var end = 0
    for member in members {
      let count = block.persons[member].episodes.count
      parts.append(end..<end + count)
      end += count
    }
    Self.grow(&results, to: end)
    let start = shared.start(of: number)
    if let start {
      for (index, member) in members.enumerated() {
        totals[index] = shared.totals[member]
        totals[index].premiumStandard = plan.premiumStandard
      }
      for index in 0..<end { results[index] = shared.results[start.this + index] }
    } else {
      for (index, member) in members.enumerated() { settle(block.persons[member], index, block) }
    }
    guard let bound, bound.admits(household, block, totals, from: 0) else { return }
    beginBefore(block, members)
    if let start {
      for (index, member) in members.enumerated() { warnedBefore[index] = shared.warnedBefore[member] }
      for index in 0..<(partsBefore.last?.upperBound ?? 0) {
        resultsBefore[index] = shared.resultsBefore[start.before + index]
      }
    } else {
      for index in 0..<members.count { settleBefore(index, block, members) }
    }
    recognise(household, block, members)
  }

  private mutating func settle(_ person: Person, _ index: Int, _ block: PopulationBlock) {
    let held = block.identities.span.extracting(Int(person.identities.lowerBound)..<Int(person.identities.upperBound))
    let care = block.episodes.span.extracting(Int(person.episodes.lowerBound)..<Int(person.episodes.upperBound))
    Self.settle(plan, person.year, held, care, &ledger, &results, at: parts[index].lowerBound, &totals[index])
  }

  /// Settles a person's year into a list of results that has room for it.
  @inline(__always) static func settle(
    _ plan: Plan, _ person: PersonYear, _ held: Span<HeldIdentity>, _ care: Span<Episode>, _ ledger: inout Ledger,
    _ results: inout [EpisodeResult], at first: Int, _ total: inout PersonResult
  ) {
    var span = results.mutableSpan
    plan.settle(person, held, care, &ledger, into: &span, at: first, &total)
  }

  static func grow(_ results: inout [EpisodeResult], to count: Int) {
    while results.count < count { results.append(EpisodeResult()) }
  }

  /// Calls `body` with the results of a member's episodes, and then with what is paid late.
  @inline(__always) func each(of member: Int, _ body: (EpisodeResult) -> Void) {
    for index in parts[member] { body(results[index]) }
    guard !latePayments.isEmpty else { return }
    for late in latePayments where late.member == member { body(late.payment) }
  }

  /// Calls `body` with the results of a member's episodes, and then with what is paid late: each with the day from which on it
  /// can be paid, and whether it is paid on an application and not with the hospital's bill.
  @inline(__always) func eachPayable(
    of member: Int, _ person: Person, _ block: PopulationBlock, _ body: (EpisodeResult, Day, Bool) -> Void
  ) {
    for (place, number) in zip(parts[member], person.episodes) {
      let (day, byHand) = payable(block.episodes[Int(number)], of: member)
      body(results[place], day, byHand)
    }
    guard !latePayments.isEmpty else { return }
    for late in latePayments where late.member == member { body(late.payment, late.day, true) }
  }

  /// When care can be paid at the earliest: at once, when it is claimed, or when who had it is recognised after it.
  private func payable(_ episode: Episode, of member: Int) -> (day: Day, byHand: Bool) {
    let claimed = episode.claimDay == .distantPast ? (episode.day, false) : (episode.claimDay, true)
    guard !gained.isEmpty else { return claimed }
    let own = gained.lazy.filter { $0.member == member }.map(\.identity)
    guard !own.contains(where: { $0.from <= episode.day && $0.to >= episode.day }),
      let later = own.first(where: { $0.from > episode.day })
    else { return claimed }
    return (max(claimed.0, later.from), true)
  }

  /// Assistance of the year for a member's care of the year before.
  func late(_ member: Int) -> Yuan {
    guard !latePayments.isEmpty else { return .zero }
    return latePayments.reduce(.zero) {
      $1.member == member ? $0 + $1.payment.assistance + $1.payment.tilted : $0
    }
  }

  /// Whether a flag stands on anything of a member's year.
  @inline(__always) func isFlagged(_ member: Int) -> Bool {
    if totals[member].premiumFlags != 0 { return true }
    for index in parts[member] where results[index].flags != 0 { return true }
    return false
  }
}
