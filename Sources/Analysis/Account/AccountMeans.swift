import Money

/// The means of an account's year over its paths in whole fen, which balance as each path does.
///
/// Each mean rounded by itself (half away from zero) would miss the balance by up to two fen. So what is left over is put on the
/// largest of assistance, premium subsidy and what is returned, and spending and surplus follow. What is carried from year to
/// year keeps its own rounding: the balance at the end of a year is what is carried into the next.
struct AccountMeans {
  private let year: AccountYear
  private let uncovered: Yuan

  /// - Parameter paths: the year on each path, at least one; all have the same money raised.
  init(_ paths: [AccountYear]) {
    func mean(_ amount: (AccountYear) -> Yuan) -> Int64 {
      let (sum, count) = (paths.reduce(Int128(0)) { $0 + Int128(amount($1).fen) }, Int128(paths.count))
      let (whole, rest) = (sum / count, sum % count)
      return Int64(whole) + (2 * abs(rest) >= count ? Int64(rest.signum()) : 0)
    }
    var year = paths[0]
    let balance = mean(\.closing)
    year.opening = Yuan(fen: mean(\.opening))
    let flows: [WritableKeyPath<AccountYear, Yuan>] = [\.assistance, \.premiumSubsidy, \.returned]
    for flow in flows { year[keyPath: flow] = Yuan(fen: mean { $0[keyPath: flow] }) }
    // The first of equals.
    let largest = flows.dropFirst().reduce(flows[0]) {
      abs(year[keyPath: $1].fen) > abs(year[keyPath: $0].fen) ? $1 : $0
    }
    year[keyPath: largest] = year[keyPath: largest] + Yuan(fen: year.closing.fen - balance)
    self.year = year
    uncovered = Yuan(fen: mean(\.uncovered))
  }

  /// The mean of an item. What is owed is that of each path, not of the mean balance.
  func amount(of item: AccountItem) -> Yuan { item == .uncovered ? uncovered : item.amount(year) }
}
