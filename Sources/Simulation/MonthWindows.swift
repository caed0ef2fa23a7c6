import Rules

/// Where some months begin that end on a day of a year or of the one before: looked up, since it is asked for every bill.
struct MonthWindows {
  private let first: Int32
  private let begins: [Day]

  init(_ months: Int, year: Int) {
    first = Day.first(of: year - 1).number
    begins = (first...Day.last(of: year).number).map { Day(number: $0).adding(months: -months) }
  }

  /// The day after which they begin: one that is not yet within them.
  func begin(of day: Day) -> Day { begins[Int(day.number - first)] }
}
