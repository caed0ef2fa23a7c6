import Foundation
import Population
import Simulation

/// When one rule set's fund pays: by year of care and by year of payment, in fen of the real population, a path a replicate.
///
/// How much of a year's total is paid in which month is told by the people drawn. A share of a sample of one in `w` people
/// differs between years √w times as much as that of all people, and is brought nearer to its mean by that.
struct PaymentYears {
  /// Years of care, in rising order.
  let years: [Int]
  /// What was owed at the beginning of the first year, by replicate.
  let owed: [Double]
  /// Whether the scenario states it.
  let isOwedStated: Bool
  /// Each year's total by replicate.
  let totals: [[Double]]
  /// By year of care and replicate: the share paid in each month slot.
  private let shares: [[[Double]]]
  /// Of what is owed, the share that is paid by the end of each month of the first year.
  private let owedShares: [Double]

  /// - Parameter rules: 0 for the rules as they are, then the place's reforms.
  /// - Returns: nil where nothing but luck is uncertain, or the fund pays nothing.
  init?(_ place: RunResult.PlaceResult, _ scenario: Scenario, rules: Int, _ tally: SampleTally) {
    var (totals, shares) = ([[Double]](), [[[Double]]]())
    let total = tally.cells.index(tally.cells.total, tally.cells.allClasses, .amount)
    for year in [nil] + place.outlook.map(Optional.some) {
      let fit = ParameterFit(place, scenario, year)
      guard let own = FundYears(place, rules: rules, fit: fit, tally, year) else { return nil }
      let drawn = (year?.draws ?? place.draws).map { $0.tallies[rules] }
      totals.append(own.years(total))
      shares.append(Self.shares(drawn, total, scale: year?.scale ?? place.scale))
    }
    guard totals[0].contains(where: { $0 > 0 }) else { return nil }
    self.init(
      years: [scenario.year] + place.outlook.map(\.year), totals: totals, shares: shares,
      owed: scenario.cash.known.first { $0.place == place.place.id }?.owed.map { Double($0.fen) },
      growth: scenario.trend[.admissions].rate + scenario.trend[.costs].rate)
  }

  /// - Parameters:
  ///   - totals: of each year by replicate.
  ///   - shares: of them, by month slot.
  ///   - owed: what is stated of it, fen; nil where it is estimated.
  ///   - growth: of spending from the year before to the first, as a difference of logarithms.
  init(years: [Int], totals: [[Double]], shares: [[[Double]]], owed: Double?, growth: Double) {
    (self.years, self.totals, self.shares) = (years, totals, shares)
    let count = totals[0].count
    isOwedStated = owed != nil
    let left = (0..<count).map { replicate in
      totals[0][replicate] * shares[0][replicate].dropFirst(MonthCells.months).reduce(0, +)
    }
    // What the year before left is like what this year leaves, less a year's growth; the luck is another year's.
    self.owed = (0..<count).map { owed ?? left[($0 + 1) % count] * exp(-growth) }
    let late = (0..<MonthCells.months).map { month in
      shares[0].reduce(0) { $0 + $1[MonthCells.months + month] }
    }
    let whole = late.reduce(0, +)
    var sum = 0.0
    owedShares = late.map {
      sum += $0
      return whole > 0 ? sum / whole : 1
    }
  }

  /// Replicates.
  var replicates: Int { totals[0].count }

  /// What is paid for a year's care so many years later (0 for the year itself), by replicate.
  func paid(forYear index: Int, later: Int) -> [Double] {
    let slots = later * MonthCells.months..<min((later + 1) * MonthCells.months, MonthCells.slots)
    return (0..<replicates).map { totals[index][$0] * shares[index][$0][slots].reduce(0, +) }
  }

  /// What is paid within a year for the care of whatever year, by replicate.
  func paid(inYear index: Int) -> [Double] {
    var sums = index == 0 ? owed : Array(repeating: 0, count: replicates)
    for later in 0...min(index, 2) {
      for (replicate, amount) in paid(forYear: index - later, later: later).enumerated() { sums[replicate] += amount }
    }
    return sums
  }

  /// What is paid in the first year to the end of its first so many months, by replicate.
  func paid(through months: Int) -> [Double] { zip(own(through: months), owed(through: months)).map { $0 + $1 } }

  /// What of it is for the year's own care.
  func own(through months: Int) -> [Double] {
    (0..<replicates).map { totals[0][$0] * shares[0][$0][..<months].reduce(0, +) }
  }

  /// What of it is for care of the years before.
  func owed(through months: Int) -> [Double] { owed.map { $0 * owedShares[months - 1] } }

  private static func shares(_ drawn: [SampleTally], _ total: Int, scale: Double) -> [[Double]] {
    func sum(_ tally: SampleTally, _ value: (Tally) -> Int64) -> Double {
      tally.strata.enumerated().reduce(0) { $0 + tally.weight($1.offset) * Double(value($1.element)) }
    }
    var own: [[Double]] = []
    for tally in drawn {
      let whole = sum(tally) { $0.fund.sums[total] }
      // A year in which nothing is paid, as when the document has no force any more, has no months to share out.
      guard whole > 0 else {
        own.append(Array(repeating: 0, count: MonthCells.slots))
        continue
      }
      own.append(
        (0..<MonthCells.slots).map { slot in
          sum(tally) { $0.months.sums[MonthCells.payments(.total, .month(slot))] } / whole
        })
    }
    let means = (0..<MonthCells.slots).map { slot in own.reduce(0) { $0 + $1[slot] } / Double(own.count) }
    let factor = 1 / max(1, scale).squareRoot()
    return own.map { zip($0, means).map { share, mean in mean + factor * (share - mean) } }
  }
}
