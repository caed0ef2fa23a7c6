import Rules

/// Requirements that must all hold; a compiled condition is a list of these of which one must hold.
struct Conjunction: Sendable {
  /// Facts outside this set rule it out.
  var facts: UInt64 = .max
  /// Diseases outside this set rule it out.
  var diseases: UInt64 = .max
  /// All of these identities must be held.
  var identities: UInt64 = 0
  /// None of these identities may be held.
  var noIdentities: UInt64 = 0
  /// Not 0 where no age is asked: somebody born after the day of the test is below every age.
  var ageFrom = Int32.min
  var ageBelow: Int32 = .max
  var claimedFrom = Day.distantPast
  var claimedTo = Day.distantFuture

  /// What a condition is tested on.
  struct Subject {
    var facts: Facts
    var disease: UInt64
    var held: UInt64
    var birth: Day
    var day: Day
    var claimDay: Day
  }

  @inline(__always) func holds(_ subject: Subject) -> Bool {
    guard subject.facts.bits & ~facts == 0, subject.disease & diseases != 0, subject.held & identities == identities,
      subject.held & noIdentities == 0
    else { return false }
    guard ageFrom == .min, ageBelow == .max, claimedFrom == .distantPast, claimedTo == .distantFuture else {
      let age = Int32(subject.birth.age(on: subject.day))
      return age >= ageFrom && age < ageBelow && subject.claimDay >= claimedFrom && subject.claimDay <= claimedTo
    }
    return true
  }

  /// Both requirements at once.
  func and(_ other: Conjunction) -> Conjunction {
    Conjunction(
      facts: facts & other.facts, diseases: diseases & other.diseases, identities: identities | other.identities,
      noIdentities: noIdentities | other.noIdentities, ageFrom: max(ageFrom, other.ageFrom),
      ageBelow: min(ageBelow, other.ageBelow), claimedFrom: max(claimedFrom, other.claimedFrom),
      claimedTo: min(claimedTo, other.claimedTo))
  }

  /// True where no subject can meet it.
  var isImpossible: Bool {
    Facts.groups.contains { facts & $0.mask == 0 } || diseases == 0 || identities & noIdentities != 0
      || ageFrom >= ageBelow || claimedFrom > claimedTo
  }
}

/// A part of the plan's list of conjunctions, of which one must hold.
struct ConditionRange: Sendable {
  var first: Int32
  var count: Int32
}

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
  mutating func compile(_ condition: Condition) -> ConditionRange {
    let list = expand(condition, negated: false).filter { !$0.isImpossible }
    defer { conjunctions += list }
    return ConditionRange(first: Int32(conjunctions.count), count: Int32(list.count))
  }

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

extension Facts {
  /// The bit of the route group that stands for no benefit.
  static let noRoute = 15

  static let groups: [Group] = [
    kind, level, designated, emergency, location, referral, treatment, chronicClass, claim, insurance,
    enrolledAfterIllness, needsMaintenance, route,
  ]

  static func group(of fact: Condition.Fact) -> Group {
    switch fact {
    case .kind: kind
    case .level: level
    case .location: location
    case .referral: referral
    case .treatment: treatment
    case .chronicClass: chronicClass
    case .insurance: insurance
    case .designated: designated
    case .emergency: emergency
    case .enrolledAfterIllness: enrolledAfterIllness
    case .needsMaintenance: needsMaintenance
    case .manualClaim: claim
    }
  }
}
