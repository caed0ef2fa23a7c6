import Simulation

/// The relative errors of what is paid to a month and after it, and how they go together: from the people drawn, whose payments fall into
/// the months that they happen to fall into.
///
/// Each month and the whole year have errors of their own. How far any two months go together is not kept; it is taken to be the
/// same for all, as much as makes of the months' errors that of the year (compound symmetry).
struct MonthErrors {
  /// Of what is paid to date, and of the rest, over their means.
  let toDate: Double
  let rest: Double
  /// The product of both, over the product of the means.
  let together: Double

  /// Creates known errors.
  init(toDate: Double, rest: Double, together: Double) {
    (self.toDate, self.rest, self.together) = (toDate, rest, together)
  }

  /// - Parameters:
  ///   - months: what is paid in each month slot; the year's own first.
  ///   - year: what is paid within the year.
  ///   - through: the months to date.
  /// - Returns: nil where nothing is paid before or after, or the year's error is not known.
  init?(months: [Estimate], year: Estimate, through: Int) {
    guard let error = year.standardError else { return nil }
    // So few are paid in a month whose error is not known that it may as well be nothing.
    let errors = months.map { $0.standardError ?? $0.value }
    func squares(_ range: Range<Int>) -> Double { errors[range].reduce(0) { $0 + $1 * $1 } }
    func whole(_ range: Range<Int>) -> Double { errors[range].reduce(0, +) }
    func paid(_ range: Range<Int>) -> Double { months[range].reduce(0) { $0 + $1.value } }
    let own = 0..<MonthCells.months, before = 0..<through, after = through..<months.count
    guard paid(before) > 0, paid(after) > 0 else { return nil }
    let apart = squares(own), most = whole(own) * whole(own) - apart
    let alike = most > 0 ? min(1, max(0, (error * error - apart) / most)) : 0
    func variance(_ range: Range<Int>) -> Double {
      squares(range) + alike * (whole(range) * whole(range) - squares(range))
    }
    toDate = variance(before).squareRoot() / paid(before)
    rest = variance(after).squareRoot() / paid(after)
    together = alike * whole(before) * whole(after) / (paid(before) * paid(after))
  }
}
