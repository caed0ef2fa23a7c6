/// The rate of a class in a benefit: one number, a number for each hospital level, or bands of the counted cost.
public enum RateEntry: Hashable, Sendable {
  /// The same for every level.
  case flat(Quantity)
  /// For levels 0 (unrated) to 3.
  case byLevel([Quantity])
  /// By position of the counted cost above the deductible, in rising order; the last band has no upper end.
  case bands([Band])

  /// A slice of the counted cost and its rate.
  public struct Band: Hashable, Sendable {
    /// Upper end; nil for the last band.
    public var upTo: Quantity?
    /// The rate within.
    public var rate: Quantity
  }

  /// Every number in it.
  public var quantities: [Quantity] {
    switch self {
    case .flat(let quantity): [quantity]
    case .byLevel(let levels): levels
    case .bands(let bands): bands.map(\.rate)
    }
  }
}

/// Numbers for all alike, or one for each class (or group of a class).
public enum Table<Value: Hashable & Sendable>: Hashable, Sendable {
  case same(Value)
  case each([String: Value])

  /// The value for a class or group; nil where the table names others only.
  public subscript(key: String) -> Value? {
    switch self {
    case .same(let value): value
    case .each(let values): values[key]
    }
  }
}
