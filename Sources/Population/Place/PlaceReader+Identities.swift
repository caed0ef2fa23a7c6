import Input
import Rules

extension PlaceReader {
  /// The identities of one kind with their shares, in the order of the file.
  func shares(_ section: Fields, _ key: String, household: Bool, of population: Double?) -> [IdentityShare] {
    guard let node = section.optional(key) else { return [] }
    let list = Fields(node, section.path(key), section.findings)
    return list.entries.compactMap { entry in
      guard let identity = vocabulary.identity(entry.key) else {
        section.findings.add(
          Diagnostic(
            at: entry.place, key: list.path(entry.key), "there is no such identity",
            hint: Spelling.hint(for: entry.key, among: vocabulary.identities.map(\.id))))
        return nil
      }
      let covers = vocabulary.household >> UInt64(identity) & 1 == 1
      if covers != household {
        section.findings.add(
          Diagnostic(
            at: entry.place, key: list.path(entry.key),
            covers ? "the identity covers a household" : "the identity is a person's, not a household's",
            hint: "move it to identities.\(covers ? "household" : "person")"))
      }
      return sheet.parameter(entry.value, list.path(entry.key)) {
        share($0, identity, household: household, of: population, line: entry.place.line)
      }
    }
  }

  private func share(
    _ fields: Fields, _ identity: UInt8, household: Bool, of population: Double?, line: Int
  ) -> IdentityShare? {
    let share = share(fields, of: population)
    let times = fields.number("poorTimes", in: 0.001...10_000, default: 1)
    let residence = word(fields, "residence", Residence.any, of: Residence.allCases.map(\.rawValue), Residence.init)
    var result = IdentityShare(
      key: fields.path, line: line, identity: identity, share: share ?? 0, poorTimes: times ?? 1, residence: residence,
      ages: 0...AgePyramid.oldest, householdAtMost: .max, insurance: nil, withoutHouseholdIdentity: false,
      designatedAs: nil)
    result.isCounted = fields.has("count")
    if !household {
      if fields.has("ages"), let ages = fields.numbers("ages", count: 2, in: 0...Double(AgePyramid.oldest)) {
        if ages[0] <= ages[1] {
          result.ages = Int(ages[0])...Int(ages[1])
        } else {
          fields.fault(fields.node, "the first age is the lower one", key: "ages")
        }
      }
      if let size = fields.integer("householdAtMost", in: 1...20) { result.householdAtMost = size }
      if fields.has("insurance") {
        let kinds = InsuranceType.allCases.map(\.id)
        result.insurance = word(fields, "insurance", nil, of: kinds) { InsuranceType(named: $0) }
      }
      result.overlaps = overlaps(fields)
      result.withoutHouseholdIdentity = fields.flag("withoutHouseholdIdentity", default: false)
      if fields.has("designatedAs") {
        let known = vocabulary.identities.map(\.id)
        result.designatedAs = word(fields, "designatedAs", nil, of: known) { vocabulary.identity($0) }
      }
    }
    return share == nil ? nil : result
  }

  private func overlaps(_ fields: Fields) -> [Overlap] {
    guard let node = fields.optional("overlaps") else { return [] }
    let list = Fields(node, fields.path("overlaps"), fields.findings)
    let overlaps = list.entries.compactMap { entry -> Overlap? in
      guard let identity = vocabulary.identity(entry.key) else {
        list.findings.add(
          Diagnostic(
            at: entry.place, key: list.path(entry.key), "there is no such identity",
            hint: Spelling.hint(for: entry.key, among: vocabulary.identities.map(\.id))))
        return nil
      }
      return list.number(entry.value, entry.key, in: 0...1).map {
        Overlap(identity: identity, share: $0, name: entry.key)
      }
    }
    if overlaps.reduce(0, { $0 + $1.share }) > 1 {
      fields.fault(node, "the overlaps are more than all holders", key: "overlaps")
    }
    return overlaps
  }

  /// Holders over all residents: stated, or from a count.
  private func share(_ fields: Fields, of population: Double?) -> Double? {
    guard let node = fields.optional("count") else { return fields.number("share", in: 0...1) }
    if fields.optional("share") != nil {
      fields.fault(node, "an identity states its count or its share, not both", key: "count")
      return nil
    }
    guard let count = fields.integer(node, "count", in: 0...10_000_000_000), let population else { return nil }
    guard Double(count) <= population else {
      fields.fault(node, "\(count) people hold the identity, of \(population.plain) who live here", key: "count")
      return nil
    }
    return Double(count) / population
  }

  private func word<Value>(
    _ fields: Fields, _ key: String, _ missing: Value, of words: [String], _ read: (String) -> Value?
  ) -> Value {
    guard let node = fields.optional(key) else { return missing }
    if let value = node.text.flatMap(read) { return value }
    fields.fault(node, "\(node.named) is not allowed here", key: key, among: words)
    return missing
  }
}
