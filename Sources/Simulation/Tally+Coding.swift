extension Tally {
  /// Writes every sum, in the order of `sums`.
  func write(to encoder: inout SumEncoder) throws {
    for (_, sum) in Self.sums {
      switch sum {
      case .count(let path): try encoder.write([self[keyPath: path]])
      case .sums(let path): try encoder.write(self[keyPath: path])
      case .products(let path): try encoder.write(self[keyPath: path])
      case .bits(let path): try encoder.write(self[keyPath: path])
      }
    }
  }

  /// Adds sums that `write` wrote of a tally of the same shape.
  ///
  /// - Throws: `SumDecoder.Fault` where they are of another shape; then the tally is of no use any more.
  mutating func add(from decoder: inout SumDecoder) throws {
    for (_, sum) in Self.sums {
      switch sum {
      case .count(let path):
        var one = [self[keyPath: path]]
        try decoder.join(&one) { $0.addingReportingOverflow($1) }
        self[keyPath: path] = one[0]
      case .sums(let path): try decoder.join(&self[keyPath: path]) { $0.addingReportingOverflow($1) }
      case .products(let path): try decoder.join(&self[keyPath: path]) { $0.addingReportingOverflow($1) }
      case .bits(let path): try decoder.join(&self[keyPath: path]) { ($0 | $1, false) }
      }
    }
  }
}
