import Rules

/// Puts single terms of one document's benefits into another's, whose classes and benefits may be other ones.
///
/// A benefit takes the terms of the other document's benefit of the same name, or else of the last in the order of its
/// routes that covers the first of its kinds of care, inpatient before outpatient; a class those of the first class that
/// shares an identity with it. What has no counterpart keeps its own terms.
struct TermTransplant {
  /// What can be taken alone.
  enum Term { case deductible, rate, cap }

  let own: RuleBook
  let other: RuleBook

  /// The own document with one term of the other's benefits.
  func moved(_ term: Term) -> RuleBook {
    var book = own
    // What no route leads to pays nobody, whatever its terms.
    for (index, benefit) in own.benefits.enumerated() where own.isReached(benefit.id) {
      guard let donor = counterpart(of: benefit) else { continue }
      switch term {
      case .deductible:
        book.benefits[index].limits.deductible = limit(\.deductible, .number(0), benefit, donor)
      case .cap:
        book.benefits[index].limits.cap = limit(\.cap, .unlimited, benefit, donor)
        book.benefits[index].limits.capOn = donor.limits.capOn
      case .rate: rates(benefit, donor, &book.benefits[index])
      }
    }
    return book
  }

  /// Whether moving a term changes a number, wherever it stands in the documents.
  func changes(_ term: Term) -> Bool {
    zip(own.benefits, moved(term).benefits).contains { before, after in
      keys(of: before).contains { numbers(term, $0, before) != numbers(term, $0, after) }
    }
  }

  private func counterpart(of benefit: Benefit) -> Benefit? {
    let routed = other.routes.flatMap(\.candidates).compactMap { id in other.benefits.first { $0.id == id } }
    if let same = routed.first(where: { $0.id == benefit.id }) { return same }
    // Most of a pool's money goes to stays: a small outpatient benefit that shares a kind with it is no counterpart.
    return CareKind.allCases.filter { benefit.when.mayCover($0) }.compactMap { kind in
      routed.last { $0.when.mayCover(kind) }
    }.first
  }

  /// The keys of a benefit's tables: classes and groups.
  private func keys(of benefit: Benefit) -> [String] { own.classes.map(\.id) + benefit.groups.map(\.id) }

  /// The key in the donor's tables for a class or group; nil where the donor pays no such class.
  private func key(_ key: String, _ benefit: Benefit, _ donor: Benefit) -> String? {
    if donor.groups.contains(where: { $0.id == key }) { return key }
    let id = benefit.groups.first { $0.id == key }?.classes.first ?? key
    guard let people = own.classes.first(where: { $0.id == id }),
      let twin = other.classes.first(where: { !Set($0.identities).isDisjoint(with: people.identities) }),
      donor.sameRate != nil || donor.rate[twin.id] != nil
    else { return nil }
    return twin.id
  }

  private func limit(
    _ path: KeyPath<Limits, Table<Quantity>>, _ absent: Quantity.Amount, _ benefit: Benefit, _ donor: Benefit
  ) -> Table<Quantity> {
    var values: [String: Quantity] = [:]
    for key in keys(of: benefit) {
      if let twin = self.key(key, benefit, donor) {
        values[key] = donor.limits[keyPath: path][twin] ?? .implied(absent, .money)
      } else {
        values[key] = benefit.limits[keyPath: path][key]
      }
    }
    return .each(values)
  }

  private func rates(_ benefit: Benefit, _ donor: Benefit, _ result: inout Benefit) {
    for key in keys(of: benefit) {
      guard let mine = benefit.sameRate ?? benefit.rate[key] else { continue }
      let theirs = self.key(key, benefit, donor).flatMap { donor.sameRate ?? donor.rate[$0] }
      result.rate[key] = theirs ?? mine
    }
    result.sameRate = nil
  }

  private func numbers(_ term: Term, _ key: String, _ benefit: Benefit) -> [[Quantity.Entry]] {
    switch term {
    case .deductible: [(benefit.limits.deductible[key] ?? .implied(.number(0), .money)).byYear]
    case .cap: [(benefit.limits.cap[key] ?? .implied(.unlimited, .money)).byYear]
    case .rate: (benefit.sameRate ?? benefit.rate[key])?.numbers ?? []
    }
  }
}

extension RateEntry {
  /// Its numbers without where they stand.
  fileprivate var numbers: [[Quantity.Entry]] {
    guard case .bands(let bands) = self else { return quantities.map(\.byYear) }
    return bands.flatMap { [$0.upTo?.byYear ?? [], $0.rate.byYear] }
  }
}

extension Condition {
  /// Whether an episode of this kind of care may meet it, as far as kinds tell.
  fileprivate func mayCover(_ kind: CareKind) -> Bool { kinds?.contains(kind.rawValue) ?? true }

  /// The kinds of care that may meet it; nil for every kind.
  private var kinds: Set<Int>? {
    switch self {
    case .fact(.kind, let kinds): Set(kinds)
    case .all(let parts):
      parts.compactMap(\.kinds).reduce(nil) { found, kinds in found.map { $0.intersection(kinds) } ?? kinds }
    case .any(let parts):
      parts.contains { $0.kinds == nil } ? nil : parts.compactMap(\.kinds).reduce(into: []) { $0.formUnion($1) }
    default: nil
    }
  }
}
