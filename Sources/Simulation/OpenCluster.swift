import Settlement

/// Everything that is counted of one cluster of households before it is added to a tally.
struct OpenCluster: ~Copyable {
  var burden: OpenBurden
  var fund: OpenFund
  /// Episodes (or premium subsidies) and fen that each flag touched.
  var flagCount: Slots
  var flagAmount: Slots
  /// Payments and warnings by month, as `MonthCells` numbers them.
  var months = Slots(MonthCells.count)

  init(_ cells: FundCells, _ groups: Groups, flags: Int) {
    burden = OpenBurden(groups)
    fund = OpenFund(cells)
    flagCount = Slots(flags)
    flagAmount = Slots(flags)
  }

  /// Counts flags, each with the amount it stands on.
  mutating func flag(_ flags: UInt64, amount: Int64) {
    var rest = flags
    while rest != 0 {
      let index = rest.trailingZeroBitCount
      rest &= rest - 1
      flagCount[index] += 1
      flagAmount[index] += amount
    }
  }

  /// Begins the next cluster.
  mutating func clear() {
    burden.clear()
    fund.clear()
    flagCount.clear()
    flagAmount.clear()
    months.clear()
  }
}
