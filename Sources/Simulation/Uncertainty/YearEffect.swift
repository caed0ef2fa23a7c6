import CGSL
import Foundation

/// What moves a whole year at once, beyond the luck of who falls ill: epidemics, prices, how far assistance reaches.
///
/// Three factors with mean 1, joint log-normal. The default is the spread of the country's series around its own
/// log-linear trend: with u_t = ln x_t − a − b t the residuals of T years, the covariance is Σ u u' / (T − 2).
public struct YearEffect: Hashable, Sendable {
  /// What is moved.
  public enum Part: String, CaseIterable, Sendable {
    /// How often people are admitted.
    case admissions
    /// What an admission, and other care, costs.
    case costs
    /// How many assistance reaches: its spending beyond what admissions and their cost explain.
    case reached
  }

  /// Covariances of the factors' logarithms, rows and columns in the order of `Part`.
  public var covariance: [[Double]]
  /// Where it comes from, for reports.
  public var ground: Ground

  /// Where a year effect comes from.
  public enum Ground: Hashable, Sendable {
    /// The country's series of these years.
    case national(from: Int, to: Int)
    /// The scenario states it.
    case scenario
  }

  /// Creates an effect with independent parts.
  ///
  /// - Parameter deviations: standard deviations of the factors' logarithms, in the order of `Part`.
  public init(deviations: [Double]) {
    covariance = deviations.indices.map { row in
      deviations.indices.map { $0 == row ? deviations[row] * deviations[row] : 0 }
    }
    ground = .scenario
  }

  /// Estimates it from a series; nil with fewer than four years, of which a trend leaves nothing.
  public init?(_ series: NationalSeries) {
    guard let first = series.years.first?.year, let last = series.years.last?.year, series.years.count > 3 else {
      return nil
    }
    let years = series.years.map { Double($0.year) }
    let residuals = Part.allCases.indices.map { part in
      Self.residuals(years, series.years.map { log($0.figures[part]) })
    }
    let freedom = Double(years.count - 2)
    covariance = residuals.map { one in
      residuals.map { other in zip(one, other).reduce(0) { $0 + $1.0 * $1.1 } / freedom }
    }
    ground = .national(from: first, to: last)
  }

  /// What a straight line leaves of a series.
  private static func residuals(_ x: [Double], _ y: [Double]) -> [Double] {
    var (a, b, c00, c01, c11, sum) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    gsl_fit_linear(x, 1, y, 1, x.count, &a, &b, &c00, &c01, &c11, &sum)
    return zip(x, y).map { $1 - a - b * $0 }
  }

  /// The standard deviation of a factor's logarithm, about its relative spread.
  public func deviation(_ part: Part) -> Double {
    let index = Part.allCases.firstIndex(of: part) ?? 0
    return covariance[index][index].squareRoot()
  }

  /// The correlation of two factors' logarithms; 0 where one of them does not move.
  public func correlation(_ one: Part, _ other: Part) -> Double {
    let (a, b) = (Part.allCases.firstIndex(of: one) ?? 0, Part.allCases.firstIndex(of: other) ?? 0)
    let scale = deviation(one) * deviation(other)
    return scale > 0 ? covariance[a][b] / scale : 0
  }

  /// The factors of a year, in the order of `Part`.
  ///
  /// - Parameter normals: independent standard normal numbers, one for each part.
  public func factors(_ normals: [Double]) -> [Double] {
    root.enumerated().map { row, weights in
      let moved = zip(weights, normals).reduce(0) { $0 + $1.0 * $1.1 }
      return exp(moved - covariance[row][row] / 2)
    }
  }

  /// The covariance of two factors themselves: exp(c) − 1 with c that of their logarithms.
  public func factorCovariance(_ one: Int, _ other: Int) -> Double { exp(covariance[one][other]) - 1 }

  /// The lower triangular root of the covariance (Cholesky), which need not be of full rank.
  private var root: [[Double]] {
    var root: [[Double]] = []
    for (row, values) in covariance.enumerated() {
      var line = values.map { _ in 0.0 }
      for column in 0...row {
        let above = column < row ? root[column] : line
        let rest = values[column] - (0..<column).reduce(0) { $0 + line[$1] * above[$1] }
        if column == row {
          line[row] = max(0, rest).squareRoot()
        } else if above[column] > 0 {
          line[column] = rest / above[column]
        }
      }
      root.append(line)
    }
    return root
  }
}
