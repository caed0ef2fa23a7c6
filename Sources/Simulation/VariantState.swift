import Population
import Settlement

/// What settling and booking one variant needs and makes.
struct VariantState: ~Copyable {
  private var year: HouseholdYear
  private var tallier: HouseholdTallier
  private var open: OpenCluster
  private(set) var tally: Tally
  /// For each fund cell the reference's cell of the same name, -1 for none; empty without a reference.
  private let twins: [Int32]

  init(_ job: PlaceJob, _ index: Int, groups: Groups) {
    let (variant, replicates) = job.variants[index]
    let plan = variant.plan
    let cells = FundCells(plan)
    year = HouseholdYear(plan, before: variant.before, monthsRecognised: job.monthsRecognised)
    tallier = HouseholdTallier(
      cells: cells, groups: groups, place: job.place, book: plan.book, months: MonthBook(year: plan.year, job.cash),
      isReference: job.variants.contains { entry in
        entry.variant.reference.map { job.isSame($0, index) || $0 == index } ?? false
      })
    open = OpenCluster(cells, groups, flags: plan.flags.count)
    tally = Tally(
      cells: cells, groups: groups, replicates: replicates, flags: plan.flags.count,
      keepsHistogram: job.countsPersons(of: variant), incomes: job.incomes(for: variant))
    let reference = variant.reference.map { FundCells(job.variants[$0].variant.plan) }
    twins = reference.map { cells.indices(in: $0).map { Int32($0 ?? -1) } } ?? []
  }

  /// What each person of the last block got.
  var outcomes: BlockOutcomes { tallier.outcomes }

  /// - Parameters:
  ///   - isPlain: which households are settled elsewhere, for all variants under which they fare alike.
  ///   - shared: what insurance brought those in which nobody holds an identity.
  mutating func run(
    _ block: PopulationBlock, _ facts: BlockFacts, replicate: Int, reference: BlockOutcomes?, isPlain: [Bool],
    shared: SharedYears
  ) {
    tallier.begin(block)
    for number in block.households.indices where !isPlain[number] {
      year.settle(block.households[number], block, number, shared)
      tallier.book(
        year, number, block, facts, replicate: replicate, reference: reference, open: &open, into: &tally)
    }
  }

  mutating func add(persons: Int) { tally.standsFor += Int64(persons) }

  mutating func gather(with plain: PlainWorker) {
    open.burden.gather()
    plain.add(to: &open, &tally)
  }

  mutating func compare(with reference: borrowing VariantState) {
    tally.fund.addDifference(
      open.fund, from: reference.open.fund, twins: twins, residents: open.burden.residents)
    tally.burden.addDifference(open.burden, from: reference.open.burden)
  }

  mutating func close() {
    tally.add(open)
    open.clear()
  }
}
