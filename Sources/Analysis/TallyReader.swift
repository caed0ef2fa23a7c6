import Simulation

/// Means and standard errors from a tally's sums; errors rest on clusters of households.
public struct TallyReader: Sendable {
  private let tally: Tally
  private let replicates: Double
  private let scale: Double

  /// - Parameter scale: real residents over persons drawn.
  public init(_ tally: Tally, scale: Double) {
    self.tally = tally
    self.scale = scale
    replicates = Double(tally.replicates)
  }

  private func index(_ measure: BurdenMeasure, _ group: Int) -> Int { group * BurdenMeasure.count + measure.rawValue }

  /// The sum over all people and replicates.
  public func sum(_ measure: BurdenMeasure, group: Int = 0) -> Double { Double(tally.sum(measure, group: group)) }

  /// Whether anybody belongs to the group.
  public func has(_ group: Int) -> Bool { tally.sum(.persons, group: group) > 0 }

  /// Fewer persons of a group than this say too little of each other's spread for a standard error.
  public static let fewest = 30.0

  /// Persons of the group that were drawn.
  public func drawn(_ group: Int) -> Double { sum(.persons, group: group) / replicates }

  /// The error, or nil where too few of the group were drawn to know it.
  private func known(_ error: Double, _ group: Int) -> Double? { drawn(group) >= Self.fewest ? error : nil }

  /// The small-sample factor of a variance over clusters.
  private var correction: Double {
    let clusters = Double(tally.clusters)
    return clusters > 1 ? clusters / (clusters - 1) : 0
  }

  /// The mean per person of a group and year.
  public func mean(_ measure: BurdenMeasure, group: Int = 0) -> Estimate {
    let persons = sum(.persons, group: group)
    guard persons > 0 else { return Estimate(0, standardError: nil) }
    let ratio = sum(measure, group: group) / persons
    let squares = Double(tally.burden.squares[index(measure, group)]),
      cross = Double(tally.burden.cross[index(measure, group)])
    return Estimate(ratio, standardError: known(error(ratio, squares, cross, group) / persons, group))
  }

  /// The difference of that mean from the reference variant's, on the same people.
  public func difference(_ measure: BurdenMeasure, from reference: TallyReader, group: Int = 0) -> Estimate {
    let persons = sum(.persons, group: group)
    guard persons > 0 else { return Estimate(0, standardError: nil) }
    let ratio = (sum(measure, group: group) - reference.sum(measure, group: group)) / persons
    let squares = Double(tally.burden.differenceSquares[index(measure, group)])
    let cross = Double(tally.burden.differenceCross[index(measure, group)])
    return Estimate(ratio, standardError: known(error(ratio, squares, cross, group) / persons, group))
  }

  /// The root of Σ(x − ratio · n)², from sums of squares and products.
  private func error(_ ratio: Double, _ squares: Double, _ cross: Double, _ group: Int) -> Double {
    let persons = Double(tally.burden.squares[index(.persons, group)])
    return (correction * max(0, squares - 2 * ratio * cross + ratio * ratio * persons)).squareRoot()
  }

  /// What all layers paid over all cost (实际补偿比).
  public func reimbursement(group: Int = 0) -> Estimate {
    let cost = sum(.cost, group: group)
    guard cost > 0 else { return Estimate(0, standardError: nil) }
    let ratio = sum(.paidByAll, group: group) / cost
    let squares = Double(tally.burden.squares[index(.paidByAll, group)])
    let costs = Double(tally.burden.squares[index(.cost, group)])
    let variance =
      correction * max(0, squares - 2 * ratio * Double(tally.burden.paidCostCross[group]) + ratio * ratio * costs)
    return Estimate(ratio, standardError: known(variance.squareRoot() / cost, group))
  }

  /// The real population's yearly number of what a measure counts.
  public func total(_ measure: BurdenMeasure, group: Int = 0) -> Estimate {
    let cell = index(measure, group)
    let error = perResident(
      sum(measure, group: group), squares: tally.burden.squares[cell], cross: tally.burden.residentCross[cell])
    return Estimate(sum(measure, group: group), standardError: known(error, group)).times(scale / replicates)
  }

