import Simulation

/// Means and standard errors from a sample's sums; errors rest on clusters of households.
///
/// Every figure is a sum over strata, each times how many persons one of its persons stands for. Its error counts what is
/// left in each stratum when the figure's ratio to a denominator is taken out, and then, since weights are taken from the
/// persons that were drawn, the stratum's ratio to its persons: Σ w² m/(m − 1) Σd² over the strata's m clusters, where
/// d = z − (Σz / Σp) · p and z = x − ratio · n.
public struct TallyReader: Sendable {
  private let sample: SampleTally
  private let weights: [Double]
  private let replicates: Double
  private let scale: Double

  /// - Parameter scale: real residents over persons that those drawn stand for.
  public init(_ sample: SampleTally, scale: Double) {
    self.sample = sample
    self.scale = scale
    replicates = Double(sample.replicates)
    weights = sample.strata.indices.map { sample.weight($0) }
  }

  private func index(_ measure: BurdenMeasure, _ group: Int) -> Int { group * BurdenMeasure.count + measure.rawValue }

  /// A weighted sum over the strata, by their index.
  private func total(_ value: (Int) -> Double) -> Double { weights.indices.reduce(0) { $0 + weights[$1] * value($1) } }

  private func tally(_ stratum: Int) -> Tally { sample.strata[stratum] }

  private func burden(_ stratum: Int) -> BurdenTally { sample.strata[stratum].burden }

  /// The sum over all people and replicates.
  public func sum(_ measure: BurdenMeasure, group: Int = 0) -> Double {
    total { Double(tally($0).sum(measure, group: group)) }
  }

  /// Whether anybody belongs to the group.
  public func has(_ group: Int) -> Bool { sample.strata.contains { $0.sum(.persons, group: group) > 0 } }

  /// Fewer persons of a group than this say too little of each other's spread for a standard error.
  public static let fewest = 30.0

  /// Persons of the group that were drawn; where they stand for unequally many, so many as would tell as much if they
  /// stood for equally many: (Σw)² / Σw².
  public func drawn(_ group: Int) -> Double {
    let persons = sum(.persons, group: group)
    let squares = weights.indices.reduce(0) {
      $0 + weights[$1] * weights[$1] * Double(tally($1).sum(.persons, group: group))
    }
    return squares > 0 ? persons * persons / squares / replicates : 0
  }

  /// The error, or nil where too few of the group were drawn to know it.
  private func known(_ error: Double, _ group: Int) -> Double? { drawn(group) >= Self.fewest ? error : nil }

  /// What the error of x − ratio · n is made of in a stratum: sums of both, of their squares and product, and of their
  /// products with the cluster's residents; these nil where they are not known, so that clusters count as equally large.
  private typealias Moments = (
    x: Double, n: Double, squares: Double, cross: Double, persons: Double, residents: (x: Double, n: Double)?
  )

  /// The root of the error's square, given the ratio.
  private func error(_ ratio: Double, _ moments: (Int) -> Moments) -> Double {
    let people = index(.persons, 0)
    var variance = 0.0
    for (stratum, weight) in weights.enumerated() where tally(stratum).clusters > 1 {
      let (x, n, squares, cross, persons, residents) = moments(stratum)
      let drawn = Double(burden(stratum).sums[people]), clusters = Double(tally(stratum).clusters)
      let left = x - ratio * n
      var spread = squares - 2 * ratio * cross + ratio * ratio * persons
      if let residents, drawn > 0 {
        let level = left / drawn
        spread += level * level * Double(burden(stratum).squares[people])
        spread -= 2 * level * (residents.x - ratio * residents.n)
      } else {
        spread -= left * left / clusters
      }
      variance += weight * weight * clusters / (clusters - 1) * max(0, spread)
    }
    return variance.squareRoot()
  }

  /// The mean per person of a group and year.
  public func mean(_ measure: BurdenMeasure, group: Int = 0) -> Estimate {
    let persons = sum(.persons, group: group)
    guard persons > 0 else { return Estimate(0, standardError: nil) }
    let ratio = sum(measure, group: group) / persons
    let cell = index(measure, group), people = index(.persons, group)
    let error = error(ratio) {
      let burden = burden($0)
      return (
        Double(burden.sums[cell]), Double(burden.sums[people]), Double(burden.squares[cell]),
        Double(burden.cross[cell]), Double(burden.squares[people]),
        (Double(burden.residentCross[cell]), Double(burden.residentCross[people]))
      )
    }
    return Estimate(ratio, standardError: known(error / persons, group))
  }

