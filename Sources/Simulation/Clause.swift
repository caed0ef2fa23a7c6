import Rules

/// A part of a document that can be put in the place of another document's, in the order in which settlement reaches
/// it.
///
/// The premium subsidy is none of them: it is paid whatever care costs, so no difference of assistance comes from it.
public enum Clause: String, CaseIterable, Sendable {
  case preference = "critical-illness preference"
  case base = "base of assistance"
  case entitlement = "beginning and end of identities"
  case exclusions = "exclusions"
  case classes = "classes"
  case deductible = "deductible"
  case rate = "rate"
  case cap = "cap"
  /// All of these at once, with the benefits that they belong to and the care that is covered.
  case benefits = "classes and benefits as a whole"
  case tilt = "tilted assistance"

  /// Whether two documents differ in it.
  func differs(_ a: RuleBook, _ b: RuleBook) -> Bool {
    switch self {
    case .preference: Self.terms(a.preference) != Self.terms(b.preference)
    case .base: Self.terms(a.base) != Self.terms(b.base)
    case .entitlement: a.exit != b.exit || a.lookBacks != b.lookBacks || a.designatedByAnalogy != b.designatedByAnalogy
    case .exclusions: a.exclusions.map(\.when) != b.exclusions.map(\.when)
    case .classes: ClassTransplant(own: a, other: b).changes
    case .deductible, .rate, .cap: term.map { TermTransplant(own: a, other: b).changes($0) } ?? false
    case .benefits: true
    case .tilt: a.tilt != nil || b.tilt != nil
    }
  }

  /// The term of benefits that it is.
  private var term: TermTransplant.Term? {
    switch self {
    case .deductible: .deductible
    case .rate: .rate
    case .cap: .cap
    default: nil
    }
  }

  /// What a preference grants, without where it stands.
  private static func terms(_ preference: Preference?) -> [[Quantity.Entry]] {
    guard let preference else { return [] }
    let identities = Quantity.Entry(from: 0, amount: .number(Int64(bitPattern: preference.identities)))
    return [
      [identities], preference.deductibleShare.byYear, preference.ratePoints.byYear, preference.cap.byYear,
    ]
  }

  /// What a base contains, without where it stands.
  private static func terms(_ base: RuleBook.Base) -> [String] {
    ["\(base.upfrontB)", "\(base.overLimit)", base.aboveCeilings.rawValue, base.uninsured.rawValue]
  }

  /// A document with this clause of another.
  func moved(from other: RuleBook, into own: RuleBook) -> RuleBook {
    var book = own
    switch self {
    case .preference: book.preference = other.preference
    case .base: book.base = other.base
    case .entitlement:
      book.exit = other.exit
      book.lookBacks = other.lookBacks
      book.designatedByAnalogy = other.designatedByAnalogy
    case .exclusions: book.exclusions = other.exclusions
    case .classes: book = ClassTransplant(own: own, other: other).moved()
    case .deductible, .rate, .cap:
      if let term { book = TermTransplant(own: own, other: other).moved(term) }
    case .benefits:
      book.classes = other.classes
      book.classReport = other.classReport
      book.classSelection = other.classSelection
      book.listedDiseases = other.listedDiseases
      book.pools = other.pools
      book.benefits = other.benefits
      book.routes = other.routes
      book.tilt = own.tilt.map { Self.renamed($0, from: own, to: other) }
    case .tilt: book.tilt = other.tilt.map { Self.renamed($0, from: other, to: own) }
    }
    for parameter in other.parameters where book.parameter(parameter.id) == nil { book.parameters.append(parameter) }
    return book
  }

  /// Tilted assistance whose tables speak of another document's classes: each class takes the entry of the class that
  /// shares its first known identity. What names benefits or pools that the other document does not have is dropped.
  private static func renamed(_ tilt: Tilt, from: RuleBook, to: RuleBook) -> Tilt {
    var result = tilt
    func table(_ table: Table<Quantity>) -> Table<Quantity> {
      guard case .each = table else { return table }
      var values: [String: Quantity] = [:]
      for people in to.classes {
        let source = from.classes.first { !Set($0.identities).isDisjoint(with: people.identities) }
        if let source, let value = table[source.id] { values[people.id] = value }
      }
      return .each(values)
    }
    result.threshold = table(tilt.threshold)
    result.rate = table(tilt.rate)
    if case .same(let rate) = tilt.rate {
      result.rate = .each(Dictionary(uniqueKeysWithValues: to.classes.map { ($0.id, rate) }))
    }
    result.cap = table(tilt.cap)
    let benefits = Set(to.benefits.map(\.id)), pools = Set(to.pools.map(\.id))
    result.conditions = tilt.conditions.filter { $0.routes.subtracting([""]).isSubset(of: benefits) }
    result.pools = tilt.pools.filter { benefits.union(pools).contains($0) }
    return result
  }
}

extension Condition {
  /// The benefits of its document that a condition names; an empty name stands for none.
  fileprivate var routes: Set<String> {
    switch self {
    case .route(let names): Set(names)
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.routes) }
    case .not(let part): part.routes
    default: []
    }
  }
}
