import Analysis
import Foundation
import Input
import Money

/// How numbers are written in reports: grouped, with as many digits as their error allows a reader to use.
///
/// Sums of the fund are millions of yuan in English and 万元 in Chinese, which is the same with two digits less behind
/// the point. Columns keep to that unit; Chinese sentences go over to 亿元 where five digits of 万元 are passed.
struct Wording {
  let language: Language

  init(_ language: Language) { self.language = language }

  /// A number with grouped thousands.
  static func number(_ value: Double, decimals: Int = 0) -> String {
    let fen = (value * 100).rounded()
    guard decimals < 2, fen.isFinite, abs(fen) < 9e17 else { return Yuan(fen: Int64(fen)).grouped }
    let whole = Yuan(fen: Int64((value * (decimals == 1 ? 10 : 1)).rounded()) * (decimals == 1 ? 10 : 100)).grouped
    return String(whole.dropLast(decimals == 1 ? 1 : 3))
  }

  /// A small number with so many digits behind the point.
  static func fraction(_ value: Double, _ decimals: Int) -> String { String(format: "%.*f", decimals, value) }

  /// `1,234.5 ± 12.3`; where too few people were drawn to know an error, the figure says so.
  ///
  /// - Parameter unit: stands behind the number, as `亿元` does.
  func estimate(_ estimate: Estimate, decimals: Int = 0, unit: String = "") -> String {
    let value = Self.number(estimate.value, decimals: decimals)
    guard let error = estimate.standardError else {
      return language.say(en: "\(value) (few drawn)\(unit)", zh: "\(value)\(unit)（样本过少）").text
    }
    return "\(value) ± \(Self.number(error, decimals: decimals))\(unit)"
  }

  /// A figure of a group: one that should contain a payment without a number is a lower bound (†), and not quantified
  /// where nothing that it should contain has a number. A zero that was drawn stays a zero.
  func marked(_ text: String, _ value: Double, _ status: FigureStatus) -> String {
    switch status {
    case .unquantified: value == 0 ? language.say(en: "not quantified", zh: "标准未定").text : text + " †"
    case .partial: text + " †"
    case .proxy: text + " *"
    default: text
    }
  }

  /// `1 replicate`, `2 replicates`, which Chinese does not need.
  static func counted(_ number: Int, _ noun: String) -> String {
    "\(self.number(Double(number))) \(noun)\(number == 1 ? "" : "s")"
  }

  /// The households that are one observation where errors are worked out.
  func cluster(_ households: UInt64) -> Phrase {
    let number = Self.number(Double(households))
    return households == 1
      ? language.say(en: "single households", zh: "单户")
      : language.say(en: "clusters of \(number) neighbouring households", zh: "每\(number)户相邻家庭为一组的各组")
  }

  /// A sum of the fund as a column has it, without its unit: millions of yuan, or whole 万元.
  func sum(_ estimate: Estimate) -> String {
    switch language {
    case .english:
      let millions = estimate.times(1e-6)
      return self.estimate(millions, decimals: abs(millions.value) < 1000 ? 2 : 1)
    case .chinese: return self.estimate(estimate.times(1e-4))
    }
  }

  /// The unit of `sum`.
  var sumUnit: Phrase { language.say(en: "million yuan", zh: "万元") }

  /// The head of a column of `sum`.
  var sumColumn: Phrase { language.say(en: "million yuan", zh: "金额（万元）") }

  /// How many yuan are one in `sum`.
  var yuan: Double { language == .english ? 1e6 : 1e4 }

  /// A sum of the fund with its unit, for sentences.
  func amount(_ estimate: Estimate) -> String {
    guard language == .chinese else { return "\(sum(estimate)) \(sumUnit)" }
    guard Self.isLong(estimate.value) else { return self.estimate(estimate.times(1e-4), unit: "万元") }
    return self.estimate(estimate.times(1e-8), decimals: 2, unit: "亿元")
  }

  /// A sum of yuan without an error, with its unit, for sentences.
  func amount(_ yuan: Double) -> String {
    guard language == .chinese else { return "\(Self.number(yuan / 1e6, decimals: 1)) \(sumUnit)" }
    guard Self.isLong(yuan) else { return Self.number(yuan * 1e-4) + "万元" }
    return Self.number(yuan * 1e-8, decimals: 2) + "亿元"
  }

  /// Whether a sum has more than five digits of 万元, which nobody reads aloud: 10 亿元 and more.
  private static func isLong(_ yuan: Double) -> Bool { (abs(yuan) * 1e-4).rounded() >= 100_000 }

  /// A share as percent.
  func percent(_ estimate: Estimate) -> String { self.estimate(estimate.times(100), decimals: 2, unit: percentSign) }

  /// A share as percent, without its error.
  func percent(_ value: Double) -> String { "\(Self.number(value * 100, decimals: 1))\(percentSign)" }

  private var percentSign: String { language.say(en: " %", zh: "%").text }

  /// A number for a CSV cell: plain, with a point, never with an exponent; yuan to the fen, shares to a millionth.
  static func cell(_ value: Double?, _ unit: String) -> String {
    guard let value, value.isFinite else { return "" }
    // Differences of indices and of points are small, and an error must not be cut off to none.
    let decimals =
      switch unit {
      case "yuan": 2
      case "persons", "personTimes", "stays": 1
      case "index", "points": 9
      default: 6
      }
    let text = String(format: "%.*f", decimals, value)
    return text.allSatisfy { "-0.".contains($0) } ? String(text.drop { $0 == "-" }) : text
  }
}
