/// How much of the variance of a function each of its independent inputs brings: alone, and with all that it takes part in.
///
/// Of an input X the first-order index is S = Var(E[Y|X]) / Var(Y), what would go if X were known; the total one
/// T = E[Var(Y|all but X)] / Var(Y), what would stay if all but X were known. With f centred, and ab standing for the
/// point a with the input's columns from b,
///
///     S Var = mean f(b) (f(ab) − f(a))      (Saltelli et al. 2010, Comput. Phys. Commun. 181, 259, table 2 b)
///     T Var = mean (f(a) − f(ab))² / 2      (Jansen 1999, Comput. Phys. Commun. 117, 35)
///
/// Estimates are of all pairs of points together; errors are a jackknife over the independent shifts, of which one is left out
/// at a time, so that they count what is left of the error of a quasi-random sequence. First-order estimates can lie below 0
/// or add up to more than 1 by their error; they stay as they are.
public struct SobolIndices: Sendable {
  /// Mean of the function over its inputs.
  public let mean: Estimate
  /// Its standard deviation over its inputs.
  public let deviation: Estimate
  /// That over the mean.
  public let variation: Estimate
  /// What each input brings alone, in the order of the design's groups.
  public let first: [Estimate]
  /// What each brings with everything in which it takes part.
  public let total: [Estimate]
  /// What is left beside the sum of the first-order indices: inputs acting on one another.
  public let interplay: Estimate

  /// - Parameter values: of the function at the design's points, in their order.
  /// - Returns: nil where the function is the same everywhere: nothing is there to be divided.
  public init?(_ design: SobolDesign, _ values: [Double]) {
    let all = Array(0..<SobolDesign.shifts)
    guard let found = Self.figures(design, values, shifts: all) else { return nil }
    let without = all.compactMap { left in Self.figures(design, values, shifts: all.filter { $0 != left }) }
    let figures = found.indices.map { index -> Estimate in
      guard without.count == all.count else { return Estimate(found[index], standardError: nil) }
      let count = Double(without.count), mean = without.reduce(0) { $0 + $1[index] } / count
      let squares = without.reduce(0) { $0 + ($1[index] - mean) * ($1[index] - mean) }
      return Estimate(found[index], standardError: ((count - 1) / count * squares).squareRoot())
    }
    let groups = design.groups.count
    (mean, deviation, interplay, variation) = (figures[0], figures[1], figures[2], figures[3])
    first = Array(figures[4..<4 + groups])
    total = Array(figures[(4 + groups)...])
  }

  /// The indices of a function that is quick enough to be worked out here.
  public init?(_ design: SobolDesign, of function: ([Double]) -> Double) {
    self.init(design, design.points.map(function))
  }

  /// Mean, standard deviation, interplay, variation, first-order and total indices from the pairs of some shifts; nil without variance.
  private static func figures(_ design: SobolDesign, _ values: [Double], shifts: [Int]) -> [Double]? {
    let pairs = shifts.flatMap { Array(design.pairs(ofShift: $0)) }
    func value(_ pair: Int, _ point: Int) -> Double { values[design.index(pair, point)] }
    let count = Double(pairs.count)
    let mean = pairs.reduce(0) { $0 + value($1, 0) + value($1, 1) } / (2 * count)
    let variance =
      pairs.reduce(0.0) { sum, pair in
        let (a, b) = (value(pair, 0) - mean, value(pair, 1) - mean)
        return sum + a * a + b * b
      } / (2 * count)
    guard variance > 0 else { return nil }
    var first: [Double] = [], total: [Double] = []
    for group in design.groups.indices {
      var (alone, all) = (0.0, 0.0)
      for pair in pairs {
        let change = value(pair, 2 + group) - value(pair, 0)
        // Centred, or the mean of the function would be multiplied into the error.
        alone += (value(pair, 1) - mean) * change
        all += change * change / 2
      }
      first.append(alone / count / variance)
      total.append(all / count / variance)
    }
    let variation = mean == 0 ? Double.nan : variance.squareRoot() / mean
    return [mean, variance.squareRoot(), 1 - first.reduce(0, +), variation] + first + total
  }
}
