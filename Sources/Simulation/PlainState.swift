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
  private var totals: [PersonResult] = []
  private var results: [EpisodeResult] = []
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
    histogram = PersonHistogram(groups, isKept: variants.contains(where: \.isBaselineOrReform))
    incomes = variants.lazy.map { job.incomes(for: $0) }.first { $0.isKept } ?? IncomeTally(cluster: nil)
  }

  /// Settles everybody of households in which nobody holds an identity.
  ///
  /// - Parameter isPlain: by household of the block; set false where somebody holds one or might be recognised.
  mutating func settle(_ block: PopulationBlock, _ isPlain: inout [Bool]) {
    while totals.count < block.persons.count { totals.append(PersonResult()) }
    for (number, household) in block.households.enumerated() where isPlain[number] {
      isPlain[number] = settle(household, block)
    }
  }

  private mutating func settle(_ household: Household, _ block: PopulationBlock) -> Bool {
    for person in household.persons where !block.persons[Int(person)].identities.isEmpty { return false }
    for index in household.persons.lazy.map(Int.init) {
      let person = block.persons[index]
      let care = block.episodes.span.extracting(Int(person.episodes.lowerBound)..<Int(person.episodes.upperBound))
      HouseholdYear.grow(&results, to: person.episodes.count)
      HouseholdYear.settle(plan, person.year, Span(), care, &ledger, &results, at: 0, &totals[index])
    }
    return !mightBeRecognised(household, block)
  }

  /// Books the plain households in a replicate.
  mutating func book(_ block: PopulationBlock, _ facts: BlockFacts, _ isPlain: [Bool], replicate: Int) {
    for (number, household) in block.households.enumerated() where isPlain[number] {
      add(household, block, facts, replicate)
    }
  }

  /// Whether own payments of both years pass what any of the tests leaves to spare: only then can a look at their days
  /// find twelve months that do.
  private mutating func mightBeRecognised(_ household: Household, _ block: PopulationBlock) -> Bool {
    let first = Int(household.persons.lowerBound)
    let open = bounds.filter { $0.admits(household, block, totals, from: first) }
    guard !open.isEmpty else { return false }
    var sum: Int64 = 0
    for index in household.persons.lazy.map(Int.init) {
      let person = block.persons[index]
      let care = block.earlier.span.extracting(Int(person.earlier.lowerBound)..<Int(person.earlier.upperBound))
      var before = PersonResult()
      HouseholdYear.grow(&results, to: person.earlier.count)
      HouseholdYear.settle(planBefore, person.year, Span(), care, &ledgerBefore, &results, at: 0, &before)
      sum += (totals[index].selfPaid + before.selfPaid).fen
    }
    return open.contains { $0.spare(household) < sum }
  }

  private mutating func add(
    _ household: Household, _ block: PopulationBlock, _ facts: BlockFacts, _ replicate: Int
  ) {
    let members = Int(household.persons.lowerBound)..<Int(household.persons.upperBound)
    let state = lines.state(totals, members, household)
    if incomes.isKept {
      incomes.add(household, paid: members.reduce(0) { $0 + totals[$1].outOfPocket.fen }, help: 0)
      for person in members { incomes.add(household, payment: totals[person].outOfPocket) }
    }
    for person in members {
      outOfPocket[replicate] += totals[person].outOfPocket.fen
      // Whom no assistance touches it never reaches.
      if totals[person].isWarned { months.warn(totals[person].warnedOn, .never, into: &warnings) }
      let held = block.persons[person].identitySet
      let one = PersonBooking(
        total: totals[person], state: state, admissions: Int64(facts.admissions[person]),
        episodes: Int64(block.persons[person].episodes.count), late: 0, change: 0, isRecognised: false)
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
