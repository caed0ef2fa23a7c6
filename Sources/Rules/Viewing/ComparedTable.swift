/// A table of a rule file, of amounts or of rates: one entry for all, or one a class or group.
struct ComparedTable {
  /// The entry for all; nil where `each` holds them.
  var same: RateEntry?
  /// By class or group.
  var each: [String: RateEntry]

  init(_ each: [String: RateEntry], _ same: RateEntry?) { (self.each, self.same) = (each, same) }

  init(_ table: Table<Quantity>) {
    switch table {
    case .same(let quantity): self.init([:], .flat(quantity))
    case .each(let values): self.init(values.mapValues { .flat($0) }, nil)
    }
  }

  /// The entry of a class; nil for no class and for one that the table does not name.
  func entry(_ people: String?) -> RateEntry? { people.flatMap { same ?? each[$0] } }
}

extension RateEntry {
  /// The rate at one level.
  func at(_ level: Int) -> RateEntry {
    if case .byLevel(let levels) = self { return .flat(levels[level]) }
    return self
  }

  /// Whether unrated hospitals have the rate of level 1.
  var isUnratedAsLowest: Bool {
    if case .byLevel(let levels) = self { return levels[0] == levels[1] }
    return true
  }
}
