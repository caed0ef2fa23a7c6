/// Judges two figures by their errors, before any correction.
struct CellJudge {
  let table: String
  let samePeople: Bool

  /// Whether the error of a statistic holds who was drawn, and not the luck of years alone, as that of the fund's
  /// quantiles does.
  private func holdsPeople(_ statistic: String?) -> Bool {
    switch statistic {
    case nil, "mean", "total": true
    case let other?: table == "burden.csv" && other.hasPrefix("p")
    }
  }

  func verdict(
    _ a: ComparedTable.Cell, _ b: ComparedTable.Cell, statistic: String?
  ) -> (ComparedCell.Verdict, z: Double?) {
    let isEqual = a.value == b.value
    guard let first = a.error, let second = b.error else { return (isEqual ? .equal : .beyond, nil) }
    guard let x = Double(a.value), let y = Double(b.value), let left = Double(first), let right = Double(second) else {
      // Exact figures have an error of 0: where none could be told, even a changed figure says nothing of the place.
      return (isEqual ? .equal : .noError, nil)
    }
    guard samePeople || holdsPeople(statistic) else {
      return (isEqual ? .equal : .otherPeople, nil)
    }
    let joint = (left * left + right * right).squareRoot()
    guard joint > 0 else { return (isEqual ? .equal : .beyond, nil) }
    return (isEqual ? .equal : .within, (y - x) / joint)
  }
}
