import Money

/// A column's figures after some rows of the bridge, or what a row changes of them, with what each cluster of households
/// brings to them.
struct BudgetFigures {
  /// What clusters bring to each figure; nothing to what the account or a budget file states.
  struct Brought {
    var amount: [Double]
    var persons: [Double]?
    var personTimes: [Double]?
    var perPersonTime: [Double]?
  }

  /// Fen.
  var amount: Int64
  var persons: Int64?
  var personTimes: Int64?
  /// Fen of a settlement, half up as everywhere; nil where nothing is settled.
  var perPersonTime: Int64?
  private var brought: Brought

  /// Figures after some rows.
  ///
  /// - Parameter brought: to all but the mean of a settlement, which follows.
  init(amount: Int64, persons: Int64?, personTimes: Int64?, _ brought: Brought) {
    (self.amount, self.persons, self.personTimes, self.brought) = (amount, persons, personTimes, brought)
    guard let times = personTimes, times > 0, let counted = brought.personTimes else { return }
    perPersonTime = Self.quotient(amount, times)
    // A quotient moves with what is paid beyond the mean on what is counted.
    let count = Double(times), mean = Double(amount) / count
    self.brought.perPersonTime = zip(brought.amount, counted).map { ($0 - mean * $1) / count }
  }

  /// Half up.
  private static func quotient(_ fen: Int64, _ count: Int64) -> Int64 {
    let (whole, rest) = (abs(fen) / count, abs(fen) % count)
    return (fen < 0 ? -1 : 1) * (whole + (2 * rest >= count ? 1 : 0))
  }

  /// What a row changed. The clusters are the same before and after it, so that errors are those of the paired difference.
  func less(_ before: BudgetFigures) -> BudgetFigures {
    func less(_ a: Int64?, _ b: Int64?) -> Int64? { a.flatMap { a in b.map { a - $0 } } }
    func less(_ a: [Double]?, _ b: [Double]?) -> [Double]? { a.flatMap { a in b.map { zip(a, $0).map { $0 - $1 } } } }
    var change = self
    change.amount -= before.amount
    change.persons = less(persons, before.persons)
    change.personTimes = less(personTimes, before.personTimes)
    change.perPersonTime = less(perPersonTime, before.perPersonTime)
    change.brought = Brought(
      amount: zip(brought.amount, before.brought.amount).map { $0 - $1 },
      persons: less(brought.persons, before.brought.persons),
      personTimes: less(brought.personTimes, before.brought.personTimes),
      perPersonTime: less(brought.perPersonTime, before.brought.perPersonTime))
    return change
  }

  /// The figures with the error that the spread over clusters tells.
  func cell(_ estimates: BudgetEstimates) -> BudgetBridge.Cell {
    func error(_ figure: Int64?, _ brought: [Double]?) -> Double? {
      figure.flatMap { _ in brought.flatMap(estimates.error) }
    }
    return .init(
      amount: Yuan(fen: amount), persons: persons, personTimes: personTimes,
      perPersonTime: perPersonTime.map(Yuan.init(fen:)),
      errors: .init(
        amount: error(amount, brought.amount).map { $0 / 100 }, persons: error(persons, brought.persons),
        personTimes: error(personTimes, brought.personTimes),
        perPersonTime: error(perPersonTime, brought.perPersonTime).map { $0 / 100 }))
  }
}
