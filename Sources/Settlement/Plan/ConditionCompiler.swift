import Rules

/// Turns conditions into lists of conjunctions (disjunctive normal form).
struct ConditionCompiler {
  private(set) var conjunctions: [Conjunction] = []
  let year: Int
  let benefits: [String]

  init(year: Int, benefits: [String]) {
    self.year = year
    self.benefits = benefits
  }

  /// Appends a condition's conjunctions and says where they lie.
  mutating func compile(_ condition: Condition) -> Part {
    let list = expand(condition, negated: false).filter { !$0.isImpossible }
    defer { conjunctions += list }
    return Part(list.count, at: conjunctions.count)
  }

  /// Facts outside this set rule a compiled condition out.
  func facts(of part: Part) -> UInt64 { conjunctions[part.range].reduce(0) { $0 | $1.facts } }

  private func expand(_ condition: Condition, negated: Bool) -> [Conjunction] {
    switch condition {
    case .not(let inner): return expand(inner, negated: !negated)
    case .all(let parts): return combine(parts, all: !negated, negated: negated)
    case .any(let parts): return combine(parts, all: negated, negated: negated)
    default: return [atom(condition, negated: negated)]
    }
  }

  private func combine(_ parts: [Condition], all: Bool, negated: Bool) -> [Conjunction] {
    let lists = parts.map { expand($0, negated: negated) }
    guard all else { return lists.flatMap { $0 } }
    return lists.reduce([Conjunction()]) { product, list in product.flatMap { one in list.map(one.and) } }
  }

  private func atom(_ condition: Condition, negated: Bool) -> Conjunction {
    var result = Conjunction()
    switch condition {
    case .fact(let fact, let values):
      let group = Facts.group(of: fact)
      let set = values.reduce(UInt64(0)) { $0 | group.bit($1) }
      result.facts = ~group.mask | (negated ? group.mask & ~set : set)
    case .route(let names):
      let set = names.reduce(UInt64(0)) { $0 | Facts.route.bit(benefits.firstIndex(of: $1) ?? Facts.noRoute) }
      result.facts = ~Facts.route.mask | (negated ? Facts.route.mask & ~set : set)
    case .disease(let set): result.diseases = negated ? ~set : set
    case .identity(let index):
      if negated { result.noIdentities = 1 << UInt64(index) } else { result.identities = 1 << UInt64(index) }
    case .ageAtLeast(let age):
      if negated { result.ageBelow = Int32(age) } else { result.ageFrom = Int32(age) }
    case .manualClaimAfter(let month, let day):
      let last = Day(year: year + 1, month: month, day: day) ?? Day.last(of: year + 1)
      if negated { result.claimedTo = last } else { result.claimedFrom = Day(number: last.number + 1) }
    case .all, .any, .not: break
    }
    return result
  }
}
