import Foundation
import Population
import Simulation

/// The years of one rule set's fund for the real population, with everything uncertain.
///
/// A year of `w` times as many people as were drawn is w m(θ) + √w (b − m(θ)): its mean given the parameters grows with
/// the number of people, its luck with the root of it. For everybody drawn (w = 1) it is b itself.
struct FundYears {
  private let strata: [Stratum]
  private let fit: ParameterFit
  private let scale: Double

  private struct Stratum {
    /// Sums with the parameters as assumed, one tally of all replicates.
    var assumed: Tally
    var weight: Double
    /// Sums with the parameters as drawn, a tally a replicate.
    var drawn: [Tally]
    /// Persons of the stratum that one drawn person stands for, by replicate.
    var weights: [Double]

    /// For each cell of `assumed` that of the same name in `drawn`; nil for none. A reform that begins in a later year may
    /// bring benefits or classes of its own.
    var twins: [Int?]

    /// A cell's sums by replicate: with the parameters as assumed, and as drawn.
    func sums(_ cell: Int) -> (luck: [Double], drawn: [Double]) {
      let count = assumed.cells.count
      return (
        drawn.indices.map { Double(assumed.fund.sums[$0 * count + cell]) },
        drawn.map { tally in twins[cell].map { Double(tally.fund.sums[$0]) } ?? 0 }
      )
    }
  }

  /// - Parameter rules: 0 for the rules as they are, then the place's reforms.
  /// - Returns: nil where nothing but luck is uncertain, or the rules are none of the place's own.
  ///
  /// - Parameter year: a year to come; nil for the scenario's own.
  init?(
    _ place: RunResult.PlaceResult, rules: Int, fit: ParameterFit, _ tally: SampleTally,
    _ year: RunResult.YearAhead? = nil
  ) {
    let draws = year?.draws ?? place.draws
    guard !draws.isEmpty, draws.allSatisfy({ rules < $0.tallies.count }) else { return nil }
    self.fit = fit
    scale = year?.scale ?? place.scale
    strata = tally.strata.indices.map { stratum in
      Stratum(
        assumed: tally.strata[stratum], weight: tally.weight(stratum),
        drawn: draws.map { $0.tallies[rules].strata[stratum] },
        weights: draws.map { $0.tallies[rules].weight(stratum) },
        twins: tally.cells.indices(in: draws[0].tallies[rules].cells))
    }
  }

  /// A cell's total in each year, in the cell's smallest unit (fen for amounts).
  func years(_ cell: Int) -> [Double] {
    var totals = Array(repeating: 0.0, count: strata.first?.drawn.count ?? 0)
    for stratum in strata {
      let (luck, drawn) = stratum.sums(cell)
      let means = fit.conditionalMeans(luck: luck, drawn: drawn)
      for year in totals.indices {
        let weight = stratum.weights[year] * scale
        totals[year] += weight * means[year] + weight.squareRoot() * (drawn[year] - means[year])
      }
    }
    return totals
  }

  /// A cell's years. Besides being few, they lie wider or closer than they should by the errors of two things that all of them
  /// share: who was drawn, which moves their spread as it moves their level, and the slopes of the regression.
  ///
  /// - Parameter level: the yearly mean with its error, in any unit.
  func distribution(_ cell: Int, level: Estimate) -> Distribution {
    let years = years(cell)
    let ofPeople = level.value > 0 ? (level.standardError ?? 0) / level.value : 0
    let deviation = Distribution(years: years).standardDeviation ?? 0
    let error = (pow(deviation * ofPeople, 2) + pow(slopeError(cell), 2)).squareRoot()
    return Distribution(years: years, spreadError: error)
  }

  /// The error of the years' standard deviation that the slopes bring, by a jackknife over groups of replicates; 0 where there are
  /// too few for a regression. Where everybody is drawn, years do not rest on it.
  private func slopeError(_ cell: Int) -> Double {
    let parts = strata.map { ($0.sums(cell), $0.weight * scale) }
    let count = parts.first?.0.luck.count ?? 0
    return Estimate.leavingOut(VarianceShares.groups) { left in
      let chosen = (0..<count).filter { $0 % VarianceShares.groups != left }
      var slopes = fit.columns.map { _ in 0.0 }
      for (sums, weight) in parts {
        guard let line = fit.coefficients(luck: sums.luck, drawn: sums.drawn, chosen) else { return .nan }
        for (index, slope) in line.slopes.enumerated() { slopes[index] += (weight - weight.squareRoot()) * slope }
      }
      return fit.variances(slopes).reduce(0) { $0 + $1.variance }.squareRoot()
    }.standardError ?? 0
  }

  /// What each source brings of the variance of a cell's total.
  func shares(_ cell: Int) -> VarianceShares? {
    VarianceShares(
      fit,
      strata.map { stratum in
        let (luck, drawn) = stratum.sums(cell)
        return .init(luck: luck, drawn: drawn, weight: stratum.weight * scale)
      })
  }
}
