import Input
import Rules

/// The points at which one or two values of a place's rules are looked at.
public struct SweepGrid: Sendable {
  /// One or two.
  public let axes: [VariedValues]
  /// The values of each point, in hundredths, in the order of the axes; the last axis runs fastest.
  public let points: [[Int64]]

  /// - Parameter texts: as the command line has them.
  /// - Throws: `Refusal` where they are none or more than two, of two places, one twice, or make too many points.
  public init(_ texts: [String], _ scenario: Scenario, _ library: RuleLibrary) throws(Refusal) {
    func refusal(_ reason: String, _ hint: String?) -> Refusal {
      Refusal(Diagnostic(at: VariedRule.place, key: "--vary", reason, hint: hint))
    }
    guard (1...2).contains(texts.count) else {
      throw refusal(
        texts.isEmpty ? "no value is varied" : "\(texts.count) values are varied, and at most 2 can be",
        texts.isEmpty ? "write --vary guizhou.benefits.pool.rate.III=50..90/5" : "leave some out")
    }
    var axes: [VariedValues] = []
    for text in texts { axes.append(try VariedValues(text, scenario, library)) }
    self.axes = axes
    if axes.count == 2 {
      let (one, other) = (axes[0].rule, axes[1].rule)
      if one.name == other.name { throw refusal("\(one.name) is varied twice", "write all its values in one --vary") }
      if one.jurisdiction != other.jurisdiction {
        throw refusal("\(one.name) and \(other.name) are of two places", "vary rules of one of them at a time")
      }
    }
    points = axes.reduce([[]]) { points, axis in points.flatMap { point in axis.values.map { point + [$0] } } }
    guard points.count <= VariedValues.most else {
      let product = axes.map { "\($0.values.count)" }.joined(separator: " × ")
      throw refusal("\(product) = \(points.count) points are more than \(VariedValues.most)", "ask for fewer values")
    }
  }

  /// The patches of each point.
  public var patches: [[Patch]] {
    points.map { point in zip(axes, point).map { $0.patch($1) } }
  }
}
