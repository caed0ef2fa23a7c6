import Money
import Rules
import Settlement

/// Books by month: looked up by day, since it is asked for every payment.
struct MonthBook {
  private let terms: CashTerms
  private let first: Int32
  /// The month of each day of the benefit year and the next one, from 0.
  private let months: [UInt8]

  init(year: Int, _ terms: CashTerms) {
    self.terms = terms
    first = Day.first(of: year).number
    months = (first...Day.last(of: year + 1).number).map { number in
      let (itsYear, month, _) = Day(number: number).civil
      return UInt8((itsYear - year) * MonthCells.months + month - 1)
    }
  }

  /// The month of a day, from 0 for January of the benefit year; days before that year count as its first.
  @inline(__always) private func month(_ day: Day) -> Int {
    let offset = Int(day.number) - Int(first)
    return offset < 0 ? 0 : offset < months.count ? Int(months[offset]) : MonthCells.slots - 1
  }

  /// Books assistance with tilt.
  func pay(_ amount: Yuan, from day: Day, byHand: Bool, into cells: inout Slots) {
    let slot = min(MonthCells.slots - 1, month(day) + (byHand ? terms.claims : terms.settlement))
    book(amount.fen, .assistance, slot, &cells)
  }

  /// Books a premium subsidy.
  func subsidise(_ amount: Yuan, into cells: inout Slots) {
    book(amount.fen, .premiumSubsidy, terms.subsidies - 1, &cells)
  }

  private func book(_ fen: Int64, _ part: MonthCells.Part, _ slot: Int, _ cells: inout Slots) {
    for part in [part, .total] {
      cells[MonthCells.payments(part, .month(slot))] += fen
      let later = slot / MonthCells.months
      if later < 2 { cells[MonthCells.payments(part, .year(later))] += fen }
    }
  }

  /// Books a person who passes the warning line on a day of the year.
  func warn(_ day: Day, _ reach: MonthCells.Reach, into cells: inout Slots) {
    for reach in [reach, .all] {
      cells[MonthCells.warned(reach, min(month(day), MonthCells.months - 1))] += 1
      cells[MonthCells.warned(reach, MonthCells.months)] += 1
    }
  }
}
