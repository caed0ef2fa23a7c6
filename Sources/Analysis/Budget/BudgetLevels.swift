import Money
import Population
import Simulation

/// The account after each row of the bridge, in whole fen and whole persons.
struct BudgetLevels {
  let request: BudgetRequest
  let estimates: BudgetEstimates
  let amounts: [BudgetLevel]
  let counts: [BudgetLevel?]
  let persons: [BudgetLevel?]

  /// Kinds of rows between account and need.
  var kinds: [BudgetBridge.Kind] {
    [.oneOffsLast] + request.steps.map { .step($0) } + [.residual, .oneOffsNext]
  }

  init(_ request: BudgetRequest, _ estimates: BudgetEstimates) {
    let stages = request.steps.count + 1
    func level(
      _ base: Double, _ part: Int, _ measure: BudgetSums.Measure, brought: [Double]? = nil
    ) -> BudgetLevel {
      BudgetLevel(
        base, brought: brought, means: (0..<stages).map { estimates.mean(part, measure, $0) },
        clusters: (0..<stages).map { estimates.clusters(part, measure, $0) }, residual: request.residual)
    }
    (self.request, self.estimates) = (request, estimates)
    let parts = BudgetPart.simulated
    amounts = parts.enumerated().map { level(Double(Self.without(oneOffs: request, $1).fen), $0, .amount) }
    counts = parts.enumerated().map { index, part in
      request.account.times(of: part).map { level($0, index, .personTimes) }
    }
    persons = parts.enumerated().map { index, part in
      let settled = estimates.mean(index, .personTimes, 0)
      // An account counts settlements: how many persons they are of is as it is simulated, and as unsure.
      guard let times = request.account.times(of: part), settled > 0 else { return nil }
      let spread = estimates.mean(index, .persons, 0) / settled
      let brought = zip(estimates.clusters(index, .persons, 0), estimates.clusters(index, .personTimes, 0)).map {
        times / settled * ($0 - spread * $1)
      }
      return level(times * spread, index, .persons, brought: brought)
    }
  }

  /// The account's part without sums that only last year had.
  static func without(oneOffs request: BudgetRequest, _ part: BudgetPart) -> Yuan {
    request.account.amount(of: part) - sum(request.oneOffsLast, part)
  }

  private static func sum(_ oneOffs: [BudgetRequest.OneOff], _ part: BudgetPart) -> Yuan {
    oneOffs.reduce(.zero) { $1.part == part ? $0 + $1.amount : $0 }
  }

  // MARK: Rows

  /// The rows from the account to the need.
  var rows: [BudgetBridge.Row] {
    let (amounts, times, people) = (amountLevels(), countLevels(counts), countLevels(persons))
    let columns = BudgetBridge.Column.all.map { column in
      (column, (0...kinds.count).map { figures(column, after: $0, amounts[$0], times[$0], people[$0]) })
    }
    func row(_ kind: BudgetBridge.Kind, _ figures: ([BudgetFigures]) -> BudgetFigures) -> BudgetBridge.Row {
      .init(
        kind: kind,
        cells: Dictionary(uniqueKeysWithValues: columns.map { ($0.0, figures($0.1).cell(estimates)) }))
    }
    return [row(.account) { $0[0] }]
      + kinds.enumerated().map { index, kind in row(kind) { $0[index + 1].less($0[index]) } }
      + [row(.need) { $0[kinds.count] }]
  }

  /// A column after so many rows, from the levels of the parts.
  private func figures(
    _ column: BudgetBridge.Column, after row: Int, _ amounts: [Int64], _ times: [Int64?], _ people: [Int64?]
  ) -> BudgetFigures {
    let parts = Self.parts(column), counted = Self.counted(column)
    return BudgetFigures(
      amount: parts.reduce(Int64(0)) { $0 + amounts[$1] },
      persons: parts.count == 1 && parts[0] < people.count ? people[parts[0]] : nil,
      personTimes: counted.flatMap { Self.sum($0.map { times[$0] }) }, brought(column, after: row))
  }

  private static func sum(_ counts: [Int64?]) -> Int64? {
    counts.reduce(0) { sum, count in sum.flatMap { sum in count.map { sum + $0 } } }
  }

  /// Indices into `BudgetPart.allCases`, of which the simulated ones come first.
  static func parts(_ column: BudgetBridge.Column) -> [Int] {
    switch column {
    case .part(let part): [BudgetPart.allCases.firstIndex(of: part) ?? 0]
    case .assistance: [0, 1, 2]
    case .total: [0, 1, 2, 3, 4]
    }
  }

  /// The parts whose settlements a column counts; nil for a column of which a count would say nothing.
  ///
  /// Tilted assistance is paid on settlements that are counted already; settlements and subsidised persons are no sum.
  static func counted(_ column: BudgetBridge.Column) -> [Int]? {
    switch column {
    case .part(.inpatient): [0]
    case .part(.outpatient): [1]
    case .part(.premiumSubsidy): [3]
    case .assistance: [0, 1]
    case .part(.tilted), .part(.other), .total: nil
    }
  }

  // MARK: Levels

  /// Fen by row and part.
  ///
  /// Each part is rounded by itself, so that a step which does not touch it does not move it by a fen; totals are sums of
  /// rounded parts and steps are differences of rounded levels, so that everything adds up.
  private func amountLevels() -> [[Int64]] {
    let all = BudgetPart.allCases, end = request.steps.count
    let other = Self.without(oneOffs: request, .other).fen
    let stages = (0...end).map { stage in amounts.map { Int64($0.stages[stage].rounded()) } + [other] }
    let last =
      request.residual == .dropped ? amounts.map { Int64($0.simulatedLast.rounded()) } + [other] : stages[end]
    let need = zip(last, all).map { $0 + Self.sum(request.oneOffsNext, $1).fen }
    return [all.map { request.account.amount(of: $0).fen }] + stages + [last, need]
  }

  /// Counts by row and part: one-offs move none.
  private func countLevels(_ levels: [BudgetLevel?]) -> [[Int64?]] {
    func whole(_ value: (BudgetLevel) -> Double) -> [Int64?] { levels.map { $0.map { Int64(value($0).rounded()) } } }
    let stages = (0...request.steps.count).map { stage in whole { $0.stages[stage] } }
    let last = request.residual == .dropped ? whole(\.simulatedLast) : stages[request.steps.count]
    return [stages[0]] + stages + [last, last]
  }
}
