import Money

/// Sums over people and replicates for one variant: of fixed size, all integers, so that any order of adding gives the
/// same.
public struct Tally: Sendable {
  /// How fund cells are numbered.
  public let cells: FundCells
  /// How groups are numbered.
  public let groups: Groups
  /// Replicates that this variant was settled in.
  public let replicates: Int
  /// Fund cells of each replicate, `replicate × cells.count + cell`.
  public internal(set) var fund: [Int64]
  /// Squares of the cells' sums over a household's replicates.
  public internal(set) var fundSquares: [Int128]
  /// Products of the cells' sums over a household's replicates and its residents in them.
  public internal(set) var fundResidentCross: [Int128]
  /// Products of the cells' sums over a household's replicates and the amount of the same component and class.
  public internal(set) var fundAmountCross: [Int128]
  /// Squares of those sums' differences from the reference variant; zero where its cells are others.
  public internal(set) var fundDifferenceSquares: [Int128]
  /// Products of those differences and the household's residents.
  public internal(set) var fundDifferenceResidentCross: [Int128]
  /// Out-of-pocket cost of all people in each replicate, fen.
  public internal(set) var outOfPocket: [Int64]
  /// Sums by group and measure, `group × measures + measure`.
  public internal(set) var burden: [Int64]
  /// Squares of households' sums, indexed as `burden`.
  public internal(set) var burdenSquares: [Int128]
  /// Products of households' sums and their persons in the group, indexed as `burden`.
  public internal(set) var burdenCross: [Int128]
  /// Products of households' sums and all their residents, in the group or not; indexed as `burden`.
  public internal(set) var burdenResidentCross: [Int128]
  /// Products of what all layers paid and the cost of a household, by group.
  public internal(set) var paidCostCross: [Int128]
  /// Squares of the differences of households' sums from the reference variant's, indexed as `burden`.
  public internal(set) var differenceSquares: [Int128]
  /// Products of those differences and the household's persons in the group.
  public internal(set) var differenceCross: [Int128]
  /// Persons by out-of-pocket amount: `(group × 4 + stage) × bins + bin`; empty where none are kept. Stages are all
  /// cost, then what is left after basic, after critical-illness and supplementary insurance, and after assistance.
  public internal(set) var histogram: [Int64]
  /// Episodes (or premium subsidies) that each flag touched, by its index in the plan.
  public internal(set) var flagCount: HouseholdSums
  /// Fen of assistance with tilt, or of premium subsidy, on what each flag touched.
  public internal(set) var flagAmount: HouseholdSums
  /// Flags raised on anybody's payment, by group, as bits by their index in the plan.
  public internal(set) var raised: [UInt64]
  /// Households seen.
  public internal(set) var households: Int64 = 0

  /// Residents of the household that is open, once a replicate.
  private var residents: Int128 { Int128(burdenOfHousehold[BurdenMeasure.persons.rawValue]) }

  // One household, all its replicates.
  private(set) var fundOfHousehold: [Int64]
  private var touchedCells: [Int32] = []
  /// For each cell the reference's cell of the same name; empty before the first comparison.
  private var twins: [Int?] = []
  private(set) var burdenOfHousehold: [Int64]
  private var touchedGroups: [Int32] = []

  /// Measures of a group.
  public static let measures = BurdenMeasure.allCases.count

  init(cells: FundCells, groups: Groups, replicates: Int, flags: Int, keepsHistogram: Bool) {
    self.cells = cells
    self.groups = groups
    self.replicates = replicates
    fund = Array(repeating: 0, count: replicates * cells.count)
    fundSquares = Array(repeating: 0, count: cells.count)
    fundResidentCross = fundSquares
    fundAmountCross = fundSquares
    fundDifferenceSquares = fundSquares
    fundDifferenceResidentCross = fundSquares
    outOfPocket = Array(repeating: 0, count: replicates)
    burden = Array(repeating: 0, count: groups.count * Self.measures)
    burdenSquares = Array(repeating: 0, count: burden.count)
    burdenCross = burdenSquares
    burdenResidentCross = burdenSquares
    paidCostCross = Array(repeating: 0, count: groups.count)
    differenceSquares = burdenSquares
    differenceCross = burdenSquares
    histogram = Array(repeating: 0, count: keepsHistogram ? groups.count * 4 * LogHistogram.count : 0)
    flagCount = HouseholdSums(count: flags)
    flagAmount = flagCount
    raised = Array(repeating: 0, count: groups.count)
    fundOfHousehold = Array(repeating: 0, count: cells.count)
    burdenOfHousehold = Array(repeating: 0, count: burden.count)
  }

