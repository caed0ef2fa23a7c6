import Input
import Money

/// Writes quantities for people, resolved for a year where one is given.
struct QuantityText {
  let book: RuleBook
  let year: Int?
  var language = Language.english

  /// The value, in English without its unit.
  func text(_ quantity: Quantity) -> String {
    if let year {
      let text = text(quantity.amount(in: year).amount, quantity.unit)
      guard let other = quantity.carried(to: year) else { return text }
      return language.say(
        en: "\(text) (of \(other): no \(other > year ? "earlier" : "later") value)", zh: "\(text)（\(other)年数值）"
      ).text
    }
    guard quantity.byYear.count > 1 || (quantity.byYear.first?.from ?? .min) > .min else {
      return quantity.byYear.first.map { text($0.amount, quantity.unit) } ?? ""
    }
    return quantity.byYear.map { entry in
      let text = text(entry.amount, quantity.unit)
      return language.say(en: "from \(entry.from): \(text)", zh: "\(entry.from)年起\(text)").text
    }.joined(separator: language.say(en: "; ", zh: "；").text)
  }

  private func text(_ amount: Quantity.Amount, _ unit: Quantity.Unit) -> String {
    switch amount {
    case .number(let value): number(value, unit)
    case .unlimited: language.say(en: "no limit", zh: "不设限额").text
    case .unquantified: language.say(en: "unquantified", zh: "标准未定").text
    case .parameter(let name):
      resolved(name).map { language.say(en: "\($0) (\(name))", zh: "\($0)（\(chinese(name))）").text }
        ?? language.say(en: "as \(name)", zh: "同\(chinese(name))").text
    case .share(let points, let name): share(points, of: name)
    }
  }

  private func share(_ share: Int64, of name: String) -> String {
    let rate = "\(Rate(basisPoints: share))"
    let rule = language.say(en: "\(rate) of \(name)", zh: "\(chinese(name))的\(rate.replacing(" ", with: ""))").text
    guard let amount = inForce(name), case .number(let whole) = amount else { return rule }
    let yuan = Rate(basisPoints: share).of(Yuan(fen: whole)).grouped
    return language.say(en: "\(yuan) (\(rule))", zh: "\(yuan)元（\(rule)）").text
  }

  /// A parameter by its name in the document.
  private func chinese(_ parameter: String) -> String { book.parameter(parameter)?.name.chinese ?? "`\(parameter)`" }

  /// The number of a parameter, where it is one number in the year or in every year.
  private func inForce(_ name: String) -> Quantity.Amount? {
    guard case .quantity(let quantity) = book.parameter(name)?.value else { return nil }
    if let year { return quantity.amount(in: year).amount }
    return quantity.byYear.count == 1 && quantity.byYear[0].from == .min ? quantity.byYear[0].amount : nil
  }

  private func resolved(_ name: String) -> String? {
    guard case .quantity(let quantity) = book.parameter(name)?.value, let amount = inForce(name) else { return nil }
    return text(amount, quantity.unit)
  }

  private func number(_ value: Int64, _ unit: Quantity.Unit) -> String {
    let points = Rate(basisPoints: value).description.dropLast(2)
    return switch unit {
    case .money: language.say(en: Yuan(fen: value).grouped, zh: "\(Yuan(fen: value).grouped)元").text
    case .rate: language.say(en: "\(points)", zh: "\(points)%").text
    case .factor: language.say(en: "\(points)", zh: "\(points)倍").text
    case .count: language.say(en: "\(value)", zh: "\(value)个月").text
    }
  }
}
