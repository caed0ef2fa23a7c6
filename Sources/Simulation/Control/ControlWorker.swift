import Population
import Rules
import Settlement

/// Settles the people of each block under the control, whatever identities they hold.
final class ControlWorker {
  private var state: ControlState

  /// - Parameter replicates: in which it is settled, the first so many.
  init(_ rules: ControlRules, _ illness: IllnessModel, replicates: Int) {
    state = ControlState(rules, illness, replicates: replicates)
  }

  /// What was paid so far.
  var sums: ControlSums { state.sums }

  /// Settles everybody of a block who was in hospital in the replicate.
  func settle(_ block: PopulationBlock, _ facts: BlockFacts, replicate: Int) {
    state.settle(block, facts, replicate: replicate)
  }
}

/// What settling under the control needs and makes.
private struct ControlState: ~Copyable {
  private let plan: Plan
  private let held: [HeldIdentity]
  private let rows: PatientRows
  private var ledger: Ledger
  private var results: [EpisodeResult] = []
  private var total = PersonResult()
  private(set) var sums: ControlSums

  init(_ rules: ControlRules, _ illness: IllnessModel, replicates: Int) {
    plan = rules.plan
    held = [rules.held]
    rows = PatientRows(illness)
    ledger = Ledger(plan)
    sums = ControlSums(rows: rows.count, replicates: replicates)
  }

  mutating func settle(_ block: PopulationBlock, _ facts: BlockFacts, replicate: Int) {
    guard replicate < sums.replicates else { return }
    let inpatient = Facts.kind.bit(CareKind.inpatient.rawValue)
    var stays: [Episode] = []
    // A span of it must not hold on to what is changed meanwhile.
    let held = held
    for index in block.persons.indices {
      // Whoever was not in hospital is paid nothing.
      guard replicate == 0 || facts.admissions[index] > 0 else { continue }
      let person = block.persons[index]
      let row = rows.row(of: person)
      if replicate == 0 {
        sums.persons[row] += 1
        guard facts.admissions[index] > 0 else { continue }
      }
      // The control pays stays one by one, so that other care of the year need not be settled with them.
      stays.removeAll(keepingCapacity: true)
      for number in person.episodes {
        let episode = block.episodes[Int(number)]
        if episode.facts.bits & inpatient != 0 { stays.append(episode) }
      }
      HouseholdYear.grow(&results, to: stays.count)
      HouseholdYear.settle(plan, person.year, held.span, stays.span, &ledger, &results, at: 0, &total)
      sums.paid[replicate * rows.count + row] += total.assistance.fen
    }
  }
}
