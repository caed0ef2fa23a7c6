/// One thing that a rule file says, ready to be printed: where, what, how much, and on what ground.
public struct RuleRow: Hashable, Sendable {
  /// The path of keys, as a patch would write it without the jurisdiction.
  public var path: String
  /// What it concerns, in the words of the document: names in English and Chinese.
  public var what: String
  /// The value in words or digits; dated values and shares are resolved where a year was asked for.
  public var value: String
  /// `yuan`, `%`, `months` or `times`; empty for words.
  public var unit: String
  /// The article, or the status with its source.
  public var ground: String
  /// The year whose value is shown because there is none of the year that was asked for; nil where there is one.
  public var carriedFrom: Int?

  /// The first key of the path, under which rows are printed together.
  public var section: String { String(path.prefix { $0 != "." }) }

  /// Value and unit as one text.
  public var valueWithUnit: String {
    guard !unit.isEmpty, value != "no limit", value != "unquantified" else { return value }
    guard let bracket = value.range(of: " (") else { return "\(value) \(unit)" }
    return "\(value[..<bracket.lowerBound]) \(unit)\(value[bracket.lowerBound...])"
  }
}
