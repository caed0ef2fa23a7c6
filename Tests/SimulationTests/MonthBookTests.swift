import Money
import Rules
import Settlement
import Testing

@testable import Simulation

@Suite struct MonthBookTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? .distantPast
  }

  /// The cells that a booking filled, with their amounts.
  private func filled(_ terms: CashTerms, _ body: (MonthBook, inout Slots) -> Void) -> [Int: Int64] {
    var cells = Slots(MonthCells.count)
    body(MonthBook(year: 2023, terms), &cells)
    var found: [Int: Int64] = [:]
    for index in 0..<MonthCells.count where cells[index] != 0 { found[index] = cells[index] }
    return found
  }

  private func cells(_ part: MonthCells.Part, _ slot: Int, _ fen: Int64) -> [Int: Int64] {
    var known: [Int: Int64] = [:]
    for part in [part, .total] {
      known[MonthCells.payments(part, .month(slot))] = fen
      if slot < 24 { known[MonthCells.payments(part, .year(slot / 12))] = fen }
    }
    return known
  }

  @Test func aStayIsPaidInTheMonthAfterIt() {
    let terms = CashTerms()
    for (day, slot) in [(day(2023, 1, 31), 1), (day(2023, 11, 30), 11), (day(2023, 12, 1), 12), (day(2024, 2, 29), 14)]
    {
      let found = filled(terms) { $0.pay(Yuan(fen: 500), from: day, byHand: false, into: &$1) }
      #expect(found == cells(.assistance, slot, 500))
    }
  }

  @Test func aClaimHasADelayOfItsOwnAndTheFarFutureIsOneMonth() {
    var terms = CashTerms()
    (terms.settlement, terms.claims, terms.subsidies) = (0, 3, 9)
    #expect(
      filled(terms) { $0.pay(Yuan(fen: 7), from: day(2023, 12, 31), byHand: true, into: &$1) }
        == cells(.assistance, 14, 7))
    for late in [day(2024, 12, 1), day(2025, 6, 1), day(2031, 1, 1)] {
      #expect(filled(terms) { $0.pay(Yuan(fen: 7), from: late, byHand: true, into: &$1) } == cells(.assistance, 24, 7))
    }
    #expect(filled(terms) { $0.subsidise(Yuan(fen: 3), into: &$1) } == cells(.premiumSubsidy, 8, 3))
  }

  @Test func aWarningCountsInItsMonthAndInTheYear() {
    let found = filled(CashTerms()) { $0.warn(day(2023, 4, 30), .after, into: &$1) }
    #expect(
      found == [
        MonthCells.warned(.after, 3): 1, MonthCells.warned(.after, 12): 1, MonthCells.warned(.all, 3): 1,
        MonthCells.warned(.all, 12): 1,
      ])
  }

  @Test func noTwoCellsAreOne() {
    var numbers: [Int] = []
    for part in MonthCells.Part.allCases {
      numbers += (0..<MonthCells.slots).map { MonthCells.payments(part, .month($0)) }
      numbers += (0...1).map { MonthCells.payments(part, .year($0)) }
    }
    for reach in MonthCells.Reach.allCases { numbers += (0...MonthCells.months).map { MonthCells.warned(reach, $0) } }
    #expect(numbers.sorted() == Array(0..<MonthCells.count))
  }
}
