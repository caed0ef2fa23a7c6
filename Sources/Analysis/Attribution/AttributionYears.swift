import Simulation

/// The fund's years under sets of provisions with everything uncertain, and a figure of their distribution.
///
/// The error of whatever is made of such figures has two parts, taken for independent: the jackknife over blocks of years (one
/// block of twenty is left out at a time, under all sets alike), and that of the level, by which all years may lie higher or
/// lower together, which is the error of the same combination of means.
struct AttributionYears {
  /// The figure of each set, yuan: of all years, then with each block of them left out.
  private let figures: [[Double]]
  private let means: AttributionMeans

  private static let blocks = 20

  init(_ sums: AttributionSums, _ figure: AttributionFigure, _ runner: AttributionRunner, _ scenario: Scenario) {
    let population = Double(runner.place.population)
    let persons = Double(max(1, sums.standsFor.reduce(0, +)))
    let fit = ParameterFit(runner.draws, uncertain: runner.uncertain, scenario)
    let years = (0..<sums.sets).map { set in
      Self.years(sums, set, fit, scale: population / persons).map { $0 / 100 }
    }
    let count = sums.replicates
    figures = (0...Self.blocks).map { left in
      years.map { years in
        Self.figure(figure, left == 0 ? years : (0..<count).filter { $0 % Self.blocks != left - 1 }.map { years[$0] })
      }
    }
    means = AttributionMeans(sums, nil, population: runner.place.population)
  }

  /// The figure that a contrast makes.
  func estimate(_ contrast: Contrast) -> Estimate {
    let value = contrast.value(figures[0])
    let left = figures.dropFirst().map { contrast.value($0) }
    let count = Double(left.count), mean = left.reduce(0, +) / count
    let ofYears = (count - 1) / count * left.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let level = means.estimate(contrast).standardError ?? 0
    return Estimate(value, standardError: (ofYears + level * level).squareRoot())
  }

  /// The quantile of type 7, or the mean of the years beyond it.
  private static func figure(_ figure: AttributionFigure, _ years: [Double]) -> Double {
    let sorted = years.sorted(), p = figure.quantile ?? 0.5
    if figure.isTail {
      let beyond = sorted.suffix(max(1, Int((Double(sorted.count) * (1 - p)).rounded(.down))))
      return beyond.reduce(0, +) / Double(beyond.count)
    }
    let position = Double(sorted.count - 1) * p, below = Int(position)
    let next = min(below + 1, sorted.count - 1)
    return sorted[below] + (position - Double(below)) * (sorted[next] - sorted[below])
  }

  /// A set's years for the real population, fen: as `FundYears` makes them.
  private static func years(_ sums: AttributionSums, _ set: Int, _ fit: ParameterFit, scale: Double) -> [Double] {
    var totals = Array(repeating: 0.0, count: sums.replicates)
    for stratum in 0..<sums.strata where sums.isDrawn {
      let luck = sums.years(stratum: stratum, set: set).map(Double.init)
      let drawn = sums.drawnYears(stratum: stratum, set: set).map(Double.init)
      let means = fit.conditionalMeans(luck: luck, drawn: drawn)
      for year in totals.indices {
        let weight = sums.drawnWeight(stratum: stratum, replicate: year) * scale
        totals[year] += weight * means[year] + weight.squareRoot() * (drawn[year] - means[year])
      }
    }
    return totals
  }
}
