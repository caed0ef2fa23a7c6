import Input
import Population
import Rules
import Settlement

/// Builds the rule sets under which a place's people are settled.
struct VariantBuilder {
  let scenario: Scenario
  let library: RuleLibrary
  let common: CommonInsurance

  /// The variants of a place, each with its number of replicates; references come before what refers to them.
  func variants(of place: PlaceModel) throws(Refusal) -> [(variant: Variant, replicates: Int)] {
    var list: [(variant: Variant, replicates: Int)] = []
    let own = place.jurisdiction
    if scenario.jurisdictions.contains(own), let file = library.file(own) {
      list.append((variant(.baseline, file, try book(file, [])), scenario.replicates))
      for reform in scenario.reforms where reform.patches[own] != nil {
        func rules(_ year: Int) throws(Refusal) -> RuleBook { try book(file, reform.patches(in: year)[own] ?? []) }
        var changed = variant(.reform(reform.name), file, try rules(scenario.year))
        for year in reform.beginnings(after: scenario.year) { changed.later.append((year, try rules(year))) }
        changed.reference = 0
        changed.before = list[0].variant.before
        list.append((changed, scenario.replicates))
      }
    }
    guard scenario.comparison else { return list }
    let replicates = min(scenario.comparisonReplicates, scenario.replicates)
    let parts = scenario.comparisonParts
    for (role, part) in [(Variant.Role.own, ComparisonPart.own), (.common, .common)] where parts.contains(part) {
      let first = list.count
      let order = [own] + scenario.jurisdictions.filter { $0 != own }
      for id in order where scenario.jurisdictions.contains(id) {
        guard let file = library.file(id) else { continue }
        var book = try book(file, [])
        if role == .common { common.apply(to: &book) }
        var one = variant(role, file, book)
        if role == .own, id == own, let baseline = list.first?.variant, baseline.role == .baseline {
          // The same plan and not one like it, so that it is seen to be the same and settled once.
          (one.plan, one.before) = (baseline.plan, baseline.before)
        }
        one.usesCommonPrices = role == .common
        if list.count > first { one.reference = first }
        list.append((one, replicates))
      }
      if role == .common, parts.contains(.standing) {
        let references = Dictionary(
          uniqueKeysWithValues: (first..<list.count).map { (list[$0].variant.jurisdiction, $0) })
        list += try standing(references, replicates)
      }
      if role == .common, parts.contains(.clauses), let file = library.file(own), scenario.jurisdictions.contains(own) {
        list += try transplants(file, reference: first, replicates)
      }
    }
    return list
  }

  /// The place's own rules, and after them the same with each ambiguous clause read otherwise, one at a time.
  ///
  /// Empty where the place has no rules of its own, or their document leaves nothing open. A reading that cannot stand
  /// beside the scenario's own patches is left out.
  func readings(of place: PlaceModel, replicates: Int) throws(Refusal) -> [(variant: Variant, replicates: Int)] {
    guard scenario.jurisdictions.contains(place.jurisdiction), let file = library.file(place.jurisdiction) else {
      return []
    }
    var list = [(variant(.baseline, file, try book(file, [])), replicates)]
    for reading in try book(file, []).readings {
      let chosen = scenario.readings[reading.id] ?? reading.standard
      for option in reading.options where option.letter != chosen {
        var readings = scenario.readings
        readings[reading.id] = option.letter
        guard let book = try? file.book(readings: readings, stages: [[], scenario.patches[file.id] ?? []]) else {
          continue
        }
        var one = variant(.reading(id: reading.id, letter: option.letter), file, book)
        one.reference = 0
        list.append((one, replicates))
      }
    }
    return list.count > 1 ? list : []
  }

  /// The place's own rules with one clause of another document each.
  private func transplants(
    _ own: RuleFile, reference: Int, _ replicates: Int
  ) throws(Refusal) -> [(variant: Variant, replicates: Int)] {
    var list: [(variant: Variant, replicates: Int)] = []
    var base = try book(own, [])
    common.apply(to: &base)
    for id in scenario.jurisdictions where id != own.id {
      guard let file = library.file(id) else { continue }
      var other = try book(file, [])
      common.apply(to: &other)
      for clause in Clause.allCases where clause.differs(base, other) {
        var one = variant(.transplant(clause: clause.rawValue, from: id), own, clause.moved(from: other, into: base))
        one.reference = reference
        one.usesCommonPrices = true
        list.append((one, replicates))
      }
    }
    return list
  }

  /// A place's own rules under some patches.
  ///
  /// - Parameter before: the rules of the year before, which no reform reaches; nil for those under the same patches.
  func variant(of file: RuleFile, under patches: [Patch], before: Plan?) throws(Refusal) -> Variant {
    var one = variant(.provisions, file, try book(file, patches))
    if let before { one.before = before }
    return one
  }

  func book(_ file: RuleFile, _ reform: [Patch]) throws(Refusal) -> RuleBook {
    try file.book(readings: scenario.readings, stages: [reform, scenario.patches[file.id] ?? []])
  }

  func variant(_ role: Variant.Role, _ file: RuleFile, _ book: RuleBook) -> Variant {
    Variant(
      role: role, jurisdiction: file.id, plan: Plan(book, year: scenario.year, isDated: scenario.isDated),
      before: Plan(book, year: scenario.year - 1, isDated: scenario.isDated), reference: nil, usesCommonPrices: false)
  }
}
