import Simulation

/// What the fund would pay on average given the uncertain parameters, by least squares over the replicates.
///
/// Each replicate's year is simulated twice with the same luck: with the parameters as assumed (a) and as drawn (b). The
/// difference b − a is free of most luck; regressed on the parameters it tells the conditional mean m(θ) = ā + fit. What is
/// left, b − m(θ), is luck.
struct ParameterFit {
  /// A column of the regression and what it belongs to.
  struct Column {
    /// A parameter's name, or `yearEffect`.
    var source: String
    /// By replicate, less their mean.
    var values: [Double]
    /// The part of the year effect; nil for a parameter.
    var part: Int?
    /// By the law, not as it happened to be drawn.
    var variance: Double
  }

  let columns: [Column]
  private let yearEffect: YearEffect?
  private let all: LeastSquares?

  /// - Parameter draws: one for each replicate.
  init(_ place: RunResult.PlaceResult, _ uncertainty: Uncertainty) {
    func values(_ value: (ParameterDraw) -> Double) -> [Double] {
      let values = place.draws.map { value($0.draw) }
      let mean = values.reduce(0, +) / Double(max(1, values.count))
      return values.map { $0 - mean }
    }
    let parameters = place.uncertain.map { index in
      let parameter = uncertainty.parameters[index]
      return Column(
        source: parameter.id, values: values { $0.values[index] }, part: nil, variance: parameter.law.variance)
    }
    let effect = uncertainty.yearEffect
    yearEffect = effect
    let year = YearEffect.Part.allCases.indices.compactMap { part in
      effect.map { effect in
        Column(
          source: Self.yearEffect, values: values { $0.year[part] }, part: part,
          variance: effect.factorCovariance(part, part))
      }
    }
    columns = (year + parameters).filter { $0.values.contains { $0 != 0 } }
    all = LeastSquares(columns.map(\.values))
  }

  /// The variance that the columns of each source give a total with these slopes, by source in their order.
  ///
  /// Parameters are independent; the parts of the year effect are not.
  func variances(_ slopes: [Double]) -> [(source: String, variance: Double)] {
    var result: [(source: String, variance: Double)] = []
    let pairs = zip(columns, slopes)
    for (column, slope) in pairs {
      var variance = slope * slope * column.variance
      if let part = column.part, let yearEffect {
        variance = pairs.reduce(0) { sum, other in
          sum + (other.0.part.map { slope * other.1 * yearEffect.factorCovariance(part, $0) } ?? 0)
        }
      }
      if let known = result.firstIndex(where: { $0.source == column.source }) {
        result[known].variance += variance
      } else {
        result.append((column.source, variance))
      }
    }
    return result
  }

  /// The name of the year effect among the sources.
  static let yearEffect = "yearEffect"

  /// The mean and the slopes of some differences on the columns; nil where replicates are too few.
  ///
  /// - Parameters:
  ///   - differences: by replicate.
  ///   - chosen: replicates that are used; all by default.
  func coefficients(_ differences: [Double], _ chosen: [Int]? = nil) -> (mean: Double, slopes: [Double])? {
    let solver = chosen.map { rows in LeastSquares(columns.map { column in rows.map { column.values[$0] } }) } ?? all
    let solution = solver?.solve(chosen?.map { differences[$0] } ?? differences)
    return solution.map { ($0[0], Array($0.dropFirst())) }
  }

  /// The mean of each replicate's year given its parameters, for the people drawn.
  ///
  /// - Parameters:
  ///   - luck: totals with the parameters as assumed.
  ///   - drawn: totals of the same replicates with the parameters as drawn.
  ///
  /// With too few replicates for a regression the difference itself is taken, which leaves a little luck in it.
  func conditionalMeans(luck: [Double], drawn: [Double]) -> [Double] {
    let center = luck.reduce(0, +) / Double(max(1, luck.count))
    let differences = zip(luck, drawn).map { $1 - $0 }
    guard let (mean, slopes) = coefficients(differences) else { return differences.map { center + $0 } }
    return differences.indices.map { replicate in
      zip(columns, slopes).reduce(center + mean) { $0 + $1.0.values[replicate] * $1.1 }
    }
  }
}
