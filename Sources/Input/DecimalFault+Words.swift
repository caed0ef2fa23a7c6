import Money

extension DecimalFault {
  /// What is wrong with a number, in words.
  ///
  /// - Parameters:
  ///   - found: the text as a message names it, with its quotes.
  ///   - what: what was expected, such as "an amount of yuan".
  ///   - largest: the largest accepted number, with its unit.
  public func reason(_ found: String, what: String, largest: String) -> String {
    switch self {
    case .notANumber: "\(found) is not \(what)"
    case .negative: "\(found) is negative"
    case .tooManyDecimals: "\(found) has more than two decimals"
    case .tooLarge: "\(found) is more than \(largest)"
    }
  }

  /// How to write a number; nil where the reason says it all.
  public var hint: String? {
    self == .notANumber ? "write digits with at most one point and two decimals, such as 1438.25" : nil
  }
}
