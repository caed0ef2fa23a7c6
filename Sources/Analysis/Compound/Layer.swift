// One rate above one deductible up to one cap: Y = min(r max(X - d, 0), c) = r (min(X, u) - min(X, d)), u = d + c / r.
// E Y = r (E min(X, u) - E min(X, d)),
// E Y^2 = r^2 (E min(X, u)^2 - E min(X, d)^2 - 2 d (E min(X, u) - E min(X, d)))
// (Klugman, Panjer, Willmot: Loss Models, theorems 8.7 and 8.8).

/// What a benefit pays of one amount: a rate of what passes a deductible, up to a cap of the payment. Yuan.
public struct Layer: Hashable, Sendable {
  /// The share that is paid, above 0.
  public var rate: Double
  /// What is left to the person first.
  public var deductible: Double
  /// The most that is paid; infinite for no cap.
  public var cap: Double

  /// Creates a layer.
  ///
  /// - Precondition: the rate is positive, deductible and cap are not negative.
  public init(rate: Double, deductible: Double, cap: Double) {
    precondition(rate > 0 && deductible >= 0 && cap >= 0)
    (self.rate, self.deductible, self.cap) = (rate, deductible, cap)
  }

  /// What is paid of an amount.
  public func payment(of amount: Double) -> Double { min(rate * max(amount - deductible, 0), cap) }

  /// The amount of which `payment` is paid.
  func amount(paying payment: Double) -> Double { deductible + payment / rate }
}

/// The law of what a layer pays of an amount; often it pays nothing.
public struct LayerPayment<Cost: Severity>: Severity {
  /// The law of the amount.
  public var cost: Cost
  /// The layer.
  public var layer: Layer

  /// Creates the law.
  public init(_ cost: Cost, _ layer: Layer) { (self.cost, self.layer) = (cost, layer) }

  /// P(Y ≤ y); 1 from the cap on.
  public func cumulative(_ y: Double) -> Double {
    y < 0 ? 0 : y >= layer.cap ? 1 : cost.cumulative(layer.amount(paying: y))
  }

  /// E min(Y, y).
  public func limitedMean(_ limit: Double) -> Double {
    let top = layer.amount(paying: min(limit, layer.cap))
    return layer.rate * (cost.limitedMean(top) - cost.limitedMean(layer.deductible))
  }

  /// E min(Y, y)².
  public func limitedSquare(_ limit: Double) -> Double {
    let (bottom, top) = (layer.deductible, layer.amount(paying: min(limit, layer.cap)))
    let squares = cost.limitedSquare(top) - cost.limitedSquare(bottom)
    guard bottom > 0 else { return layer.rate * layer.rate * squares }
    return layer.rate * layer.rate * (squares - 2 * bottom * (cost.limitedMean(top) - cost.limitedMean(bottom)))
  }
}