  /// The error of a sum that is scaled to the real population: the root of Σ(x − ratio · n)² over households, where n are
  /// a household's residents and ratio is Σx / Σn.
  ///
  /// The scale is real residents over residents drawn, so how many persons the households drawn happen to have moves
  /// the sum but not the scaled total.
  private func perResident(_ value: Double, squares: Int128, cross: Int128) -> Double {
    let residents = sum(.persons)
    guard residents > 0 else { return 0 }
    return error(value / residents, Double(squares), Double(cross), 0)
  }

  // MARK: Fund

  /// The real population's yearly mean of a fund cell.
  public func fundMean(_ cell: Int) -> Estimate {
    let value = fundSum(cell)
    return scaled(value, squares: tally.fund.squares[cell], cross: tally.fund.residentCross[cell])
  }

  /// The mean amount of what a cell of persons or person-times counts, fen; nil where nothing is counted.
  public func fundRatio(amount: Int, count: Int) -> Estimate? {
    let (paid, counted) = (fundSum(amount), fundSum(count))
    guard counted > 0 else { return nil }
    let ratio = paid / counted
    let variance =
      correction
      * max(
        0,
        Double(tally.fund.squares[amount]) - 2 * ratio * Double(tally.fund.amountCross[count])
          + ratio * ratio * Double(tally.fund.squares[count]))
    let isKnown = isKnown(paid, tally.fund.squares[amount]) && isKnown(counted, tally.fund.squares[count])
    return Estimate(ratio, standardError: isKnown ? variance.squareRoot() / counted : nil)
  }

  /// The real population's yearly number of episodes or subsidies that a flag touched, and the amount paid on them, fen.
  public func flag(_ index: Int) -> (count: Estimate, amount: Estimate) {
    func read(_ sums: ClusterSums) -> Estimate {
      scaled(Double(sums.sums[index]), squares: sums.squares[index], cross: sums.residentCross[index])
    }
    return (read(tally.flagCount), read(tally.flagAmount))
  }

  private func scaled(_ value: Double, squares: Int128, cross: Int128) -> Estimate {
    let error = isKnown(value, squares) ? perResident(value, squares: squares, cross: cross) : nil
    return Estimate(value, standardError: error).times(scale / replicates)
  }

  /// Whether a sum rests on enough households: so many, all paid alike, would have this ratio of sum and squares.
  private func isKnown(_ value: Double, _ squares: Int128) -> Bool {
    value == 0 || value * value / Double(squares) >= Self.fewest
  }

  /// The difference of a fund cell's yearly mean from the reference variant's, whose cell of the same name is `twin` (nil for none).
  public func fundDifference(_ cell: Int, from reference: TallyReader, twin: Int?) -> Estimate {
    let value = fundSum(cell) - (twin.map { reference.fundSum($0) } ?? 0)
    let error = perResident(
      value, squares: tally.fund.differenceSquares[cell], cross: tally.fund.differenceResidentCross[cell])
    return Estimate(value, standardError: error).times(scale / replicates)
  }

  private func fundSum(_ cell: Int) -> Double { fundTotals(cell).reduce(0, +) }

  private func fundTotals(_ cell: Int) -> [Double] {
    (0..<tally.replicates).map { Double(tally.fund.sums[$0 * tally.cells.count + cell]) }
  }

  /// A cell's distribution over years for the real population.
  public func fundDistribution(_ cell: Int) -> Distribution { Distribution(fundTotals(cell), scale: scale) }

  // MARK: Quantiles over persons

  /// The quantile over persons of a stage's out-of-pocket cost, yuan, with the error of its rank.
  ///
  /// - Parameter stage: 0 all cost, 1 after basic insurance, 2 after all insurance, 3 after assistance.
  public func outOfPocketQuantile(_ p: Double, stage: Int, group: Int) -> Estimate? {
    guard tally.histogram.isKept else { return nil }
    let counts = tally.histogram.counts(group: group, stage: stage, persons: tally.sum(.persons, group: group))[...]
    let drawn = sum(.persons, group: group) / replicates
    guard drawn >= 5 / min(p, 1 - p), let value = LogHistogram.quantile(p, counts) else { return nil }
    // The same people stand in every replicate, so the rank's error counts them once.
    let width = 1.96 * (p * (1 - p) / drawn).squareRoot()
    let low = LogHistogram.quantile(max(0, p - width), counts) ?? value
    let high = LogHistogram.quantile(min(1, p + width), counts) ?? value
    return Estimate(value, standardError: (high - low) / (2 * 1.96), interval: low...max(low, high))
  }
}
