import Simulation

/// The fund's years under rule sets with everything uncertain, and a figure of their distribution.
///
/// The error of whatever is made of such figures has two parts, taken for independent: the jackknife over blocks of years (one
/// block of twenty is left out at a time, under all sets alike), and that of the level, by which all years may lie higher or
/// lower together, which is the error of the same combination of means.
struct RuleSetYears {
  /// The figure of each set, yuan: of all years, then with each block of them left out.
  private let figures: [[Double]]
  private let means: RuleSetMeans
  /// Yuan that years are held against, for the share of years that pass them; nil for other figures.
  private let appropriation: Double?
  /// All years of each set, yuan, where they are held against an appropriation.
  private let passing: [Distribution]

  private static let blocks = 20

  init(_ sums: RuleSetSums, _ figure: PolicyFigure, _ runner: RuleSetRunner, _ scenario: Scenario) {
    let population = Double(runner.place.population)
    let persons = Double(max(1, sums.standsFor.reduce(0, +)))
    let fit = ParameterFit(runner.draws, uncertain: runner.uncertain, scenario)
    let years = (0..<sums.sets).map { set in
      Self.years(sums, set, fit, scale: population / persons).map { $0 / 100 }
    }
    let count = sums.replicates
    let appropriation = figure == .probabilityOverBudget ? scenario.budget.map { Double($0.amount.fen) / 100 } : nil
    self.appropriation = appropriation
    passing = appropriation == nil ? [] : years.map { Distribution(years: $0) }
    figures = (0...Self.blocks).map { left in
      years.map { years in
        let kept = left == 0 ? years : (0..<count).filter { $0 % Self.blocks != left - 1 }.map { years[$0] }
        guard let appropriation else { return Self.figure(figure, kept) }
        return Double(kept.count { $0 > appropriation }) / Double(kept.count)
      }
    }
    means = RuleSetMeans(sums, nil, population: runner.place.population)
  }

  /// The figure that a contrast makes.
  func estimate(_ contrast: Contrast) -> Estimate {
    if let appropriation, let set = contrast.level {
      let level = means.estimate(contrast).standardError ?? 0
      return passing[set].probability(above: appropriation, levelError: level)
    }
    let value = contrast.value(figures[0])
    let left = figures.dropFirst().map { contrast.value($0) }
    let count = Double(left.count), mean = left.reduce(0, +) / count
    let ofYears = (count - 1) / count * left.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let level = means.estimate(moved(contrast)).standardError ?? 0
    return Estimate(value, standardError: (ofYears + level * level).squareRoot())
  }

  /// What a contrast of means brings to the contrast of figures: quantiles move with the level, and the share of years beyond
  /// an amount by as many years as lie near it.
  private func moved(_ contrast: Contrast) -> Contrast {
    guard let appropriation else { return contrast }
    func slope(_ set: Int) -> Double {
      let reach = 1.96 * (means.estimate(.level(set)).standardError ?? 0)
      guard reach > 0 else { return 0 }
      let sorted = passing[set].sorted
      let near = sorted.count { abs($0 - appropriation) <= reach }
      return Double(near) / Double(sorted.count) / (2 * reach)
    }
    let terms = contrast.terms.flatMap { term in
      [(weight: term.weight * slope(term.with), without: Int?.none, with: term.with)]
        + (term.without.map { [(weight: -term.weight * slope($0), without: Int?.none, with: $0)] } ?? [])
    }
    return Contrast(terms: terms)
  }

  /// The quantile of type 7, or the mean of the years beyond it.
  private static func figure(_ figure: PolicyFigure, _ years: [Double]) -> Double {
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
  private static func years(_ sums: RuleSetSums, _ set: Int, _ fit: ParameterFit, scale: Double) -> [Double] {
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
