import Money
import Population
import Settlement

/// What settling and booking plain households needs and makes.
struct PlainState: ~Copyable {
  private let plan: Plan
  /// The rules of the year before, under which its care is settled.
  private let planBefore: Plan
  private let bounds: [RecognitionBound]
  private let lines: StateBook
  private var ledger: Ledger
  private var ledgerBefore: Ledger
  /// Of the block at hand.
  private(set) var shared = SharedYears()
  private var open: OpenBurden
  private var outOfPocket: [Int64]
  private var warnings = Slots(MonthCells.count)
  private let months: MonthBook
  private(set) var histogram: PersonHistogram
  private(set) var incomes: IncomeTally

  init(_ job: PlaceJob, _ members: [Int], groups: Groups) {
    let variants = members.map { job.variants[$0].variant }
    (plan, planBefore) = (variants[0].plan, variants[0].before)
    var bounds: [RecognitionBound] = []
    for variant in variants {
      guard let bound = RecognitionBound(variant.plan, before: variant.before), !bounds.contains(bound) else {
        continue
      }
      bounds.append(bound)
    }
    self.bounds = bounds
    lines = StateBook(job.place)
    months = MonthBook(year: plan.year, job.cash)
    ledger = Ledger(plan)
    ledgerBefore = Ledger(planBefore)
    open = OpenBurden(groups)
    outOfPocket = Array(repeating: 0, count: job.variants[members[0]].replicates)
    histogram = PersonHistogram(groups, isKept: variants.contains(where: job.countsPersons))
    incomes = variants.lazy.map { job.incomes(for: $0) }.first { $0.isKept } ?? IncomeTally(cluster: nil)
  }

  /// Settles everybody of households in which nobody holds an identity.
  ///
  /// - Parameter isPlain: by household of the block; set false where somebody holds one or might be recognised.
  mutating func settle(_ block: PopulationBlock, _ isPlain: inout [Bool]) {
    shared.begin(block)
    for (number, household) in block.households.enumerated() where !settle(number, household, block) {
      isPlain[number] = false
    }
  }

  /// - Returns: whether the household is plain.
  private mutating func settle(_ number: Int, _ household: Household, _ block: PopulationBlock) -> Bool {
    for person in household.persons where !block.persons[Int(person)].identities.isEmpty { return false }
    var next = shared.end
    for index in household.persons.lazy.map(Int.init) {
      let person = block.persons[index]
      let care = block.episodes.span.extracting(Int(person.episodes.lowerBound)..<Int(person.episodes.upperBound))
      HouseholdYear.grow(&shared.results, to: next.this + care.count)
      HouseholdYear.settle(
        plan, person.year, Span(), care, &ledger, &shared.results, at: next.this, &shared.totals[index])
      next.this += care.count
    }
    guard mightBeRecognised(household, block, &next) else { return true }
    shared.keep(number, to: next)
    return false
  }

  /// Whether own payments of both years pass what any of the tests leaves to spare: only then can a look at their days
  /// find twelve months that do.
  ///
  /// - Parameter next: moved to the end of what the year before takes.
  private mutating func mightBeRecognised(
    _ household: Household, _ block: PopulationBlock, _ next: inout SharedYears.Start
  ) -> Bool {
    let first = Int(household.persons.lowerBound)
    var open: UInt64 = 0
    for (index, bound) in bounds.enumerated() where bound.admits(household, block, shared.totals, from: first) {
      open |= 1 << UInt64(index)
    }
    guard open != 0 else { return false }
    var sum: Int64 = 0
    for index in household.persons.lazy.map(Int.init) {
      let person = block.persons[index]
      let care = block.earlier.span.extracting(Int(person.earlier.lowerBound)..<Int(person.earlier.upperBound))
      var before = PersonResult()
      HouseholdYear.grow(&shared.resultsBefore, to: next.before + care.count)
      HouseholdYear.settle(
        planBefore, person.year, Span(), care, &ledgerBefore, &shared.resultsBefore, at: next.before, &before)
      next.before += care.count
      shared.warnedBefore[index] = before.warnedOn
      sum += (shared.totals[index].selfPaid + before.selfPaid).fen
    }
    for (index, bound) in bounds.enumerated() where open & 1 << UInt64(index) != 0 {
      if bound.spare(household) < sum { return true }
    }
    return false
  }

  /// Books the plain households in a replicate.
  mutating func book(_ block: PopulationBlock, _ facts: BlockFacts, _ isPlain: [Bool], replicate: Int) {
    for (number, household) in block.households.enumerated() where isPlain[number] {
      add(household, block, facts, replicate)
    }
  }

  private mutating func add(
    _ household: Household, _ block: PopulationBlock, _ facts: BlockFacts, _ replicate: Int
  ) {
    let members = Int(household.persons.lowerBound)..<Int(household.persons.upperBound)
    let state = lines.state(shared.totals, members, household)
    if incomes.isKept {
      incomes.add(household, paid: members.reduce(0) { $0 + shared.totals[$1].outOfPocket.fen }, help: 0)
      for person in members { incomes.add(household, payment: shared.totals[person].outOfPocket) }
    }
    for person in members {
      outOfPocket[replicate] += shared.totals[person].outOfPocket.fen
      // Whom no assistance touches it never reaches.
      if shared.totals[person].isWarned { months.warn(shared.totals[person].warnedOn, .never, into: &warnings) }
      let held = block.persons[person].identitySet
      let one = PersonBooking(
        total: shared.totals[person], state: state, admissions: Int64(facts.admissions[person]),
        episodes: Int64(block.persons[person].episodes.count), counts: histogram.isKept)
      one.add(to: &open, &histogram, row: open.row(ofProfile: facts.profiles[person] + (held == 0 ? 0 : 1)))
      guard held != 0 else { continue }
      // The office does not know of it.
      open.groups.each(ofHeld: held) { one.add(to: &open, &histogram, row: $0) }
    }
  }

  mutating func gather() { open.gather() }

  func add(to other: inout OpenCluster, _ tally: inout Tally) {
    other.burden.add(open)
    other.months.add(warnings)
    for replicate in outOfPocket.indices { tally.add(outOfPocket: outOfPocket[replicate], replicate: replicate) }
  }

  mutating func close() {
    open.clear()
    warnings.clear()
    for replicate in outOfPocket.indices { outOfPocket[replicate] = 0 }
  }
}
