/// What is counted under every rule set, by group of households and by replicate; whole numbers throughout, so that
/// any order of adding gives the same.
public struct RuleSetSums: Sendable {
  /// What is counted of a set: the fund's fen by part, and after it these of all people.
  public static let burdens: [BurdenMeasure] = PolicyFigure.allCases.compactMap(\.burden)
  static let measures = FundShare.allCases.count + burdens.count

  /// How many rule sets there are.
  public let sets: Int
  /// Groups of neighbouring households that errors rest on.
  public let groups: Int
  /// Holders' households and the others, or one stratum of everybody.
  public let strata: Int
  /// Times the year is repeated.
  public let replicates: Int
  private var byGroup: [Int64]
  private var byReplicate: [Int64]
  private var byDraw: [Int64]
  private var drawnPersons: [Int64]
  private var drawnStandFor: [Int64]
  /// Person-years drawn, all replicates together, by stratum and group.
  private var persons: [Int64]
  /// Persons that those drawn of each stratum stand for.
  public private(set) var standsFor: [Int64]

  init(sets: Int, groups: Int, strata: Int, replicates: Int, isDrawn: Bool) {
    (self.sets, self.groups, self.strata, self.replicates) = (sets, groups, strata, replicates)
    byGroup = Array(repeating: 0, count: strata * sets * Self.measures * groups)
    byReplicate = Array(repeating: 0, count: strata * sets * replicates)
    byDraw = isDrawn ? byReplicate : []
    drawnPersons = Array(repeating: 0, count: isDrawn ? strata * replicates : 0)
    drawnStandFor = drawnPersons
    persons = Array(repeating: 0, count: strata * groups)
    standsFor = Array(repeating: 0, count: strata)
  }

  /// Adds a set's sums of a group of households.
  mutating func add(_ tally: Tally, stratum: Int, set: Int, group: Int) {
    let cells = tally.cells
    let first = ((stratum * sets + set) * Self.measures) * groups + group
    for (index, share) in FundShare.allCases.enumerated() {
      let cell = share.cell(of: cells)
      for replicate in 0..<replicates {
        let paid = tally.fund.sums[replicate * cells.count + cell]
        byGroup[first + index * groups] += paid
        if share == .total { byReplicate[(stratum * sets + set) * replicates + replicate] += paid }
      }
    }
    for (index, measure) in Self.burdens.enumerated() {
      byGroup[first + (FundShare.allCases.count + index) * groups] += tally.sum(measure)
    }
    guard set == 0 else { return }
    persons[stratum * groups + group] += tally.sum(.persons)
    standsFor[stratum] += tally.standsFor
  }

  /// Adds a set's year with everything uncertain as it was drawn for a replicate.
  mutating func add(drawn tally: Tally, stratum: Int, set: Int, replicate: Int) {
    let cells = tally.cells
    byDraw[(stratum * sets + set) * replicates + replicate] +=
      tally.fund.sums[cells.index(cells.total, cells.allClasses, .amount)]
    guard set == 0 else { return }
    drawnPersons[stratum * replicates + replicate] += tally.sum(.persons)
    drawnStandFor[stratum * replicates + replicate] += tally.standsFor
  }

  /// Adds another worker's sums, which are of the same shape.
  public mutating func merge(_ other: RuleSetSums) {
    func add(_ sums: inout [Int64], _ more: [Int64]) { for index in sums.indices { sums[index] += more[index] } }
    add(&byGroup, other.byGroup)
    add(&byReplicate, other.byReplicate)
    add(&byDraw, other.byDraw)
    add(&drawnPersons, other.drawnPersons)
    add(&drawnStandFor, other.drawnStandFor)
    add(&persons, other.persons)
    add(&standsFor, other.standsFor)
  }

  /// What a set brings in a group of households, all replicates together: fen of a part of the fund, or what a burden counts.
  public func sum(
    _ burden: BurdenMeasure?, of share: FundShare = .total, stratum: Int, set: Int, group: Int
  ) -> Int64 {
    let parts = FundShare.allCases
    let index =
      burden.flatMap { one in Self.burdens.firstIndex(of: one).map { $0 + parts.count } }
      ?? parts.firstIndex(of: share) ?? 0
    return byGroup[((stratum * sets + set) * Self.measures + index) * groups + group]
  }

  /// Person-years drawn of a group of households.
  public func persons(stratum: Int, group: Int) -> Int64 { persons[stratum * groups + group] }

  /// The fund's fen in each replicate.
  public func years(stratum: Int, set: Int) -> ArraySlice<Int64> {
    byReplicate[((stratum * sets + set) * replicates)..<((stratum * sets + set + 1) * replicates)]
  }

  /// Whether the years were also simulated with everything uncertain as it was drawn.
  public var isDrawn: Bool { !byDraw.isEmpty }

  /// The fund's fen in each replicate with everything uncertain as it was drawn.
  public func drawnYears(stratum: Int, set: Int) -> ArraySlice<Int64> {
    byDraw[((stratum * sets + set) * replicates)..<((stratum * sets + set + 1) * replicates)]
  }

  /// How many persons one of those drawn stands for in such a replicate.
  public func drawnWeight(stratum: Int, replicate: Int) -> Double {
    let drawn = drawnPersons[stratum * replicates + replicate]
    return drawn > 0 ? Double(drawnStandFor[stratum * replicates + replicate]) / Double(drawn) : 0
  }
}