  @inline(__always) mutating func add(_ amount: Int64, toCell cell: Int, replicate: Int) {
    fund[replicate * cells.count + cell] += amount
    if fundOfHousehold[cell] == 0 { touchedCells.append(Int32(cell)) }
    fundOfHousehold[cell] += amount
  }

  /// Adds to a measure of a group; a household's persons of a group are added before anything else of it.
  @inline(__always) mutating func add(_ amount: Int64, _ measure: BurdenMeasure, group: Int) {
    guard amount != 0 else { return }
    let index = group * Self.measures + measure.rawValue
    if measure == .persons, burdenOfHousehold[index] == 0 { touchedGroups.append(Int32(group)) }
    burdenOfHousehold[index] += amount
  }

  /// Adds what one person pays in a replicate.
  @inline(__always) mutating func add(outOfPocket amount: Yuan, replicate: Int) {
    outOfPocket[replicate] += amount.fen
  }

  @inline(__always) mutating func count(_ amount: Yuan, group: Int, stage: Int) {
    histogram[(group * 4 + stage) * LogHistogram.count + LogHistogram.bin(amount)] += 1
  }

  /// Notes flags of a person of a group.
  @inline(__always) mutating func raise(_ flags: UInt64, group: Int) { raised[group] |= flags }

  mutating func flag(_ flags: UInt64, amount: Int64) {
    var rest = flags
    while rest != 0 {
      let index = rest.trailingZeroBitCount
      rest &= rest - 1
      flagCount.add(1, at: index)
      flagAmount.add(amount, at: index)
    }
  }

  /// Squares of the differences of this household from the reference variant; to be called before either is closed.
  mutating func compare(with reference: borrowing Tally) {
    if twins.isEmpty { twins = cells.indices(in: reference.cells) }
    for cell in touchedCells {
      let before = twins[Int(cell)].map { reference.fundOfHousehold[$0] } ?? 0
      square(fundOfHousehold[Int(cell)] - before, Int(cell))
    }
    for (cell, twin) in twins.enumerated() where fundOfHousehold[cell] == 0 {
      if let twin, reference.fundOfHousehold[twin] != 0 { square(-reference.fundOfHousehold[twin], cell) }
    }
    // The same people are in the same groups under both.
    for group in touchedGroups {
      let first = Int(group) * Self.measures
      let persons = Int128(burdenOfHousehold[first])
      for index in first..<(first + Self.measures) {
        let difference = Int128(burdenOfHousehold[index] - reference.burdenOfHousehold[index])
        guard difference != 0 else { continue }
        differenceSquares[index] += difference * difference
        differenceCross[index] += difference * persons
      }
    }
  }

  private mutating func square(_ difference: Int64, _ cell: Int) {
    fundDifferenceSquares[cell] += Int128(difference) * Int128(difference)
    fundDifferenceResidentCross[cell] += Int128(difference) * residents
  }

  /// Adds the household's sums and squares and begins the next one.
  mutating func closeHousehold() {
    households += 1
    let residents = residents
    for cell in touchedCells {
      let value = Int128(fundOfHousehold[Int(cell)])
      fundSquares[Int(cell)] += value * value
      fundResidentCross[Int(cell)] += value * residents
      fundAmountCross[Int(cell)] += value * Int128(fundOfHousehold[cells.amount(of: Int(cell))])
    }
    for cell in touchedCells { fundOfHousehold[Int(cell)] = 0 }
    touchedCells.removeAll(keepingCapacity: true)
    flagCount.closeHousehold(residents: residents)
    flagAmount.closeHousehold(residents: residents)
    for group in touchedGroups {
      let first = Int(group) * Self.measures
      let persons = Int128(burdenOfHousehold[first])
      let paid = Int128(burdenOfHousehold[first + BurdenMeasure.paidByAll.rawValue])
      paidCostCross[first / Self.measures] += paid * Int128(burdenOfHousehold[first + BurdenMeasure.cost.rawValue])
      for index in first..<(first + Self.measures) {
        let value = burdenOfHousehold[index]
        guard value != 0 else { continue }
        burden[index] += value
        burdenSquares[index] += Int128(value) * Int128(value)
        burdenCross[index] += Int128(value) * persons
        burdenResidentCross[index] += Int128(value) * residents
        burdenOfHousehold[index] = 0
      }
    }
    touchedGroups.removeAll(keepingCapacity: true)
  }

  /// The sums alone, where many tallies are kept and quantiles over persons are not asked for.
  consuming func withoutHistogram() -> Tally {
    histogram = []
    return self
  }
}
