import Money
import Population
import Rules
import Settlement

/// Books one settled household into a tally.
struct HouseholdTallier {
  private var stamps: [Int32]
  private var serial: Int32 = 0
  private let povertyLine: Int64
  private let allowanceLine: Int64
  private let closing: IdentityClosure
  private let illness: UInt64

  init(cells: Int, place: PlaceModel, book: RuleBook) {
    closing = book.vocabulary.closing
    illness = book.recognition.map { 1 << UInt64($0.identity) } ?? 0
    stamps = Array(repeating: -1, count: cells)
    povertyLine = place.povertyLine.fen
    allowanceLine = place.allowanceStandard.fen * 12
  }

  /// Books a household's results.
  ///
  /// - Parameters:
  ///   - reference: what each member got under the reference variant, in fen; nil where there is none.
  ///   - members: who holds the recognised identity under the reference variant, as bits: groups are those of the reference, so that a
  ///     difference compares the same people.
  mutating func book(
    _ settled: HouseholdSettler, _ household: Household, _ block: PopulationBlock, fifth: Int, replicate: Int,
    reference: [Int64]?, members: UInt64, into tally: inout Tally
  ) {
    let state = HouseholdState(settled.totals, household, povertyLine: povertyLine, allowanceLine: allowanceLine)
    let first = Int(household.persons.lowerBound)
    for index in settled.totals.indices {
      serial &+= 1
      if serial == .max { serial = 0 }
      let total = settled.totals[index]
      let person = block.persons[first + index]
      fund(total, settled.episodes[index], replicate, &tally)
      tally.add(outOfPocket: total.outOfPocket, replicate: replicate)
      let got = (total.assistance + total.tilted + total.premiumSubsidy).fen
      let change = reference.map { got - $0[index] } ?? 0
      let admissions = block.count(.inpatient, of: person)
      let visits = Int64(person.episodes.count) - admissions
      let isRecognised = settled.recognised & (1 << UInt64(index)) != 0
      let joins = members & (1 << UInt64(index)) != 0
      let raised = self.raised(total, settled.episodes[index])
      let held = joins ? closing.of(person.identitySet | illness) : person.identitySet
      tally.groups.each(person, held: held, fifth: fifth) { group in
        tally.add(1, .persons, group: group)
        if raised != 0 { tally.raise(raised, group: group) }
        // Who had no care this year can be paid for that of the year before.
        if person.episodes.count > 0 { tally.add(1, .personsWithCare, group: group) }
        if person.episodes.count > 0 || settled.late[index] > .zero { care(total, admissions, visits, group, &tally) }
        tally.add(total.premiumSubsidy.fen, .premiumSubsidy, group: group)
        if state.bits != 0 { state.add(to: &tally, group: group) }
        if isRecognised { tally.add(1, .recognised, group: group) }
        if settled.late[index] > .zero { tally.add(settled.late[index].fen, .late, group: group) }
        if change > 0 {
          tally.add(1, .winners, group: group)
        } else if change < 0 {
          tally.add(1, .losers, group: group)
        }
        if !tally.histogram.isEmpty { stages(total, group, &tally) }
      }
    }
  }

  /// The flags of a person's year; those of a subsidy only where none was paid, since the share that was taken instead of
  /// one without a number is known.
  private func raised(_ total: PersonResult, _ episodes: [EpisodeResult]) -> UInt64 {
    episodes.reduce(total.premiumSubsidy > .zero ? 0 : total.premiumFlags) { $0 | $1.flags }
  }

  private func care(_ total: PersonResult, _ admissions: Int64, _ visits: Int64, _ group: Int, _ tally: inout Tally) {
    tally.add(admissions, .admissions, group: group)
    tally.add(visits, .outpatientEpisodes, group: group)
    tally.add(total.cost.fen, .cost, group: group)
    tally.add(total.basic.fen, .basic, group: group)
    tally.add(total.criticalIllness.fen, .criticalIllness, group: group)
    tally.add(total.supplementary.fen, .supplementary, group: group)
    tally.add(total.assistance.fen, .assistance, group: group)
    tally.add(total.tilted.fen, .tilted, group: group)
    tally.add(total.base.fen, .base, group: group)
    tally.add((total.assistance + total.tilted).fen, .help, group: group)
    tally.add((total.cost - total.outOfPocket).fen, .paidByAll, group: group)
    tally.add(total.outOfPocket.fen, .outOfPocket, group: group)
    tally.add(total.afterBasic.fen, .afterBasic, group: group)
    tally.add(total.afterInsurance.fen, .afterInsurance, group: group)
    if (total.assistance + total.tilted) > .zero { tally.add(1, .personsPaid, group: group) }
    if total.isWarned { tally.add(1, .warned, group: group) }
  }

