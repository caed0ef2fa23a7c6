import Simulation

/// Means and standard errors from a sample's sums; errors rest on clusters of households.
///
/// Every figure is a sum over strata, each times how many persons one of its persons stands for. Its error counts what is
/// left in each stratum when the figure's ratio to a denominator is taken out, and then, since weights are taken from the
/// persons that were drawn, the stratum's ratio to its persons: Σ w² m/(m − 1) Σd² over the strata's m clusters, where
/// d = z − (Σz / Σp) · p and z = x − ratio · n.
public struct TallyReader: Sendable {
  let sample: SampleTally
  let weights: [Double]
  let replicates: Double
  let scale: Double

  /// - Parameter scale: real residents over persons that those drawn stand for.
  public init(_ sample: SampleTally, scale: Double) {
    self.sample = sample
    self.scale = scale
    replicates = Double(sample.replicates)
    weights = sample.strata.indices.map { sample.weight($0) }
  }

  func index(_ measure: BurdenMeasure, _ group: Int) -> Int { group * BurdenMeasure.count + measure.rawValue }

  /// A weighted sum over the strata, by their index.
  func total(_ value: (Int) -> Double) -> Double { weights.indices.reduce(0) { $0 + weights[$1] * value($1) } }

  func tally(_ stratum: Int) -> Tally { sample.strata[stratum] }

  func burden(_ stratum: Int) -> BurdenTally { sample.strata[stratum].burden }

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
  typealias Moments = (
    x: Double, n: Double, squares: Double, cross: Double, persons: Double, residents: (x: Double, n: Double)?
  )

  /// The root of the error's square, given the ratio.
  func error(_ ratio: Double, _ moments: (Int) -> Moments) -> Double {
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
  func perResident(_ moments: (Int) -> (x: Double, squares: Double, cross: Double)) -> Double {
    error(0) {
      let (x, squares, cross) = moments($0)
      return (x, 0, squares, 0, 0, (cross, 0))
    }
  }
}
