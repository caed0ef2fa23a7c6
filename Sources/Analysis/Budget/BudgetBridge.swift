import Money
import Population
import Simulation

/// The way from last year's account to next year's need: rows that add up to the fen, by part.
public struct BudgetBridge: Sendable {
  /// A part of the account, or several together.
  public enum Column: Hashable, Sendable {
    case part(BudgetPart)
    /// Inpatient, outpatient and tilted assistance.
    case assistance
    case total

    /// As CSV files name it.
    public var id: String {
      switch self {
      case .part(let part): part.rawValue
      case .assistance: "assistance"
      case .total: "total"
      }
    }

    /// In the order of tables.
    public static let all: [Column] =
      [
        .part(.inpatient), .part(.outpatient), .part(.tilted), .assistance, .part(.premiumSubsidy), .part(.other),
        .total,
      ]
  }

  /// What a row is of.
  public enum Kind: Hashable, Sendable {
    case account, oneOffsLast, step(BudgetStep), residual, oneOffsNext, need

    /// As CSV files name it.
    public var id: String {
      switch self {
      case .account: "account"
      case .oneOffsLast: "oneOffsLast"
      case .step(let step): step.id
      case .residual: "residual"
      case .oneOffsNext: "oneOffsNext"
      case .need: "need"
      }
    }

    /// Whether the row is a sum of its year and not a change.
    public var isLevel: Bool { self == .account || self == .need }
  }

  /// A row's figures of a column; counts are nil where the account does not state them.
  public struct Cell: Hashable, Sendable {
    /// The sum, or its change.
    public var amount: Yuan
    /// Persons paid.
    public var persons: Int64?
    /// Settlements; persons of the premium subsidy.
    public var personTimes: Int64?
    /// Mean of a settlement (次均), or its change.
    public var perPersonTime: Yuan?
    /// How sure they are.
    public var errors: Errors
  }

  /// Monte-Carlo errors of a cell's figures; of a step those of the paired difference, and 0 for what is stated and for what a
  /// step leaves as it was. Nil where there is no figure, or where so few were drawn that they tell no error.
  public struct Errors: Hashable, Sendable {
    /// Yuan.
    public var amount: Double?
    /// Persons. The account's own are unsure where they are simulated from its settlements.
    public var persons: Double?
    /// Settlements.
    public var personTimes: Double?
    /// Yuan.
    public var perPersonTime: Double?
  }

  /// A row of the bridge.
  public struct Row: Sendable {
    /// What it is of.
    public var kind: Kind
    /// Its figures.
    public var cells: [Column: Cell]
  }

  /// How far the simulation explains a column of the account.
  public struct Explained: Sendable {
    /// The account without one-offs, yuan.
    public var account: Double
    /// What the simulation makes of the same year, yuan.
    public var simulated: Estimate
    /// Settlements that it makes of that year, or persons of the premium subsidy; nil for a column without a count.
    public var simulatedTimes: Estimate?
    /// What it makes of the year of the budget, yuan.
    public var simulatedNext: Estimate
    /// What the need holds beyond that, without one-offs, yuan.
    public var carried: Estimate

    /// Account less simulation, yuan.
    public var residual: Estimate { Estimate(account - simulated.value, standardError: simulated.standardError) }
    /// What the simulation finds of the account; nil where there is nothing to be found.
    public var found: Estimate? { account > 0 ? simulated.times(1 / account) : nil }
    /// What it does not.
    public var unexplained: Estimate? { account > 0 ? residual.times(1 / account) : nil }
  }

  /// The years that may come, yuan.
  public struct Band: Sendable {
    /// Of 100 years, five lie below.
    public var low: Estimate
    /// The middle year.
    public var middle: Estimate
    /// Of 100 years, five lie above.
    public var high: Estimate
  }

  /// What it was made from.
  public let request: BudgetRequest
  /// From the account to the need.
  public let rows: [Row]
  /// By column; `other` is not simulated.
  public let explained: [Column: Explained]
  /// Nil where nothing but luck is uncertain, or so few replicates cannot tell.
  public let band: Band?
  /// Persons drawn.
  public let persons: Int64
  /// Times the year was repeated.
  public let replicates: Int

  /// The figures of a row.
  public func cell(_ kind: Kind, _ column: Column = .total) -> Cell? {
    rows.first { $0.kind == kind }?.cells[column]
  }

  /// By how much the need is more than the account, over the account; nil where that is 0.
  public var change: Estimate? {
    guard let before = cell(.account)?.amount.fen, before > 0, let need = cell(.need) else { return nil }
    let share = Double(need.amount.fen - before) / Double(before)
    return Estimate(share, standardError: need.errors.amount.map { $0 * 100 / Double(before) })
  }

  /// Makes the bridge of what was simulated.
  ///
  /// - Parameters:
  ///   - populations: residents in each stage.
  ///   - draws: years of the budget one by one; none where nothing but luck is uncertain.
  public init(_ request: BudgetRequest, _ sums: BudgetSums, populations: [Int], draws: BudgetDraws) {
    let levels = BudgetLevels(request, BudgetEstimates(sums, populations: populations))
    self.request = request
    rows = levels.rows
    explained = levels.explained
    band = levels.band(draws, population: populations.last ?? 0)
    persons = sums.residents.reduce(0, +)
    replicates = sums.replicates
  }
}
