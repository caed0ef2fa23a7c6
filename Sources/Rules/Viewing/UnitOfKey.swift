/// What the numbers under a key of a rule file count.
enum UnitOfKey {
  /// The unit that begins to hold below `key`, or nil where the key says nothing of units.
  static func begins(at key: String) -> Quantity.Unit? {
    switch key {
    case "deductible", "cap", "threshold", "over", "upTo", "outpatientCap", "standard", "due": .money
    case "rate", "outpatientRate", "share", "shares", "minusPoints", "times", "deductibleShare", "ratePoints",
      "localBudgetFloor", "surplusLimit", "heavyShare":
      .rate
    case "multiple": .factor
    case "months": .count
    default: nil
    }
  }

  /// Keys whose values are words, also below a key with a unit.
  static func ends(at key: String) -> Bool { ["bands", "anomaly", "when", "text", "name"].contains(key) }

  /// The unit of a parameter's declared type; nil for dates.
  static func ofType(_ type: String?) -> Quantity.Unit? {
    switch type {
    case "money": .money
    case "rate": .rate
    case "factor": .factor
    default: nil
    }
  }

  /// How a table names the unit.
  static func name(_ unit: Quantity.Unit, key: String) -> String {
    switch unit {
    case .money: "yuan"
    case .rate: ["minusPoints", "ratePoints"].contains(key) ? "points" : "%"
    case .factor: "times"
    case .count: "months"
    }
  }
}
