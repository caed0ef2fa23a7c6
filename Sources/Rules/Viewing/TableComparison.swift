/// Compares the tables of two rule files in a form that both have: one entry an identity, one rate a hospital level.
///
/// Files cut classes and levels differently: an amount for all in one says the same as that amount for every class in
/// the other.
struct TableComparison {
  private let first: RuleView
  private let second: RuleView

  init(_ first: RuleView, _ second: RuleView) {
    (self.first, self.second) = (first, second)
  }

  /// Benefits that both grant.
  private var shared: [String] {
    first.book.benefits.map(\.id).filter { id in first.grants(id) && second.grants(id) }
  }

  private var haveTilt: Bool { first.book.tilt != nil && second.book.tilt != nil }

  // MARK: Rows that are compared as they stand

  /// The rows of a file that are no tables of both, without what it does not grant.
  func plain(_ view: RuleView) -> [RuleRow] {
    var tables = shared.flatMap { id in ["deductible", "rate", "cap"].map { "benefits.\(id).\($0)" } }
    if haveTilt { tables += ["threshold", "rate", "cap"].map { "tilt.\($0)" } }
    tables += InsuranceType.allCases.map { "insurance.basic.\($0.id)" }
    return view.identityRows
      + view.rows.filter { row in
        let keys = row.path.split(separator: ".").map(String.init)
        if keys[0] == "benefits", keys.count > 1, !view.grants(keys[1]) { return false }
        // The identities of the classes are compared one by one, see `identityRows`.
        if keys[0] == "classes", keys.last == "identities" { return false }
        return !tables.contains { row.path == $0 || row.path.hasPrefix($0 + ".") }
      }
  }

  /// What it means that a file does not have the path of a row; nil where it says nothing.
  func absent(_ row: RuleRow, in view: RuleView) -> RuleRow? {
    let keys = row.path.split(separator: ".").map(String.init)
    func says(_ value: String) -> RuleRow { .init(path: row.path, what: row.what, value: value, unit: "", ground: "") }
    if keys[0] == "benefits", keys.count > 1, !view.grants(keys[1]) { return says("not granted") }
    if keys[0] == "tilt", view.book.tilt == nil { return says("not granted") }
    return Self.implied(keys).map(says)
  }

  /// What a key means that a file leaves out.
  private static func implied(_ keys: [String]) -> String? {
    switch keys.last {
    case "capOn": "payout"
    case "per": "year"
    case "counts": "all"
    case "qualifies": "eachEpisode"
    case "selection": "class"
    case "pools", "separate", "modifierOrder", "otherInsuranceAlso": "none"
    case "waiveDeductible": "false"
    case "measure": keys.contains("gate") ? "inPolicy" : "remainder"
    default: nil
    }
  }

  // MARK: Tables

  /// The differences of all tables that both have.
  func differences() -> [RuleDifference] {
    var found: [RuleDifference] = []
    for id in shared {
      guard let a = first.book.benefits.first(where: { $0.id == id }),
        let b = second.book.benefits.first(where: { $0.id == id })
      else { continue }
      let claims = (ComparedTable(a.rate, a.sameRate), ComparedTable(b.rate, b.sameRate))
      let groups = Set((a.groups + b.groups).map(\.id)).sorted()
      let place = ("benefits.\(id)", "\(a.name.english) \(a.name.chinese)")
      found += compare(
        place, "deductible", (.init(a.limits.deductible), .init(b.limits.deductible)), claims: claims, groups)
      found += compare(place, "rate", claims, claims: claims, groups)
      found += compare(place, "cap", (.init(a.limits.cap), .init(b.limits.cap)), claims: claims, groups)
    }
    if let a = first.book.tilt, let b = second.book.tilt {
      let claims = (ComparedTable(a.rate), ComparedTable(b.rate))
      let place = ("tilt", "\(a.name.english) \(a.name.chinese)")
      found += compare(place, "threshold", (.init(a.threshold), .init(b.threshold)), claims: claims, [])
      found += compare(place, "rate", claims, claims: claims, [])
      found += compare(place, "cap", (.init(a.cap), .init(b.cap)), claims: claims, [])
    }
    for type in InsuranceType.allCases { found += insurance(type) }
    return found
  }

  private typealias Pair = (first: ComparedTable, second: ComparedTable)

