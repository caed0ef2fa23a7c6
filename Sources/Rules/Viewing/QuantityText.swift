import Money

/// Writes quantities for people, resolved for a year where one is given.
struct QuantityText {
  let book: RuleBook
  let year: Int?

  /// The value without its unit.
  func text(_ quantity: Quantity) -> String {
    if let year {
      let text = text(quantity.amount(in: year).amount, quantity.unit)
      guard let other = quantity.carried(to: year) else { return text }
      return "\(text) (of \(other): no \(other > year ? "earlier" : "later") value)"
    }
    guard quantity.byYear.count > 1 || (quantity.byYear.first?.from ?? .min) > .min else {
      return quantity.byYear.first.map { text($0.amount, quantity.unit) } ?? ""
    }
    return quantity.byYear.map { "from \($0.from): \(text($0.amount, quantity.unit))" }.joined(separator: "; ")
  }

  private func text(_ amount: Quantity.Amount, _ unit: Quantity.Unit) -> String {
    switch amount {
    case .number(let value): number(value, unit)
    case .unlimited: "no limit"
    case .unquantified: "unquantified"
    case .parameter(let name): resolved(name).map { "\($0) (\(name))" } ?? "as \(name)"
    case .share(let points, let name): share(points, of: name)
    }
  }

  private func share(_ share: Int64, of name: String) -> String {
    let rule = "\(Rate(basisPoints: share)) of \(name)"
    guard let amount = inForce(name), case .number(let whole) = amount else { return rule }
    return "\(Rate(basisPoints: share).of(Yuan(fen: whole)).grouped) (\(rule))"
  }

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
    switch unit {
    case .money: return Yuan(fen: value).grouped
    case .rate: return String(Rate(basisPoints: value).description.dropLast(2))
    case .factor: return String(Rate(basisPoints: value).description.dropLast(2))
    case .count: return String(value)
    }
  }
}
