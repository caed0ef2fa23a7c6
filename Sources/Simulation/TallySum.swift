/// One of the sums of a tally, by the kind of its numbers.
enum TallySum: Sendable {
  /// A number that adds up.
  case count(any WritableKeyPath<Tally, Int64> & Sendable)
  /// Numbers that add up.
  case sums(any WritableKeyPath<Tally, [Int64]> & Sendable)
  /// Numbers that add up and may be as large as the product of two sums.
  case products(any WritableKeyPath<Tally, [Int128]> & Sendable)
  /// Bits of which those that anybody set stay.
  case bits(any WritableKeyPath<Tally, [UInt64]> & Sendable)
}

extension Tally {
  /// Every sum of a tally with its name in part files: merging, writing and reading go through this list alone.
  static let sums: [(name: String, sum: TallySum)] = [
    ("clusters", .count(\.clusters)),
    ("standsFor", .count(\.standsFor)),
    ("fund.sums", .sums(\.fund.sums)),
    ("fund.squares", .products(\.fund.squares)),
    ("fund.residentCross", .products(\.fund.residentCross)),
    ("fund.amountCross", .products(\.fund.amountCross)),
    ("fund.differenceSquares", .products(\.fund.differenceSquares)),
    ("fund.differenceResidentCross", .products(\.fund.differenceResidentCross)),
    ("outOfPocket", .sums(\.outOfPocket)),
    ("burden.sums", .sums(\.burden.sums)),
    ("burden.squares", .products(\.burden.squares)),
    ("burden.cross", .products(\.burden.cross)),
    ("burden.residentCross", .products(\.burden.residentCross)),
    ("burden.paidCostCross", .products(\.burden.paidCostCross)),
    ("burden.differenceSquares", .products(\.burden.differenceSquares)),
    ("burden.differenceCross", .products(\.burden.differenceCross)),
    ("histogram.counts", .sums(\.histogram.counts)),
    ("incomes.sums", .sums(\.incomes.sums)),
    ("flagCount.sums", .sums(\.flagCount.sums)),
    ("flagCount.squares", .products(\.flagCount.squares)),
    ("flagCount.residentCross", .products(\.flagCount.residentCross)),
    ("flagAmount.sums", .sums(\.flagAmount.sums)),
    ("flagAmount.squares", .products(\.flagAmount.squares)),
    ("flagAmount.residentCross", .products(\.flagAmount.residentCross)),
    ("months.sums", .sums(\.months.sums)),
    ("months.squares", .products(\.months.squares)),
    ("months.residentCross", .products(\.months.residentCross)),
    ("control.persons", .sums(\.control.persons)),
    ("control.paid", .sums(\.control.paid)),
    ("raised", .bits(\.raised)),
  ]

  /// Adds another worker's sums, which are of the same shape.
  mutating func merge(_ other: Tally) {
    func add<N: AdditiveArithmetic>(_ a: inout [N], _ b: [N]) { for index in a.indices { a[index] += b[index] } }
    for (_, sum) in Self.sums {
      switch sum {
      case .count(let path): self[keyPath: path] += other[keyPath: path]
      case .sums(let path): add(&self[keyPath: path], other[keyPath: path])
      case .products(let path): add(&self[keyPath: path], other[keyPath: path])
      case .bits(let path):
        let bits = other[keyPath: path]
        for index in bits.indices { self[keyPath: path][index] |= bits[index] }
      }
    }
  }
}
