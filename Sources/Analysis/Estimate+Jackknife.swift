extension Estimate {
  /// A figure with the error that leaving out groups of households in turn tells (a jackknife).
  ///
  /// - Parameters:
  ///   - groups: how many there are.
  ///   - value: the figure without a group, or whole; not a number where there is none.
  static func leavingOut(_ groups: Int, _ value: (Int?) -> Double) -> Estimate {
    let left = (0..<groups).map { value($0) }
    let whole = value(nil)
    guard whole.isFinite else { return .tooFew }
    guard left.allSatisfy(\.isFinite) else { return Estimate(whole, standardError: nil) }
    let count = Double(left.count), mean = left.reduce(0, +) / count
    let variance = (count - 1) / count * left.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return Estimate(whole, standardError: variance.squareRoot())
  }
}
