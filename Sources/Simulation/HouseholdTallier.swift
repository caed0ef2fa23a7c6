import Money
import Population
import Rules
import Settlement

/// Books settled households into a tally.
struct HouseholdTallier {
  private var stamps: [Int32]
  private var serial: Int32 = 0
  private let lines: StateBook
  private let closing: IdentityClosure
  private let illness: UInt64
  private let isReference: Bool
  private let cells: FundCells
  private let groups: Groups
  private let months: MonthBook
  /// Of the block at hand; empty where no variant refers to this one.
  private(set) var outcomes = BlockOutcomes()

  /// - Parameter isReference: whether other variants are compared with this one.
  init(
    cells: FundCells, groups: Groups, place: PlaceModel, book: RuleBook, months: MonthBook, isReference: Bool
  ) {
    self.cells = cells
    self.groups = groups
    self.months = months
    closing = book.vocabulary.closing
    illness = book.recognition.map { 1 << UInt64($0.identity) } ?? 0
    stamps = Array(repeating: -1, count: cells.count)
    lines = StateBook(place)
    self.isReference = isReference
  }

  /// Forgets the last block.
  ///
  /// Who is not booked got nothing.
  mutating func begin(_ block: PopulationBlock) {
    if isReference { outcomes.begin(persons: block.persons.count, households: block.households.count) }
  }

  /// Books a household of the block.
  ///
  /// - Parameters:
  ///   - number: its place in the block.
  ///   - reference: what the block got under the reference variant; nil where there is none.
  mutating func book(
    _ settled: borrowing HouseholdYear, _ number: Int, _ block: PopulationBlock, _ facts: BlockFacts, replicate: Int,
    reference: BlockOutcomes?, open: inout OpenCluster, into tally: inout Tally
  ) {
    let household = block.households[number]
    let state = lines.state(settled.totals, settled.totals.indices, household)
    // Groups are those of the reference, and of what that is compared with, so that a difference compares the same people.
    let joining = reference?.holders[number] ?? settled.holders
    if isReference { outcomes.holders[number] = joining }
    var paid: Int64 = 0
    for index in 0..<Int(household.size) {
      let person = Int(household.persons.lowerBound) + index
      let total = settled.totals[index]
      fund(settled, index, block.persons[person], block, replicate, &open, &tally)
      if total.isWarned {
        months.warn(total.warnedOn, reach(settled, index, block.persons[person], block), into: &open.months)
      }
      paid += total.outOfPocket.fen
      let got = (total.assistance + total.tilted + total.premiumSubsidy).fen
      if isReference { outcomes.got[person] = got }
      let own = block.persons[person].identitySet
      let held = joining & (1 << UInt64(index)) != 0 ? closing.of(own | illness) : own
      let one = PersonBooking(
        total: total, state: state, admissions: Int64(facts.admissions[person]),
        episodes: Int64(block.persons[person].episodes.count), late: settled.late(index).fen,
        change: reference.map { got - $0.got[person] } ?? 0,
        isRecognised: settled.recognised & (1 << UInt64(index)) != 0, counts: tally.histogram.isKept)
      let flags = raised(settled, index)
      let profile = open.burden.row(ofProfile: facts.profiles[person] + (held == 0 ? 0 : 1))
      one.add(to: &open.burden, &tally.histogram, row: profile)
      if flags != 0 { tally.raise(flags, row: profile) }
      guard held != 0 else { continue }
      groups.each(ofHeld: held) { group in
        one.add(to: &open.burden, &tally.histogram, row: group)
        if flags != 0 { tally.raise(flags, row: group) }
      }
    }
    tally.add(outOfPocket: paid, replicate: replicate)
    guard tally.incomes.isKept else { return }
    let help = settled.totals.reduce(0) { $0 + ($1.assistance + $1.tilted).fen }
    tally.incomes.add(household, paid: paid, help: help)
    for total in settled.totals { tally.incomes.add(household, payment: total.outOfPocket) }
  }

  /// The flags of a person's year; those of a subsidy only where none was paid, since the share that was taken instead of
  /// one without a number is known.
  private func raised(_ settled: borrowing HouseholdYear, _ index: Int) -> UInt64 {
    let total = settled.totals[index]
    var flags = total.premiumSubsidy > .zero ? 0 : total.premiumFlags
    settled.each(of: index) { flags |= $0.flags }
    return flags
  }

  private mutating func fund(
    _ settled: borrowing HouseholdYear, _ index: Int, _ person: Person, _ block: PopulationBlock, _ replicate: Int,
    _ open: inout OpenCluster, _ tally: inout Tally
  ) {
    let total = settled.totals[index]
    guard total.assistance + total.tilted + total.premiumSubsidy > .zero || settled.isFlagged(index) else { return }
    serial = serial == .max ? 0 : serial + 1
    settled.eachPayable(of: index, person, block) { episode, day, byHand in
      if episode.flags != 0 { open.flag(episode.flags, amount: (episode.assistance + episode.tilted).fen) }
      let paid = episode.assistance + episode.tilted
      guard paid > .zero else { return }
      months.pay(paid, from: day, byHand: byHand, into: &open.months)
      let people = cells.people(episode.identity)
      // A payment for the year before may be of a benefit that is there no more.
      if episode.assistance > .zero, episode.benefit >= 0 {
        pay(episode.assistance.fen, Int(episode.benefit), people, replicate, &open, &tally)
      }
      if episode.tilted > .zero { pay(episode.tilted.fen, cells.tilted, people, replicate, &open, &tally) }
      pay(paid.fen, cells.assistance, people, replicate, &open, &tally)
      pay(paid.fen, cells.total, people, replicate, &open, &tally)
    }
    if total.premiumFlags != 0 { open.flag(total.premiumFlags, amount: total.premiumSubsidy.fen) }
    guard total.premiumSubsidy > .zero else { return }
    months.subsidise(total.premiumSubsidy, into: &open.months)
    let people = cells.people(total.premiumIdentity)
    pay(total.premiumSubsidy.fen, cells.premium, people, replicate, &open, &tally)
    pay(total.premiumSubsidy.fen, cells.total, people, replicate, &open, &tally)
  }

  /// Whether assistance has reached a person by the day on which the warning line is passed, or does so later.
  private func reach(
    _ settled: borrowing HouseholdYear, _ index: Int, _ person: Person, _ block: PopulationBlock
  ) -> MonthCells.Reach {
    let line = settled.totals[index].warnedOn
    var reach = MonthCells.Reach.never
    settled.eachPayable(of: index, person, block) { episode, day, _ in
      guard episode.assistance + episode.tilted > .zero else { return }
      if day <= line { reach = .before } else if reach == .never { reach = .after }
    }
    return reach
  }

  /// One payment: its amount, one person-time, and the person where it is the person's first in that cell.
  private mutating func pay(
    _ amount: Int64, _ component: Int, _ people: Int, _ replicate: Int, _ open: inout OpenCluster, _ tally: inout Tally
  ) {
    for column in [people, cells.allClasses] {
      let cell = cells.index(component, column, .amount)
      add(amount, cell, replicate, &open, &tally)
      add(1, cells.index(component, column, .personTimes), replicate, &open, &tally)
      if stamps[cell] != serial {
        stamps[cell] = serial
        add(1, cells.index(component, column, .persons), replicate, &open, &tally)
      }
    }
  }

  @inline(__always) private func add(
    _ amount: Int64, _ cell: Int, _ replicate: Int, _ open: inout OpenCluster, _ tally: inout Tally
  ) {
    open.fund.add(amount, toCell: cell)
    tally.fund.add(amount, toCell: cell, replicate: replicate)
  }
}
