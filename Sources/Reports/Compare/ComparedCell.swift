import Foundation

/// One cell of two runs, side by side.
public struct ComparedCell: Sendable {
  /// What was found of it.
  public enum Verdict: String, CaseIterable, Sendable {
    /// The same figure.
    case equal
    /// Another figure, by no more than the errors of both allow.
    case within
    /// Another figure, by more than they allow; or exact figures that differ.
    case beyond
    /// Too few were drawn in one of the runs to tell an error, so nothing can be said.
    case noError
    /// Only the first run has the row.
    case onlyFirst
    /// Only the second run has the row.
    case onlySecond
    /// Only one run has the row because nobody of the group was drawn in the other.
    case notDrawn
  }

  /// The table's file.
  public var table: String
  /// Column and value of what tells the row apart.
  public var key: [(column: String, value: String)]
  /// Which column is compared.
  public var measure: String
  /// The figure of the first run as it stands there; nil without the row.
  public var first: (value: String, error: String?)?
  /// That of the second run.
  public var second: (value: String, error: String?)?
  /// The difference in joint standard errors; nil where there is no error to count in.
  public var z: Double?
  /// The two-sided p-value of `z`, corrected for the number of cells.
  public var corrected: Double?
  /// What was found.
  public var verdict: Verdict

  /// The second figure less the first; nil where one of them is no number.
  public var difference: Double? {
    guard let a = first.flatMap({ Double($0.value) }), let b = second.flatMap({ Double($0.value) }) else { return nil }
    return b - a
  }

  /// The two-sided chance of so large a `z`, before any correction.
  var p: Double? { z.map { erfc(abs($0) / 2.0.squareRoot()) } }
}

/// The correction of Holm (1979): the chance that any of the cells is called different although none is stays at the
/// level, however the cells depend on each other.
enum Holm {
  /// The chance of a false alarm that is allowed for all cells together.
  static let level = 0.05

  /// The corrected p-values, in the order of `values`.
  static func corrected(_ values: [Double]) -> [Double] {
    var (found, highest) = (values, 0.0)
    for (rank, index) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
      highest = max(highest, min(1, values[index] * Double(values.count - rank)))
      found[index] = highest
    }
    return found
  }
}
