import Input

/// A part of an account of assistance: what a budget is told apart by.
public enum BudgetPart: String, CaseIterable, Sendable, NamedTwice {
  case inpatient, outpatient, tilted, premiumSubsidy
  /// What the account's total holds beyond the four: carried on and not simulated.
  case other

  /// What is simulated.
  public static let simulated: [BudgetPart] = [.inpatient, .outpatient, .tilted, .premiumSubsidy]

  /// English name.
  public var english: String {
    switch self {
    case .inpatient: "inpatient assistance"
    case .outpatient: "outpatient assistance"
    case .tilted: "tilted assistance"
    case .premiumSubsidy: "premium subsidy"
    case .other: "other spending"
    }
  }

  /// Chinese name.
  public var chinese: String {
    switch self {
    case .inpatient: "住院救助"
    case .outpatient: "门诊救助"
    case .tilted: "倾斜救助"
    case .premiumSubsidy: "资助参保"
    case .other: "其他支出"
    }
  }
}
