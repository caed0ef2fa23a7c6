import Rules

/// Puts one document's classes into another: who is assisted, on the other's own terms.
///
/// Each class takes the terms of the own class that shares an identity with it, and where none does of the next lower one
/// that has such a class, or else of the next higher.
struct ClassTransplant {
  let own: RuleBook
  let other: RuleBook

  /// Whether the documents part people into other classes.
  var changes: Bool { own.classes.map { Set($0.identities) } != other.classes.map { Set($0.identities) } }

  /// The own document with the other's classes.
  func moved() -> RuleBook {
    let twins = twins
    var book = own
    book.classes = other.classes
    book.classReport = other.classReport
    book.classSelection = other.classSelection
    func renamed<Value>(_ table: Table<Value>, also keys: [String] = []) -> Table<Value> {
      guard case .each = table else { return table }
      var values: [String: Value] = [:]
      for (id, twin) in twins { values[id] = table[twin] }
      for key in keys { values[key] = table[key] }
      return .each(values)
    }
    for index in book.pools.indices {
      book.pools[index].limits.deductible = renamed(own.pools[index].limits.deductible)
      book.pools[index].limits.cap = renamed(own.pools[index].limits.cap)
    }
    for (index, benefit) in own.benefits.enumerated() {
      let groups = benefit.groups.map(\.id)
      book.benefits[index].limits.deductible = renamed(benefit.limits.deductible, also: groups)
      book.benefits[index].limits.cap = renamed(benefit.limits.cap, also: groups)
      if case .each(let rates) = renamed(Table.each(benefit.rate), also: groups) { book.benefits[index].rate = rates }
      for group in benefit.groups.indices {
        let classes = benefit.groups[group].classes
        book.benefits[index].groups[group].classes = twins.filter { classes.contains($0.twin) }.map(\.id)
      }
    }
    if let tilt = own.tilt {
      book.tilt?.threshold = renamed(tilt.threshold)
      book.tilt?.rate = renamed(tilt.rate)
      book.tilt?.cap = renamed(tilt.cap)
    }
    return book
  }

  /// The own class whose terms each class of the other document takes.
  private var twins: [(id: String, twin: String)] {
    let shared = other.classes.map { people in
      own.classes.first { !Set($0.identities).isDisjoint(with: people.identities) }?.id
    }
    return other.classes.indices.compactMap { index in
      let twin = shared[index...].compactMap(\.self).first ?? shared[..<index].compactMap(\.self).last
      return twin.map { (other.classes[index].id, $0) }
    }
  }
}
