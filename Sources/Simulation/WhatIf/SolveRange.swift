import Input
import Population
import Rules

/// Where a value is looked for: `PATH=LOW..HIGH`.
public struct SolveRange: Sendable {
  /// The rule.
  public let rule: VariedRule
  /// The lowest value, in hundredths of its unit.
  public let low: Int64
  /// The highest value.
  public let high: Int64
  private let written: [Int64: String]

  /// So many values tell whether a figure rises or falls throughout.
  private static let scanned: Int64 = 17

  /// - Throws: `Refusal` that names the path or what is no range.
  public init(_ text: String, _ scenario: Scenario, _ library: RuleLibrary) throws(Refusal) {
    let (name, range) = try VariedValues.halves(text)
    rule = try VariedRule(name, scenario, library)
    let ends = try VariedValues.ends(range, name)
    (low, high) = (ends.low.value, ends.high.value)
    written = [low: ends.low.text, high: ends.high.text]
  }

  /// The patch that gives the rule a value.
  public func patch(_ value: Int64) -> Patch { written[value].map(rule.patch) ?? rule.patch(value) }

  /// Values from end to end, evenly, each one that the rule can take.
  public var scan: [Int64] {
    let steps = (high - low) / rule.step
    guard steps >= Self.scanned else { return (0...steps).map { low + $0 * rule.step } }
    return (0..<Self.scanned).map { index in
      index == Self.scanned - 1 ? high : low + steps * index / (Self.scanned - 1) * rule.step
    }
  }
}
