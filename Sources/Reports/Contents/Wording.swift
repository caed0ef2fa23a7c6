import Analysis
import Foundation
import Money

/// How numbers are written in reports: grouped, with as many digits as their error allows a reader to use.
enum Wording {
  /// A number with grouped thousands.
  static func number(_ value: Double, decimals: Int = 0) -> String {
    let fen = (value * 100).rounded()
    guard decimals < 2, fen.isFinite, abs(fen) < 9e17 else { return Yuan(fen: Int64(fen)).grouped }
    let whole = Yuan(fen: Int64((value * (decimals == 1 ? 10 : 1)).rounded()) * (decimals == 1 ? 10 : 100)).grouped
    return String(whole.dropLast(decimals == 1 ? 1 : 3))
  }

  /// `1,234.5 ± 12.3`; where too few people were drawn to know an error, the figure says so.
  static func estimate(_ estimate: Estimate, decimals: Int = 0) -> String {
    guard let error = estimate.standardError else { return "\(number(estimate.value, decimals: decimals)) (few drawn)" }
    return "\(number(estimate.value, decimals: decimals)) ± \(number(error, decimals: decimals))"
  }

  /// A figure of a group: one that should contain a payment without a number is a lower bound (†), and not quantified
  /// where nothing that it should contain has a number. A zero that was drawn stays a zero.
  static func marked(_ text: String, _ value: Double, _ status: FigureStatus) -> String {
    switch status {
    case .unquantified: value == 0 ? "not quantified" : text + " †"
    case .partial: text + " †"
    case .proxy: text + " *"
    default: text
    }
  }

  /// `1 replicate`, `2 replicates`.
  static func counted(_ number: Int, _ noun: String) -> String {
    "\(self.number(Double(number))) \(noun)\(number == 1 ? "" : "s")"
  }

  /// The households that are one observation where errors are worked out.
  static func cluster(_ households: UInt64) -> String {
    households == 1 ? "single households" : "clusters of \(number(Double(households))) neighbouring households"
  }

  /// Millions of yuan.
  static func millions(_ estimate: Estimate) -> String {
    let scaled = estimate.times(1e-6)
    return self.estimate(scaled, decimals: abs(scaled.value) < 1000 ? 2 : 1)
  }

  /// A share as percent.
  static func percent(_ estimate: Estimate) -> String { "\(self.estimate(estimate.times(100), decimals: 2)) %" }

  /// A share as percent, without its error.
  static func percent(_ value: Double) -> String { "\(number(value * 100, decimals: 1)) %" }

  /// A number for a CSV cell: plain, with a point, never with an exponent; yuan to the fen, shares to a millionth.
  static func cell(_ value: Double?, _ unit: String) -> String {
    guard let value, value.isFinite else { return "" }
    let decimals = unit == "yuan" ? 2 : unit == "persons" || unit == "personTimes" ? 1 : 6
    let text = String(format: "%.*f", decimals, value)
    return text.allSatisfy { "-0.".contains($0) } ? String(text.drop { $0 == "-" }) : text
  }
}
