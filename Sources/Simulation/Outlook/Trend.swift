import CGSL
import Foundation

/// How the years to come differ from the scenario's own.
///
/// Each part grows by a rate a year that is not known well: it is drawn once a replicate and holds for all its years.
public struct Trend: Sendable {
  /// What grows.
  public enum Part: String, CaseIterable, Sendable {
    /// Admissions a person, the country as a whole: what ageing brings of it is taken from ages.
    case admissions
    /// The cost of an admission, and of other care.
    case costs
    /// Incomes, and with them the poverty line, the allowance standard and the incomes in rules.
    case incomes
    /// Shares of people who hold identities.
    case identities
    /// Premiums after the last year that a rule file dates.
    case premiums
  }

  /// The yearly rate of a part, as a difference of logarithms (0.05 for about 5 %).
  public struct Growth: Hashable, Sendable {
    /// Expected.
    public var rate: Double
    /// Its standard deviation.
    public var deviation: Double
    /// Whether the scenario states it, and not the program.
    public var isStated = false
  }

  /// In the order of `Part`.
  public var growth: [Growth]
  /// Whether the people of the place grow older, and are born and die.
  public var ages = true

  /// The rate of a part.
  public subscript(part: Part) -> Growth { growth[Part.allCases.firstIndex(of: part) ?? 0] }

  /// What holds where a scenario is silent: the slopes of the country's series, with the error of the slope; for incomes and
  /// identities, of which too few years were seen for an error, a deviation that is assumed.
  public static func standard(_ series: NationalSeries) -> Trend {
    func slope(_ figure: (NationalSeries.Year) -> Double) -> Growth {
      line(series.years.map { ($0.year, figure($0)) }, deviation: nil)
    }
    return Trend(growth: [
      slope { $0.figures[0] }, slope { $0.figures[1] }, line(series.incomes, deviation: 0.01),
      line(series.holders, deviation: 0.02), Growth(rate: 0, deviation: 0),
    ])
  }

  /// The straight line through the logarithms.
  private static func line(_ points: [(year: Int, value: Double)], deviation: Double?) -> Growth {
    guard points.count > 1 else { return Growth(rate: 0, deviation: 0) }
    let (x, y) = (points.map { Double($0.year) }, points.map { log($0.value) })
    var (a, b, c00, c01, c11, sum) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    gsl_fit_linear(x, 1, y, 1, x.count, &a, &b, &c00, &c01, &c11, &sum)
    return Growth(rate: b, deviation: deviation ?? (points.count > 2 ? c11.squareRoot() : 0))
  }
}
