import Simulation

/// What the fund would pay on average given the uncertain parameters, by least squares over the replicates.
///
/// Each replicate's year is simulated twice with the same luck: with the parameters as assumed (a) and as drawn (b). b is
/// regressed on the parameters and on a − ā, which takes most luck out of it; at a = ā that gives the conditional mean
/// m(θ). What is left, b − m(θ), is luck.
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

  /// Creates a fit on columns.
  init(columns: [Column], yearEffect: YearEffect?) {
    self.columns = columns
    self.yearEffect = yearEffect
  }

  /// A fit on what was drawn for the replicates of a place.
  ///
  /// - Parameter year: a year to come; nil for the scenario's own.
  init(_ place: RunResult.PlaceResult, _ scenario: Scenario, _ year: RunResult.YearAhead? = nil) {
    self.init(
      (year?.draws ?? place.draws).map(\.draw), uncertain: place.uncertain, scenario, ahead: year?.ahead ?? 0)
  }

  /// A fit on what was drawn for replicates.
  ///
  /// - Parameters:
  ///   - uncertain: indices into the scenario's parameters of those that act.
  ///   - ahead: years after the scenario's own.
  init(_ draws: [ParameterDraw], uncertain: [Int], _ scenario: Scenario, ahead: Int = 0) {
    let uncertainty = scenario.uncertainty
    func values(_ value: (ParameterDraw) -> Double) -> [Double] {
      let values = draws.map(value)
      let mean = values.reduce(0, +) / Double(max(1, values.count))
      return values.map { $0 - mean }
    }
    let parameters = uncertain.map { index in
      let parameter = uncertainty.parameters[index]
      return Column(
        source: parameter.id, values: values { $0.values[index] }, part: nil, variance: parameter.law.variance)
    }
    let effect = uncertainty.yearEffect
    yearEffect = effect
    let effects = YearEffect.Part.allCases.indices.compactMap { part in
      effect.map { effect in
        Column(
          source: Self.yearEffect, values: values { $0.years[ahead][part] }, part: part,
          variance: effect.factorCovariance(part, part))
      }
    }
    let trends =
      ahead == 0
      ? []
      : scenario.trend.growth.enumerated().map { index, growth in
        Column(
          source: Self.trend, values: values { $0.growth[index] }, part: nil,
          variance: growth.deviation * growth.deviation)
      }
    columns = (effects + trends + parameters).filter { $0.values.contains { $0 != 0 } }
  }

  /// The variance that the columns of each source give a total with these slopes, by source in their order.
  ///
  /// Parameters are independent; the parts of the year effect are not. The square of an estimated slope is too large by the square
  /// of its error, which is taken off; what is less than nothing is nothing.
  ///
  /// - Parameter scatter: the squared errors of the slopes; none where they are not to be taken off.
  func variances(_ slopes: [Double], scatter: [Double]? = nil) -> [(source: String, variance: Double)] {
    var result: [(source: String, variance: Double)] = []
    let pairs = zip(columns, slopes)
    for (index, (column, slope)) in pairs.enumerated() {
      var variance = slope * slope * column.variance
      if let part = column.part, let yearEffect {
        variance = pairs.reduce(0) { sum, other in
          sum + (other.0.part.map { slope * other.1 * yearEffect.factorCovariance(part, $0) } ?? 0)
        }
      }
      variance -= (scatter?[index] ?? 0) * column.variance
      if let known = result.firstIndex(where: { $0.source == column.source }) {
        result[known].variance += variance
      } else {
        result.append((column.source, variance))
      }
    }
    return result.map { ($0.source, max(0, $0.variance)) }
  }

  /// The name of all trends among the sources.
  static let trend = "trend"

  /// The name of the year effect among the sources.
  static let yearEffect = "yearEffect"

  /// What a regression finds.
  struct Line {
    /// The mean of the total.
    var mean: Double
    /// By how much it moves with each column.
    var slopes: [Double]
    /// The variance of what is left, by the degrees of freedom.
    var residual: Double
  }

  /// A total regressed on the columns; nil where replicates are too few.
  ///
  /// - Parameters:
  ///   - luck: totals with the parameters as assumed.
  ///   - drawn: totals of the same replicates with the parameters as drawn.
  ///   - chosen: replicates that are used; all by default.
  func coefficients(luck: [Double], drawn: [Double], _ chosen: [Int]? = nil) -> Line? {
    let rows = chosen ?? Array(drawn.indices)
    let center = rows.reduce(0) { $0 + luck[$1] } / Double(max(1, rows.count))
    var wanted = columns.map { column in rows.map { column.values[$0] } }
    let shared = rows.map { luck[$0] - center }
    // Nothing to be told from luck that does not differ.
    let hasLuck = shared.contains { $0 != 0 }
    if hasLuck { wanted.append(shared) }
    guard let found = LeastSquares(wanted)?.solve(rows.map { drawn[$0] }) else { return nil }
    return Line(
      mean: found.solution[0], slopes: Array(found.solution.dropFirst().prefix(columns.count)),
      residual: found.squares / Double(rows.count - found.solution.count))
  }

  /// The mean of each replicate's year given its parameters, for the people drawn.
  ///
  /// Slopes that are estimated scatter, and so do the means that they tell: of p columns and n replicates the squares of the
  /// means' distances have p σ² too much, where σ² is the variance of what is left. The means are brought so much nearer
  /// to their own mean that this is gone. With too few replicates for a regression the luck of the year as assumed is taken
  /// off in proportion to the level of the years, which leaves a little luck: of years in which nothing is paid there is none.
  func conditionalMeans(luck: [Double], drawn: [Double]) -> [Double] {
    guard let line = coefficients(luck: luck, drawn: drawn) else {
      let center = luck.reduce(0, +) / Double(max(1, luck.count))
      let level = center > 0 ? drawn.reduce(0, +) / Double(max(1, drawn.count)) / center : 0
      return zip(luck, drawn).map { $1 - level * ($0 - center) }
    }
    let found = drawn.indices.map { replicate in
      zip(columns, line.slopes).reduce(0) { $0 + $1.0.values[replicate] * $1.1 }
    }
    let squares = found.reduce(0) { $0 + $1 * $1 }
    let scatter = Double(columns.count) * line.residual
    let kept = squares > scatter ? (1 - scatter / squares).squareRoot() : 0
    return found.map { line.mean + kept * $0 }
  }
}