  /// The difference of that mean from the reference variant's, on the same people.
  public func difference(_ measure: BurdenMeasure, from reference: TallyReader, group: Int = 0) -> Estimate {
    let persons = sum(.persons, group: group)
    guard persons > 0 else { return Estimate(0, standardError: nil) }
    let ratio = (sum(measure, group: group) - reference.sum(measure, group: group)) / persons
    let cell = index(measure, group), people = index(.persons, group)
    let error = error(ratio) {
      let burden = burden($0)
      let change = Double(burden.sums[cell] - reference.burden($0).sums[cell])
      let cross = Double(burden.differenceCross[cell]), squares = Double(burden.squares[people])
      // Of a group's differences the products with all residents are not kept, but those with its own persons.
      return (
        change, Double(burden.sums[people]), Double(burden.differenceSquares[cell]), cross, squares,
        group == 0 ? (cross, squares) : nil
      )
    }
    return Estimate(ratio, standardError: known(error / persons, group))
  }

  /// What all layers paid over all cost (实际补偿比).
  public func reimbursement(group: Int = 0) -> Estimate {
    let all = sum(.cost, group: group)
    guard all > 0 else { return Estimate(0, standardError: nil) }
    let ratio = sum(.paidByAll, group: group) / all
    let paid = index(.paidByAll, group), cost = index(.cost, group)
    let error = error(ratio) {
      let burden = burden($0)
      return (
        Double(burden.sums[paid]), Double(burden.sums[cost]), Double(burden.squares[paid]),
        Double(burden.paidCostCross[group]), Double(burden.squares[cost]),
        (Double(burden.residentCross[paid]), Double(burden.residentCross[cost]))
      )
    }
    return Estimate(ratio, standardError: known(error / all, group))
  }

  /// The real population's yearly number of what a measure counts.
  public func total(_ measure: BurdenMeasure, group: Int = 0) -> Estimate {
    let cell = index(measure, group)
    let error = perResident {
      (Double(burden($0).sums[cell]), Double(burden($0).squares[cell]), Double(burden($0).residentCross[cell]))
    }
    return Estimate(sum(measure, group: group), standardError: known(error, group)).times(scale / replicates)
  }

  /// The error of a sum that is scaled to the real population, in each stratum what is left beside its residents.
  ///
  /// The scale is real residents over residents drawn, so how many persons the households drawn happen to have moves
  /// the sum but not the scaled total.
  private func perResident(_ moments: (Int) -> (x: Double, squares: Double, cross: Double)) -> Double {
    error(0) {
      let (x, squares, cross) = moments($0)
      return (x, 0, squares, 0, 0, (cross, 0))
    }
  }

  // MARK: Fund

  /// The real population's yearly mean of a fund cell.
  public func fundMean(_ cell: Int) -> Estimate {
    scaled { (fund($0, cell), Double(tally($0).fund.squares[cell]), Double(tally($0).fund.residentCross[cell])) }
  }

  /// The mean amount of what a cell of persons or person-times counts, fen; nil where nothing is counted.
  public func fundRatio(amount: Int, count: Int) -> Estimate? {
    let (paid, counted) = (total { fund($0, amount) }, total { fund($0, count) })
    guard counted > 0 else { return nil }
    let ratio = paid / counted
    let error = error(ratio) {
      let fund = tally($0).fund
      return (
        self.fund($0, amount), self.fund($0, count), Double(fund.squares[amount]), Double(fund.amountCross[count]),
        Double(fund.squares[count]), (Double(fund.residentCross[amount]), Double(fund.residentCross[count]))
      )
    }
    let isKnown =
      isKnown { (fund($0, amount), Double(tally($0).fund.squares[amount])) }
      && isKnown { (fund($0, count), Double(tally($0).fund.squares[count])) }
    return Estimate(ratio, standardError: isKnown ? error / counted : nil)
  }

  /// The real population's yearly number of episodes or subsidies that a flag touched, and the amount paid on them, fen.
  public func flag(_ index: Int) -> (count: Estimate, amount: Estimate) {
    func read(_ sums: (Tally) -> ClusterSums) -> Estimate {
      scaled {
        let sums = sums(tally($0))
        return (Double(sums.sums[index]), Double(sums.squares[index]), Double(sums.residentCross[index]))
      }
    }
    return (read { $0.flagCount }, read { $0.flagAmount })
  }

