import Money
import Rules

extension Quantity {
  /// The share in force in a year; nil where it is lifted or has no number.
  public func rate(in year: Int) -> Rate? {
    guard unit == .rate, case .number(let basisPoints) = amount(in: year).amount else { return nil }
    return Rate(basisPoints: basisPoints)
  }
}
