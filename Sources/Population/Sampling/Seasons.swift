import Rules

/// Draws days of a year by season: a month, then an even day of it.
struct Seasons: ~Copyable {
  private let months: Discrete
  /// For each month its first day, counted from 0, and its length.
  private let spans: [(first: Int, length: Int)]

  /// Prepares a year.
  ///
  /// - Parameter weights: admissions a day in each of the twelve months over each other.
  init(year: Int, weights: [Double]) {
    let begin = Day.first(of: year)
    let firsts = (1...12).map { month in Int((Day(year: year, month: month, day: 1) ?? begin).number - begin.number) }
    let end = Int(Day.last(of: year).number - begin.number) + 1
    let spans = zip(firsts, firsts.dropFirst() + [end]).map { (first: $0, length: $1 - $0) }
    months = Discrete([zip(weights, spans).map { $0 * Double($1.length) }])
    self.spans = spans
  }

  /// A day of the year, counted from 0.
  func day(_ random: borrowing Philox) -> Int {
    let month = spans[months.draw(0, random)]
    return month.first + random.below(month.length)
  }
}
