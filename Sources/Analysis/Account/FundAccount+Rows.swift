import Money

extension FundAccount {
  /// Quantiles that are told of every item.
  public static let quantiles: [(id: String, p: Double)] = [
    ("p05", 0.05), ("p25", 0.25), ("p50", 0.5), ("p75", 0.75), ("p95", 0.95),
  ]

  /// Every row of the account, year by year.
  public var rows: [AccountRow] { terms.years.indices.flatMap { fixed($0) + spread($0) + probabilities($0) } }

  private func fixed(_ index: Int) -> [AccountRow] {
    let year = terms.years[index]
    let amounts: [(String, Yuan?)] = [
      ("opening", index == 0 ? terms.opening : nil), ("transfers", year.transfers), ("local", year.local),
      ("localFloor", year.localFloor), ("donations", year.donations), ("raised", year.raised),
      ("surplusLimit", year.largestSurplus),
    ]
    return amounts.compactMap { item, amount in
      amount.map { amount in
        row(index, item, "amount", Estimate(Double(amount.fen) / 100, standardError: 0), "yuan", nil)
      }
    }
  }

  private func spread(_ index: Int) -> [AccountRow] {
    // What is carried into the first year is known.
    AccountItem.allCases.filter { index > 0 || $0 != .opening }.flatMap { item in
      [row(index, item.rawValue, "mean", estimate(item, index), "yuan", status(of: item))]
        + Self.quantiles.map { id, p in
          row(index, item.rawValue, id, estimate(item, index, quantile: p), "yuan", status(of: item))
        }
    }
  }

  private func probabilities(_ index: Int) -> [AccountRow] {
    let all: [(AccountItem, String, Estimate?)] = [
      (.balance, "probabilityDry", probabilityDry(index)),
      (.balance, "probabilityDrySoFar", probabilityDrySoFar(index)),
      (.surplus, "probabilityOverLimitOfYear", probabilityOverLimit(.year, index)),
      (.surplus, "probabilityOverLimitCumulative", probabilityOverLimit(.cumulative, index)),
    ]
    return all.compactMap { item, statistic, estimate in
      estimate.map { row(index, item.rawValue, statistic, $0, "share", status) }
    }
  }

  private func row(
    _ index: Int, _ item: String, _ statistic: String, _ estimate: Estimate, _ unit: String, _ status: FigureStatus?
  ) -> AccountRow {
    AccountRow(
      scenario: scenario, place: place, jurisdiction: jurisdiction, year: terms.years[index].year, item: item,
      statistic: statistic, estimate: estimate, unit: unit, status: status)
  }
}
