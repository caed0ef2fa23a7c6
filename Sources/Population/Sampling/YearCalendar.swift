import Rules

/// The days of a year and of the births of people who live in it.
struct YearCalendar: Sendable {
  let first: Day
  let length: Int
  /// For each age on 1 January: the last possible day of birth and how many days it can be earlier.
  private let births: [(last: Int32, days: Int)]

  init(_ year: Int) {
    first = .first(of: year)
    length = Int(Day.last(of: year).number - first.number) + 1
    births = (0...AgePyramid.oldest).map { age in
      let last = Day.first(of: year - age).number
      return (last, Int(last - Day.first(of: year - age - 1).number))
    }
  }

  /// The day of the year counted from 0.
  func day(_ offset: Int) -> Day { Day(number: first.number + Int32(truncatingIfNeeded: offset)) }

  /// A day of birth of somebody who has completed `age` years on 1 January.
  func birth(age: Int, _ random: borrowing Philox) -> Day {
    Day(number: births[age].last - Int32(truncatingIfNeeded: random.below(births[age].days)))
  }
}
