import Input
import Money
import Rules

/// The values that a varied rule takes in turn, as the command line has them: `PATH=50..90/5` for five values from 50 to 90,
/// or `PATH=50,60,75`.
public struct VariedValues: Sendable {
  /// The rule.
  public let rule: VariedRule
  /// In hundredths of its unit, rising, each once.
  public let values: [Int64]
  /// The value as it was written, where it was: `0.6` for a rate is then as doubtful as in a file.
  private let written: [Int64: String]

  /// More points than this are more than a table can show.
  public static let most = 121

  /// - Throws: `Refusal` that names the path or what is no list of values.
  public init(_ text: String, _ scenario: Scenario, _ library: RuleLibrary) throws(Refusal) {
    let (name, range) = try Self.halves(text)
    rule = try VariedRule(name, scenario, library)
    var written: [Int64: String] = [:]
    func number(_ text: Substring) throws(Refusal) -> Int64 {
      let value = try VariedValues.number(text, name)
      written[value] = String(text)
      return value
    }
    guard range.contains("..") else {
      var values: [Int64] = []
      for part in range.split(separator: ",", omittingEmptySubsequences: false) { values.append(try number(part)) }
      guard Set(values).count == values.count else { throw Self.refusal(name, "a value stands there twice", nil) }
      (self.values, self.written) = (values.sorted(), written)
      return
    }
    guard let slash = range.lastIndex(of: "/") else {
      throw Self.refusal(name, "nothing says how many values lie in \(range)", "write \(range)/5 for five of them")
    }
    let (low, high) = try Self.ends(range[..<slash], name)
    let steps = range[range.index(after: slash)...]
    guard let count = Int(steps), (2...Self.most).contains(count) else {
      throw Self.refusal(name, "\"\(steps)\" is no number of values from 2 to \(Self.most)", nil)
    }
    for end in [low, high] { written[end.value] = end.text }
    let span = high.value - low.value
    let values = (0..<Int64(count)).map { low.value + (span * $0 * 2 + Int64(count) - 1) / (2 * (Int64(count) - 1)) }
    guard Set(values).count == count else {
      throw Self.refusal(name, "\(range[..<slash]) does not hold \(count) different values", "ask for fewer")
    }
    (self.values, self.written) = (values, written)
  }

  /// The patch that gives the rule one of the values.
  func patch(_ value: Int64) -> Patch { written[value].map(rule.patch) ?? rule.patch(value) }

  /// Path and values of `PATH=VALUES`.
  static func halves(_ text: String) throws(Refusal) -> (name: String, values: Substring) {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex, text.index(after: equals) < text.endIndex
    else {
      throw Refusal(
        Diagnostic(
          at: VariedRule.place, key: "--vary", "\"\(text)\" names no path and values",
          hint: "write --vary guizhou.benefits.pool.rate.III=50..90/5, or =50,60,70"))
    }
    return (String(text[..<equals]), text[text.index(after: equals)...])
  }

  /// Lower and upper end of `LOW..HIGH`.
  static func ends(
    _ text: Substring, _ name: String
  ) throws(Refusal) -> (low: (value: Int64, text: String), high: (value: Int64, text: String)) {
    guard let dots = text.range(of: "..") else {
      throw refusal(name, "\"\(text)\" is no range", "write its ends with two points between them: 50..90")
    }
    let (low, high) = (text[..<dots.lowerBound], text[dots.upperBound...])
    let ends = (low: try number(low, name), high: try number(high, name))
    guard ends.low < ends.high else {
      throw refusal(name, "the range \(text) does not rise", "write the lower end first")
    }
    return ((ends.low, String(low)), (ends.high, String(high)))
  }

  /// A number in hundredths; a percent sign may stand behind it.
  private static func number(_ text: Substring, _ name: String) throws(Refusal) -> Int64 {
    let digits = text.hasSuffix("%") ? text.dropLast() : text
    do { return try DecimalText.hundredths(digits, limit: Yuan.largestInput.fen) } catch {
      let named = "\"\(text)\""
      throw refusal(
        name, error.reason(named, what: "a number", largest: "\(Yuan.largestInput)"), error.hint)
    }
  }

  private static func refusal(_ name: String, _ reason: String, _ hint: String?) -> Refusal {
    Refusal(Diagnostic(at: VariedRule.place, key: name, reason, hint: hint))
  }
}
