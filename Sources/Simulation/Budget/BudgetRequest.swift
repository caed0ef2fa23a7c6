import Money
import Population
import Rules

/// What a budget is made from: the place, its account of last year, and what is known of the year to come.
public struct BudgetRequest: Sendable {
  /// A sum that only one of the two years has.
  public struct OneOff: Hashable, Sendable {
    /// What it is, in the words of the file.
    public var name: String
    /// The part of the account that it stands in.
    public var part: BudgetPart
    /// Its sign is that in the account: what made spending larger is positive.
    public var amount: Yuan

    /// Creates a one-off.
    public init(name: String, part: BudgetPart, amount: Yuan) {
      (self.name, self.part, self.amount) = (name, part, amount)
    }
  }

  /// How the number of an identity's holders changes.
  public enum Holders: Hashable, Sendable {
    /// By a rate a year, as a difference of logarithms.
    case growth(Double)
    /// To so many persons in the year of the budget.
    case count(Double)
  }

  /// What becomes of what the simulation does not explain of the account.
  public enum Residual: String, CaseIterable, Sendable {
    /// It changes with what is explained: relative changes act on the account.
    case kept
    /// It stays the same sum.
    case constant
    /// It goes: the need is what is simulated.
    case dropped
  }

  /// Whose fund.
  public var place: PlaceModel
  /// What it spent.
  public var account: AssistanceAccount
  /// Where the account comes from.
  public var accountSource: Provenance?
  /// The year of the account.
  public var lastYear: Int
  /// The year of the budget, at least one later.
  public var year: Int
  /// People, luck, rules chosen, what is uncertain, and the trends, with those that the budget file states.
  public var scenario: Scenario
  /// Identities whose number is stated, by index in the vocabulary; all others follow the trend.
  public var holders: [UInt8: Holders] = [:]
  /// Changes of the rules that the year of the budget brings, one after the other.
  public var reforms: [Scenario.Reform] = []
  /// Sums of last year alone.
  public var oneOffsLast: [OneOff] = []
  /// Sums of the year of the budget alone.
  public var oneOffsNext: [OneOff] = []
  /// What becomes of the residual.
  public var residual = Residual.kept

  /// Years that are drawn for the band; fewer than 100 do not tell it.
  public var draws = 100

  /// People of each of those years: their parameters matter more than their luck, which is scaled.
  static let peopleOfDraws = 20_000

  /// Years from the account's to the budget's.
  public var ahead: Int { year - lastYear }

  /// The simulated steps in their order.
  public var steps: [BudgetStep] { BudgetStep.all(ageing: scenario.trend.ages, reforms: reforms.count) }
}
