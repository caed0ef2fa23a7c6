/// A part of what the fund pays in a year.
public enum FundShare: String, CaseIterable, Sendable {
  /// Everything.
  case total
  /// Assistance of all benefits with tilted assistance; that alone; the premium subsidy.
  case assistance, tilted, premiumSubsidy

  /// The cell that holds it for all classes.
  func cell(of cells: FundCells) -> Int {
    let component =
      switch self {
      case .total: cells.total
      case .assistance: cells.assistance
      case .tilted: cells.tilted
      case .premiumSubsidy: cells.premium
      }
    return cells.index(component, cells.allClasses, .amount)
  }
}