  private func scaled(_ moments: (Int) -> (x: Double, squares: Double, cross: Double)) -> Estimate {
    let value = total { moments($0).x }
    let isKnown = isKnown { (moments($0).x, moments($0).squares) }
    return Estimate(value, standardError: isKnown ? perResident(moments) : nil).times(scale / replicates)
  }

  /// Whether a sum rests on enough clusters: so many, all paid alike, would have this ratio of sum and squares.
  private func isKnown(_ moments: (Int) -> (x: Double, squares: Double)) -> Bool {
    var (sum, squares) = (0.0, 0.0)
    for (stratum, weight) in weights.enumerated() {
      let (x, xx) = moments(stratum)
      sum += weight * x
      squares += weight * weight * xx
    }
    return sum == 0 || sum * sum / squares >= Self.fewest
  }

  /// The difference of a fund cell's yearly mean from the reference variant's, whose cell of the same name is `twin` (nil for none).
  public func fundDifference(_ cell: Int, from reference: TallyReader, twin: Int?) -> Estimate {
    func change(_ stratum: Int) -> Double { fund(stratum, cell) - (twin.map { reference.fund(stratum, $0) } ?? 0) }
    let error = perResident {
      (
        change($0), Double(tally($0).fund.differenceSquares[cell]),
        Double(tally($0).fund.differenceResidentCross[cell])
      )
    }
    return Estimate(total(change), standardError: error).times(scale / replicates)
  }

  /// A cell's sum over a stratum's replicates.
  private func fund(_ stratum: Int, _ cell: Int) -> Double {
    let fund = sample.strata[stratum].fund
    return stride(from: cell, to: fund.sums.count, by: fund.cells.count).reduce(0) { $0 + Double(fund.sums[$1]) }
  }

  /// A cell's sum in each replicate for the persons that those drawn stand for.
  ///
  /// Where one person stands for w, the luck of w of them is √w times that of one, so that a year lies √w times as far
  /// from the mean as the sample does: w · mean + √w · (year − mean).
  public func years(_ cell: Int) -> [Double] { years { Double($0.fund.sums[$1 * $0.cells.count + cell]) } }

  /// What all people pay in each replicate, in the same way.
  public var outOfPocket: [Double] { years { Double($0.outOfPocket[$1]) } }

  private func years(_ value: (Tally, Int) -> Double) -> [Double] {
    var years = Array(repeating: 0.0, count: sample.replicates)
    for (tally, weight) in zip(sample.strata, weights) {
      let own = years.indices.map { value(tally, $0) }
      let mean = own.reduce(0, +) / replicates
      for year in years.indices { years[year] += weight * mean + weight.squareRoot() * (own[year] - mean) }
    }
    return years
  }

  /// A cell's distribution over years for the real population.
  public func fundDistribution(_ cell: Int) -> Distribution { Distribution(years(cell), scale: scale) }

  // MARK: Quantiles over persons

  /// The quantile over persons of a stage's out-of-pocket cost, yuan, with the error of its rank.
  ///
  /// - Parameter stage: 0 all cost, 1 after basic insurance, 2 after all insurance, 3 after assistance.
  public func outOfPocketQuantile(_ p: Double, stage: Int, group: Int) -> Estimate? {
    guard sample.strata.allSatisfy(\.histogram.isKept) else { return nil }
    var counts = Array(repeating: 0.0, count: LogHistogram.count)
    for (tally, weight) in zip(sample.strata, weights) {
      let own = tally.histogram.counts(group: group, stage: stage, persons: tally.sum(.persons, group: group))
      for bin in counts.indices { counts[bin] += weight * Double(own[bin]) }
    }
    let drawn = drawn(group)
    guard drawn >= 5 / min(p, 1 - p), let value = LogHistogram.quantile(p, counts[...]) else { return nil }
    // The same people stand in every replicate, so the rank's error counts them once.
    let width = 1.96 * (p * (1 - p) / drawn).squareRoot()
    let low = LogHistogram.quantile(max(0, p - width), counts[...]) ?? value
    let high = LogHistogram.quantile(min(1, p + width), counts[...]) ?? value
    return Estimate(value, standardError: (high - low) / (2 * 1.96), interval: low...max(low, high))
  }
}
