import Rules
import Settlement
import Testing

@testable import Analysis
@testable import Simulation

/// Errors of figures over households that are drawn so fast that a spread is known well.
@Suite struct InventedHouseholdTests {
  private let plan: Plan

  init() throws {
    let library = try RuleLibrary()
    plan = Plan(try #require(library.file("guizhou")).book, year: 2023, isDated: false)
  }

  /// Households of 1 to 4, of whom three in ten are paid: the larger the household, the more often and the more.
  private func tally(_ random: inout SplitMix) -> Tally {
    let cells = FundCells(plan)
    var tally = Tally(
      cells: cells, groups: Groups(plan.book.vocabulary), replicates: 1, flags: 1, keepsHistogram: false,
      incomes: IncomeTally(cluster: nil))
    var open = OpenCluster(cells, tally.groups, flags: 1)
    for _ in 0..<300 {
      let size = random.below(4) + 1
      open.burden.add(size, .persons, row: 0)
      tally.standsFor += size
      if random.below(10) < 3 {
        let times = random.below(3) + size
        for _ in 0..<times {
          let amount = 1_000 * size + random.below(20_000)
          let sums = [(amount, FundCells.Measure.amount), (1, .personTimes)]
          for (value, measure) in sums {
            let cell = cells.index(cells.total, cells.allClasses, measure)
            open.fund.add(value, toCell: cell)
            tally.fund.add(value, toCell: cell, replicate: 0)
          }
          open.flag(1, amount: amount)
        }
      }
      tally.add(open)
      open.clear()
    }
    return tally
  }

  @Test func printedErrorsAreTheSpread() throws {
    var random = SplitMix(state: 20231101)
    var perTime = Spread(), amount = Spread(), flagged = Spread(), count = Spread()
    for _ in 0..<1_000 {
      let tally = tally(&random)
      let cells = tally.cells
      let amountCell = cells.index(cells.total, cells.allClasses, .amount)
      let timesCell = cells.index(cells.total, cells.allClasses, .personTimes)
      let reader = TallyReader(SampleTally([tally]), scale: 1e6 / Double(tally.sum(.persons)))
      let mean = reader.fundMean(amountCell)
      let ratio = try #require(reader.fundRatio(amount: amountCell, count: timesCell))
      #expect(abs(ratio.value * reader.fundMean(timesCell).value / mean.value - 1) < 1e-12)
      perTime.add(ratio)
      amount.add(mean)
      // The flag is raised on every payment here, so that it has the fund's figures.
      #expect(reader.flag(0).amount == mean)
      flagged.add(reader.flag(0).amount)
      count.add(reader.flag(0).count)
    }
    for figure in [perTime, amount, flagged, count] { #expect(abs(figure.ratio - 1) < 0.08, "\(figure.ratio)") }
  }
}

/// Random numbers of which only speed is asked.
struct SplitMix {
  var state: UInt64

  mutating func below(_ end: Int64) -> Int64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int64((word ^ (word >> 31)) >> 1) % end
  }
}
