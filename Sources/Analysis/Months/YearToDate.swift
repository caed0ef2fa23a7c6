import CGSL
import Foundation

/// What payments to date tell of a year's total.
///
/// Over the simulated years the logarithm of what is still to come is regressed on that of what was paid by then; the years'
/// own deviations from that line are what the rest of this year may still deviate by (a regression adjustment as in approximate
/// Bayesian computation; Beaumont, Zhang and Balding 2002, Genetics 162:2025). Where both are lognormal this is exact.
struct YearToDate {
  /// The year's total given what was paid, in the unit of the totals.
  let given: Distribution
  /// The error of the regression at what was paid.
  private let ofLine: Double
  /// What is still open, and by what share of itself it grows with a share of what was paid.
  private let open: Double
  private let slope: Double

  /// Fewer years than this tell no line.
  static let fewest = 20

  /// - Parameters:
  ///   - paid: what was paid to date.
  ///   - toDate: what the simulated years had paid by then.
  ///   - rest: what they had still to pay.
  ///   - known: what of the year's total is no more open.
  /// - Returns: nil where years are too few, or where one paid nothing before or after.
  init?(paid: Double, toDate: [Double], rest: [Double], known: Double) {
    let count = toDate.count
    guard count >= Self.fewest, paid > 0, (toDate + rest).allSatisfy({ $0 > 0 }) else { return nil }
    let (x, y) = (toDate.map { log($0) }, rest.map { log($0) })
    var (a, b, c00, c01, c11, sum) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    guard (x.max() ?? 0) > (x.min() ?? 0) else { return nil }
    gsl_fit_linear(x, 1, y, 1, count, &a, &b, &c00, &c01, &c11, &sum)
    var (line, error) = (0.0, 0.0)
    gsl_fit_linear_est(log(paid), a, b, c00, c01, c11, &line, &error)
    // Deviations from a line that was laid through them are a little too small.
    let widening = (Double(count) / Double(count - 2)).squareRoot()
    let years = zip(x, y).map { x, y in known + exp(line + widening * (y - a - b * x)) }
    given = Distribution(years: years)
    (open, slope) = (max(0, given.mean - known), b)
    ofLine = error * open
  }

  /// The error of the level of the year's total: that of the line, and that of the people drawn. Where all simulated years had paid more
  /// by then, they are compared with a year that had paid less of theirs, and the line takes that off the rest.
  func levelError(_ people: MonthErrors) -> Double {
    let ofPeople =
      people.rest * people.rest + slope * slope * people.toDate * people.toDate - 2 * slope * people.together
    return (ofLine * ofLine + open * open * max(0, ofPeople)).squareRoot()
  }

  /// The rests with a part of what made each year dear or cheap replaced by that of another year, so that their logarithms go with
  /// those of the same years as `persistence` says, and spread as before: a simulated year is dear or cheap as a whole, a
  /// real one need not go on as it began.
  static func loosened(_ rest: [Double], persistence: Double) -> [Double] {
    guard rest.allSatisfy({ $0 > 0 }), rest.count > 1 else { return rest }
    let logs = rest.map { log($0) }
    let mean = logs.reduce(0, +) / Double(logs.count)
    let other = (1 - persistence * persistence).squareRoot()
    return logs.indices.map { index in
      let next = logs[(index + 1) % logs.count]
      return exp(mean + persistence * (logs[index] - mean) + other * (next - mean))
    }
  }
}
