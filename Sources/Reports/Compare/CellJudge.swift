/// Judges two figures by their errors, before any correction.
struct CellJudge {
  func verdict(_ a: ComparedTable.Cell, _ b: ComparedTable.Cell) -> (ComparedCell.Verdict, z: Double?) {
    let isEqual = a.value == b.value
    guard let first = a.error, let second = b.error else { return (isEqual ? .equal : .beyond, nil) }
    guard let x = Double(a.value), let y = Double(b.value), let left = Double(first), let right = Double(second) else {
      // Exact figures have an error of 0: where none could be told, even a changed figure says nothing of the place.
      return (isEqual ? .equal : .noError, nil)
    }
    let joint = (left * left + right * right).squareRoot()
    guard joint > 0 else { return (isEqual ? .equal : .beyond, nil) }
    return (isEqual ? .equal : .within, (y - x) / joint)
  }
}
