import Input
import Population

/// What a figure is to be: yuan, or for shares persons or percent.
public struct SolveTarget: Sendable {
  /// The figure.
  public let figure: PolicyFigure
  /// As it was written.
  public let text: String
  /// Whether the figure is to differ so much from that of the rules as they are, which the same people tell far better than
  /// its level: with a sign, `+20000000` or `-5000`.
  public let isChange: Bool
  private let number: Double
  private let isPercent: Bool

  /// - Parameter text: `2200000000` yuan, `800000` persons, `2.5%` of the residents or of the years.
  /// - Throws: `Refusal` where it is no such number.
  public init(_ text: String, _ figure: PolicyFigure) throws(Refusal) {
    func refusal(_ reason: String, _ hint: String) -> Refusal {
      Refusal(Diagnostic(at: VariedRule.place, key: "--target", reason, hint: hint))
    }
    isPercent = text.hasSuffix("%")
    isChange = text.hasPrefix("+") || text.hasPrefix("-")
    let digits = String((isChange ? text.dropFirst() : text[...]).dropLast(isPercent ? 1 : 0))
    let isPlain = digits.utf8.allSatisfy { 48...57 ~= $0 || $0 == UInt8(ascii: ".") } && digits.first != "."
    let isShare = figure == .probabilityOverBudget || figure.burden != nil && figure != .outOfPocket
    let example = figure == .probabilityOverBudget ? "5%" : isShare ? "800000 persons as 800000, or 2.5%" : "2200000000"
    guard isPlain, let number = Double(digits), number < 1e15 else {
      throw refusal("\"\(text)\" is no target for \(figure.rawValue)", "write digits, such as \(example)")
    }
    if isPercent, !isShare {
      throw refusal("\(figure.rawValue) is in yuan, and \(text) is a percentage", "write digits, such as \(example)")
    }
    if figure == .probabilityOverBudget, !isPercent {
      throw refusal("\(text) could be a share or a percentage", "write percent, such as 5%")
    }
    if isPercent, number > 100 { throw refusal("\(text) is more than 100 %", "write at most 100%") }
    (self.figure, self.text, self.number) = (figure, text, text.hasPrefix("-") ? -number : number)
  }

  /// The target, or the change, in the figure's own unit: yuan, or a share.
  public func value(_ place: PlaceModel) -> Double {
    if isPercent { return number / 100 }
    return figure.burden != nil && figure != .outOfPocket ? number / Double(max(1, place.population)) : number
  }
}