  private func stages(_ total: PersonResult, _ group: Int, _ tally: inout Tally) {
    tally.count(total.cost, group: group, stage: 0)
    tally.count(total.afterBasic, group: group, stage: 1)
    tally.count(total.afterInsurance, group: group, stage: 2)
    tally.count(total.outOfPocket, group: group, stage: 3)
  }

  private mutating func fund(_ total: PersonResult, _ episodes: [EpisodeResult], _ replicate: Int, _ tally: inout Tally)
  {
    let cells = tally.cells
    for episode in episodes {
      if episode.flags != 0 { tally.flag(episode.flags, amount: (episode.assistance + episode.tilted).fen) }
      let paid = episode.assistance + episode.tilted
      guard paid > .zero else { continue }
      let people = cells.people(episode.identity)
      // A payment for the year before may be of a benefit that is there no more.
      if episode.assistance > .zero, episode.benefit >= 0 {
        pay(episode.assistance.fen, Int(episode.benefit), people, replicate, &tally)
      }
      if episode.tilted > .zero { pay(episode.tilted.fen, cells.tilted, people, replicate, &tally) }
      pay(paid.fen, cells.assistance, people, replicate, &tally)
      pay(paid.fen, cells.total, people, replicate, &tally)
    }
    if total.premiumFlags != 0 { tally.flag(total.premiumFlags, amount: total.premiumSubsidy.fen) }
    guard total.premiumSubsidy > .zero else { return }
    let people = cells.people(total.premiumIdentity)
    pay(total.premiumSubsidy.fen, cells.premium, people, replicate, &tally)
    pay(total.premiumSubsidy.fen, cells.total, people, replicate, &tally)
  }

  /// One payment: its amount, one person-time, and the person where it is the person's first in that cell.
  private mutating func pay(_ amount: Int64, _ component: Int, _ people: Int, _ replicate: Int, _ tally: inout Tally) {
    for column in [people, tally.cells.allClasses] {
      let cell = tally.cells.index(component, column, .amount)
      tally.add(amount, toCell: cell, replicate: replicate)
      tally.add(1, toCell: tally.cells.index(component, column, .personTimes), replicate: replicate)
      if stamps[cell] != serial {
        stamps[cell] = serial
        tally.add(1, toCell: tally.cells.index(component, column, .persons), replicate: replicate)
      }
    }
  }
}

/// What a household's year did to its means: the same for every member.
struct HouseholdState {
  /// One bit a measure that holds.
  let bits: UInt32

  private static let measures: [BurdenMeasure] = [
    .catastrophic10, .catastrophic25, .discretionary40, .discretionary100, .impoverished, .impoverishedBefore,
  ]

  init(_ totals: [PersonResult], _ household: Household, povertyLine: Int64, allowanceLine: Int64) {
    var paid: Int64 = 0
    var helped: Int64 = 0
    for total in totals {
      paid += total.outOfPocket.fen
      helped += (total.assistance + total.tilted).fen
    }
    guard paid + helped > 0 else {
      bits = 0
      return
    }
    let size = Int64(household.size)
    // The discretionary budget of SDG 3.8.2 (2025) is what is left above the poverty line; where nothing is left, any
    // payment exceeds it.
    let budget = max(0, household.income - povertyLine * size)
    let line = allowanceLine * size
    let holds = [
      paid * 10 > household.income, paid * 4 > household.income, paid > 0 && paid * 5 > budget * 2,
      paid > 0 && paid > budget,
      household.income >= line && household.income - paid < line,
      household.income >= line && household.income - paid - helped < line,
    ]
    bits = holds.enumerated().reduce(0) { $0 | ($1.element ? 1 << UInt32($1.offset) : 0) }
  }

  @inline(__always) func add(to tally: inout Tally, group: Int) {
    for (index, measure) in Self.measures.enumerated() where bits & (1 << UInt32(index)) != 0 {
      tally.add(1, measure, group: group)
    }
  }
}

extension PersonResult {
  /// What basic insurance leaves.
  fileprivate var afterBasic: Yuan { cost - basic }

  /// What all insurance leaves.
  fileprivate var afterInsurance: Yuan { afterBasic - criticalIllness - supplementary }
}
