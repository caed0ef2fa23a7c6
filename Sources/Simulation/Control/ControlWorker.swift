import Population
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
      let care = block.episodes.span.extracting(Int(person.episodes.lowerBound)..<Int(person.episodes.upperBound))
      HouseholdYear.grow(&results, to: person.episodes.count)
      HouseholdYear.settle(plan, person.year, held.span, care, &ledger, &results, at: 0, &total)
      sums.paid[replicate * rows.count + row] += total.assistance.fen
    }
  }
}
