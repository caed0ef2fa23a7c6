import Rules

extension RuleBook {
  /// Multiplies a figure from outside the document; nothing happens where the document has none of the name.
  mutating func scale(parameter name: String, by factor: Double) {
    guard let index = parameters.firstIndex(where: { $0.id == name }),
      case .quantity(let quantity) = parameters[index].value
    else { return }
    parameters[index].value = .quantity(quantity.scaled(by: factor))
  }

  /// Whether any number of a payment was borrowed from another document.
  var hasProxies: Bool {
    var book = self
    return book.scaleProxies(by: 1) > 0
  }

  /// Multiplies the rates, deductibles, caps and shares that were borrowed from another document; rates stay at 100 %
  /// at most.
  ///
  /// - Returns: how many there are.
  @discardableResult mutating func scaleProxies(by factor: Double) -> Int {
    var count = 0
    func scaled(_ quantity: Quantity) -> Quantity {
      guard quantity.source.status == .proxy else { return quantity }
      count += 1
      return quantity.scaled(by: factor)
    }
    func scaled(_ table: Table<Quantity>) -> Table<Quantity> {
      switch table {
      case .same(let value): .same(scaled(value))
      case .each(let values): .each(values.mapValues(scaled))
      }
    }
    func scaled(_ limits: inout Limits) {
      limits.deductible = scaled(limits.deductible)
      limits.cap = scaled(limits.cap)
    }
    for index in benefits.indices {
      benefits[index].rate = benefits[index].rate.mapValues { $0.mapped(scaled) }
      benefits[index].sameRate = benefits[index].sameRate?.mapped(scaled)
      scaled(&benefits[index].limits)
    }
    for index in pools.indices { scaled(&pools[index].limits) }
    if let old = tilt {
      tilt?.threshold = scaled(old.threshold)
      tilt?.rate = scaled(old.rate)
      tilt?.cap = scaled(old.cap)
    }
    for index in premium.shares.indices { premium.shares[index].share = scaled(premium.shares[index].share) }
    for index in premium.others.indices { premium.others[index].share = scaled(premium.others[index].share) }
    return count
  }
}

extension RateEntry {
  /// The entry with every rate changed.
  fileprivate func mapped(_ change: (Quantity) -> Quantity) -> RateEntry {
    switch self {
    case .flat(let rate): .flat(change(rate))
    case .byLevel(let rates): .byLevel(rates.map(change))
    case .bands(let bands):
      .bands(
        bands.map { band in
          var band = band
          band.rate = change(band.rate)
          return band
        })
    }
  }
}

extension InsuranceSchedule {
  /// Adds basis points to every inpatient and chronic rate of basic insurance, within 0 and 100 %.
  mutating func changeRates(by points: Int64) {
    basic = basic.mapValues { schedule in
      var schedule = schedule
      schedule.rate = schedule.rate.map { $0.mapped { min(10_000, max(0, $0 + points)) } }
      return schedule
    }
  }
}

extension Quantity {
  /// Every number times a factor, to its smallest part; rates stay at 100 % at most.
  func scaled(by factor: Double) -> Quantity {
    mapped {
      let value = Int64((Double($0) * factor).rounded())
      return unit == .rate ? min(max(10_000, $0), value) : value
    }
  }

  fileprivate func mapped(_ change: (Int64) -> Int64) -> Quantity {
    var result = self
    result.byYear = byYear.map { entry in
      guard case .number(let value) = entry.amount else { return entry }
      return .init(from: entry.from, amount: .number(change(value)))
    }
    return result
  }
}