  private func compare(
    _ place: (path: String, name: String), _ table: String, _ pair: Pair, claims: Pair, _ groups: [String]
  ) -> [RuleDifference] {
    let path = "\(place.path).\(table)", what = "\(place.name) › \(RuleView.Crumbs.spoken(table))"
    if let a = pair.first.same, let b = pair.second.same { return rows(path, what, a, b) }
    var found: [RuleDifference] = []
    for (id, name) in identities {
      let classes = (first.peopleClass(of: id)?.id, second.peopleClass(of: id)?.id)
      let claim = (claims.first.entry(classes.0), claims.second.entry(classes.1))
      let (path, what) = ("\(path).\(id)", "\(what) › \(name)")
      switch claim {
      case (nil, nil): continue
      case (_?, _?): found += rows(path, what, pair.first.entry(classes.0), pair.second.entry(classes.1))
      default:
        // Who has no claim has no cap either: one row says it.
        guard table == "rate" else { continue }
        let lacking = claim.0 == nil ? classes.0 : classes.1
        found += rows(path, what, claim.0, claim.1, missing: lacking == nil ? "no class" : "no claim")
      }
    }
    for group in groups {
      found += rows(
        "\(path).\(group)", "\(what) › \(group)", pair.first.each[group] ?? pair.first.same,
        pair.second.each[group] ?? pair.second.same)
    }
    return found
  }

  private func insurance(_ type: InsuranceType) -> [RuleDifference] {
    let a = first.book.insurance.basic[type], b = second.book.insurance.basic[type]
    let path = "insurance.basic.\(type.id)", what = "insurance › basic › \(type.id)"
    func both(_ key: String, _ part: (InsuranceSchedule.Basic) -> RateEntry) -> [RuleDifference] {
      rows("\(path).\(key)", "\(what) › \(RuleView.Crumbs.spoken(key))", a.map(part), b.map(part))
    }
    return both("deductible") { .byLevel($0.deductible) } + both("rate") { .byLevel($0.rate) }
      + both("cap") { .flat($0.cap) } + both("outpatientRate") { .byLevel($0.outpatientRate) }
      + both("outpatientCap") { .flat($0.outpatientCap) }
  }

  /// The identities that a class of either file names, with their names, in the order of the vocabularies.
  private var identities: [(id: String, name: String)] {
    var found: [(id: String, name: String)] = []
    for view in [first, second] {
      let named = Set(view.book.classes.flatMap(\.identities))
      for (index, term) in view.book.vocabulary.identities.enumerated() where named.contains(UInt8(index)) {
        if !found.contains(where: { $0.id == term.id }) { found.append((term.id, "\(term.english) \(term.chinese)")) }
      }
    }
    return found
  }

  // MARK: Entries

  /// The differences of two entries: level by level where one of them knows levels.
  private func rows(
    _ path: String, _ what: String, _ a: RateEntry?, _ b: RateEntry?, missing: String? = nil
  ) -> [RuleDifference] {
    let levels = [a, b].contains { if case .byLevel = $0 { true } else { false } }
    let hasBands = [a, b].contains { if case .bands = $0 { true } else { false } }
    guard levels, !hasBands else {
      return difference(path, what, row(path, what, a, first), row(path, what, b, second), missing)
    }
    return (0...3).flatMap { level -> [RuleDifference] in
      if level == 0, [a, b].allSatisfy({ $0?.isUnratedAsLowest ?? true }) { return [] }
      let (path, what) = ("\(path).level\(level)", "\(what) › level\(level)")
      return difference(
        path, what, row(path, what, a?.at(level), first), row(path, what, b?.at(level), second), missing)
    }
  }

  private func difference(
    _ path: String, _ what: String, _ a: RuleRow?, _ b: RuleRow?, _ missing: String?
  ) -> [RuleDifference] {
    guard a?.value != b?.value || a?.unit != b?.unit else { return [] }
    let stand = missing.map { RuleRow(path: path, what: what, value: $0, unit: "", ground: "") }
    return [.init(path: path, what: what, first: a ?? stand, second: b ?? stand)]
  }

  private func row(_ path: String, _ what: String, _ entry: RateEntry?, _ view: RuleView) -> RuleRow? {
    guard let entry, let quantity = entry.quantities.first else { return nil }
    let unit = UnitOfKey.name(quantity.unit, key: "")
    guard case .bands(let bands) = entry else {
      return .init(
        path: path, what: what, value: view.quantities.text(quantity), unit: unit, ground: quantity.source.summary)
    }
    let parts = bands.map { band in
      view.quantities.text(band.rate) + (band.upTo.map { " to \(view.quantities.text($0)) yuan" } ?? " above")
    }
    return .init(
      path: path, what: what, value: parts.joined(separator: ", "), unit: unit, ground: quantity.source.summary)
  }
}

extension RuleView {
  /// Whether the file has a benefit and a route leads to it.
  func grants(_ benefit: String) -> Bool {
    book.isReached(benefit) && book.benefits.contains { $0.id == benefit }
  }
}
