/// Last year's account of medical assistance (上年医疗救助账), as an office states it.
///
/// Nothing is fitted to it: it is kept beside the place so that a simulation can be held against it.
public struct AssistanceAccount: Hashable, Sendable {
  /// What an account counts. Amounts are yuan, of the whole place and year.
  public enum Item: String, CaseIterable, Sendable {
    case inpatient = "spending.inpatient"
    case outpatient = "spending.outpatient"
    case tilted = "spending.tilted"
    case premiumSubsidy = "spending.premiumSubsidy"
    case total = "spending.total"
    case inpatientTimes = "personTimes.inpatient"
    case outpatientTimes = "personTimes.outpatient"
    case premiumTimes = "personTimes.premiumSubsidy"

    /// English name.
    public var english: String {
      switch self {
      case .inpatient: "inpatient assistance"
      case .outpatient: "outpatient assistance"
      case .tilted: "tilted assistance"
      case .premiumSubsidy: "premium subsidy"
      case .total: "all spending of the fund"
      case .inpatientTimes: "person-times of inpatient assistance"
      case .outpatientTimes: "person-times of outpatient assistance"
      case .premiumTimes: "persons whose premium was subsidised"
      }
    }

    /// Chinese name.
    public var chinese: String {
      switch self {
      case .inpatient: "住院救助支出"
      case .outpatient: "门诊救助支出"
      case .tilted: "倾斜救助支出"
      case .premiumSubsidy: "资助参保支出"
      case .total: "医疗救助基金支出合计"
      case .inpatientTimes: "住院救助人次"
      case .outpatientTimes: "门诊救助人次"
      case .premiumTimes: "资助参保人数"
      }
    }

    /// True for an amount of yuan, false for a number of persons or settlements.
    public var isMoney: Bool { rawValue.hasPrefix("spending.") }

    /// Yuan, persons, or settlements.
    public var unit: String { isMoney ? "yuan" : self == .premiumTimes ? "persons" : "settlements" }

    /// The parts that `total` sums up.
    static let parts: [Item] = [.inpatient, .outpatient, .tilted, .premiumSubsidy]
  }

  /// The year it speaks of, as written.
  public var year: String?
  /// Yuan or persons by item; what the office left out is absent.
  public var figures: [Item: Double]

  /// Creates an account.
  public init(year: String?, figures: [Item: Double]) {
    self.year = year
    self.figures = figures
  }
}
