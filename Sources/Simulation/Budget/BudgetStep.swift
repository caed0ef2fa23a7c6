/// One thing that changes between last year and the year of the budget; each is put in after those before it.
public enum BudgetStep: Hashable, Sendable {
  /// How many hold identities.
  case identities
  /// Admissions a resident.
  case admissions
  /// What care costs.
  case costs
  /// The premium of the year of the budget.
  case premium
  /// All other dated values and legal dates of the year of the budget, and its calendar.
  case rules
  /// Incomes, poverty line and allowance standard, those of the rules with them.
  case incomes
  /// People grow older, are born and die.
  case ageing
  /// A change of the rules that the budget file names, by its index there.
  case reform(Int)

  /// The name in tables; reforms go by their own names.
  public var id: String {
    switch self {
    case .identities: "identities"
    case .admissions: "admissions"
    case .costs: "costs"
    case .premium: "premium"
    case .rules: "rules"
    case .incomes: "incomes"
    case .ageing: "ageing"
    case .reform(let index): "reform\(index + 1)"
    }
  }

  /// The steps of a budget in their order. Reforms come last, so that they are priced on the people and at the prices
  /// of the year in which they act.
  static func all(ageing: Bool, reforms: Int) -> [BudgetStep] {
    [.identities, .admissions, .costs, .premium, .rules, .incomes] + (ageing ? [.ageing] : [])
      + (0..<reforms).map(BudgetStep.reform)
  }
}
