import Simulation

/// Every row of the fund-exposure report.
public struct FundExposure: Sendable {
  /// The rows in the order of the file.
  public let rows: [FundRow]

  /// Each jurisdiction on its own place, under the rules as they are and under each reform.
  public init(_ result: RunResult) {
    rows = result.places.flatMap { place in
      place.ownVariants.indices.flatMap { rules -> [FundRow] in
        guard let own = FundRows(result.scenario, place, rules: rules) else { return [] }
        return own.rows + own.areas
          + place.outlook.flatMap { FundRows(result.scenario, place, rules: rules, ahead: $0)?.rows ?? [] }
      }
    }
  }
}

extension Variant {
  /// `baseline` or a reform's name; nil for variants that only compare.
  public var scenarioName: String? {
    switch role {
    case .baseline: "baseline"
    case .reform(let name): name
    default: nil
    }
  }
}
