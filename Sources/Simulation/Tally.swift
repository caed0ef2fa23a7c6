import Money

/// Sums over people and replicates for one variant: of fixed size, all integers, so that any order of adding gives the
/// same.
public struct Tally: Sendable {
  /// Replicates that this variant was settled in.
  public let replicates: Int
  /// The fund's payments.
  public internal(set) var fund: FundTally
  /// What people use, get and pay.
  public internal(set) var burden: BurdenTally
  /// Persons by what they pay.
  public internal(set) var histogram: PersonHistogram
  /// People by income before and after what they pay; kept where reforms are compared.
  public internal(set) var incomes: IncomeTally
  /// Out-of-pocket cost of all people in each replicate, fen.
  public internal(set) var outOfPocket: [Int64]
  /// Episodes (or premium subsidies) that each flag touched, by its index in the plan.
  public internal(set) var flagCount: ClusterSums
  /// Fen of assistance with tilt, or of premium subsidy, on what each flag touched.
  public internal(set) var flagAmount: ClusterSums
  /// Payments and warnings by month, as `MonthCells` numbers them.
  public internal(set) var months = ClusterSums(count: MonthCells.count)
  /// Flags raised on anybody's payment, by group and after them by profile, as bits by their index in the plan.
  var raised: [UInt64]
  /// What the control pays; empty but in the first rule set of a place.
  public internal(set) var control = ControlSums()
  /// Persons that those drawn stand for, once and not once a replicate.
  public internal(set) var standsFor: Int64 = 0
  /// Clusters of households that errors rest on.
  public internal(set) var clusters: Int64 = 0

  init(
    cells: FundCells, groups: Groups, replicates: Int, flags: Int, keepsHistogram: Bool, incomes: IncomeTally
  ) {
    self.incomes = incomes
    self.replicates = replicates
    fund = FundTally(cells, replicates: replicates)
    burden = BurdenTally(groups)
    histogram = PersonHistogram(groups, isKept: keepsHistogram)
    outOfPocket = Array(repeating: 0, count: replicates)
    flagCount = ClusterSums(count: flags)
    flagAmount = flagCount
    raised = Array(repeating: 0, count: groups.count + Groups.profiles)
  }

  /// How fund cells are numbered.
  public var cells: FundCells { fund.cells }
  /// How groups are numbered.
  public var groups: Groups { burden.groups }

  /// The sum of a measure over a group's people and all replicates.
  public func sum(_ measure: BurdenMeasure, group: Int = 0) -> Int64 {
    burden.sums[group * BurdenMeasure.count + measure.rawValue]
  }

  /// Adds what people pay in a replicate.
  @inline(__always) mutating func add(outOfPocket amount: Int64, replicate: Int) { outOfPocket[replicate] += amount }

  /// Notes flags of a person of a group or profile.
  @inline(__always) mutating func raise(_ flags: UInt64, row: Int) { raised[row] |= flags }

  /// Flags raised on anybody's payment in a group, as bits by their index in the plan.
  public func raised(in group: Int) -> UInt64 {
    (0..<Groups.profiles).reduce(raised[group]) { flags, profile in
      groups.groups(ofProfile: profile).contains(group) ? flags | raised[groups.count + profile] : flags
    }
  }

  /// Adds a gathered cluster's sums and squares.
  mutating func add(_ open: borrowing OpenCluster) {
    clusters += 1
    let residents = open.burden.residents
    fund.add(open.fund, residents: residents)
    burden.add(open.burden)
    flagCount.add(open.flagCount, residents: residents)
    flagAmount.add(open.flagAmount, residents: residents)
    months.add(open.months, residents: residents)
  }

  /// What one year of the fund needs, where very many tallies are kept: the fund's cells and what all people used, got
  /// and paid, without errors and without groups.
  consuming func ofYear() -> Tally {
    histogram.counts = []
    incomes.sums = []
    fund.dropErrors()
    burden.dropErrorsAndGroups()
    clusters = 0
    flagCount = ClusterSums(count: 0)
    flagAmount = flagCount
    months.dropErrors()
    raised = []
    return self
  }

  /// The sums over all people with their errors, where nobody asks for groups.
  consuming func ofEverybody() -> Tally {
    histogram.counts = []
    incomes.sums = []
    burden.dropGroups()
    return self
  }
}
