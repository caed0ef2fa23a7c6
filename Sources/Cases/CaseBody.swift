import Input
import Money
import Rules
import Settlement

/// The person and episodes of a case in the words of one jurisdiction.
struct CaseBody {
  var personID: String?
  var person = PersonYear(birth: .distantPast, facts: Facts(insurance: .residentTier1))
  var identities: [HeldIdentity] = []
  var episodes: [Episode] = []
  var episodeIDs: [String] = []
}

/// Reads the person and episodes of a case.
struct CaseBodyReader {
  let vocabulary: Vocabulary
  /// Identities and diseases that some rule file knows; those unknown to this vocabulary have no effect here.
  let knownElsewhere: [Vocabulary]
  let findings: Findings
  let year: Int

  func read(_ fields: Fields) -> CaseBody {
    var body = CaseBody()
    var insurance = InsuranceType.residentTier1
    if let node = fields.required("person") { insurance = person(Fields(node, fields.path("person"), findings), &body) }
    if let node = fields.required("episodes") {
      guard let items = node.items else {
        fields.fault(node, "a list is expected here, not \(node.named)", key: "episodes")
        return body
      }
      for (index, item) in items.enumerated() {
        let one = Fields(item, "\(fields.path("episodes"))[\(index + 1)]", findings)
        EpisodeReader(
          vocabulary: vocabulary, knownElsewhere: knownElsewhere, findings: findings, year: year, insurance: insurance
        )
        .read(one, birth: body.person.birth, into: &body)
        one.refuseUnknown()
      }
    }
    sort(&body)
    return body
  }

  /// Episodes are settled in order of date, ties in the order written.
  private func sort(_ body: inout CaseBody) {
    let order = body.episodes.indices.sorted {
      (body.episodes[$0].day, $0) < (body.episodes[$1].day, $1)
    }
    guard order != Array(body.episodes.indices) else { return }
    body.episodes = order.map { body.episodes[$0] }
    body.episodeIDs = order.map { body.episodeIDs[$0] }
  }

  private func person(_ fields: Fields, _ body: inout CaseBody) -> InsuranceType {
    defer { fields.refuseUnknown() }
    body.personID = fields.optionalText("id")
    let birth = fields.required("birthDate") == nil ? nil : fields.day("birthDate")
    if let birth, birth > Day.last(of: year), year > 0, let node = fields.node["birthDate"] {
      fields.fault(node, "\(birth) is after the benefit year \(year)", key: "birthDate")
    }
    _ = fields.word("sex", Sex.self)
    let insurance = fields.word("insurance", InsuranceType.self) ?? .residentTier1
    let enrolled = fields.flag("enrolledAfterIllness", default: false)
    if enrolled, insurance != .none, let node = fields.node["enrolledAfterIllness"] {
      fields.fault(node, "only with insurance: none", key: "enrolledAfterIllness")
    }
    body.person = PersonYear(
      birth: birth ?? .distantPast,
      facts: Facts(
        insurance: insurance, enrolledAfterIllness: enrolled,
        needsMaintenance: fields.flag("needsMaintenanceTreatment", default: false)),
      premiumPaid: fields.day("premiumPaid") ?? .distantPast)
    var isDesignated = false
    for node in fields.list("identities") { identity(node, fields, &body, &isDesignated) }
    designation(fields, isDesignated, &body)
    return insurance
  }

  private func designation(_ fields: Fields, _ isDesignated: Bool, _ body: inout CaseBody) {
    guard let node = fields.optional("designatedAs") else { return }
    guard isDesignated else {
      fields.fault(node, "only with the identity governmentDesignatedHardship", key: "designatedAs")
      return
    }
    body.person.designatedAs = index(node, fields, "designatedAs")
  }

  private func index(_ node: Node, _ fields: Fields, _ key: String) -> UInt8? {
    let name = node.text ?? ""
    if let index = vocabulary.identity(name) { return index }
    if !knownElsewhere.contains(where: { $0.identity(name) != nil }) {
      fields.fault(
        node, "\(node.named) is not an identity", key: key, among: vocabulary.identities.map(\.id),
        also: vocabulary.chineseIdentities)
    }
    return nil
  }

  private func identity(_ node: Node, _ fields: Fields, _ body: inout CaseBody, _ isDesignated: inout Bool) {
    guard node.entries != nil else {
      guard let index = index(node, fields, "identities") else { return }
      isDesignated = isDesignated || vocabulary.identities[Int(index)].id == "governmentDesignatedHardship"
      body.identities.append(HeldIdentity(index))
      return
    }
    let one = Fields(node, fields.path("identities"), findings)
    defer { one.refuseUnknown() }
    let from = one.day("from"), to = one.day("to"), applied = one.day("applied")
    let medical = one.flag("medicalExpense", default: false)
    if let from, let to, to < from { one.fault(node, "the interval is reversed: \(to) is before \(from)") }
    guard let tag = one.required("tag"), let index = index(tag, one, "tag") else { return }
    isDesignated = isDesignated || vocabulary.identities[Int(index)].id == "governmentDesignatedHardship"
    body.identities.append(
      HeldIdentity(
        index, from: from ?? .distantPast, to: to ?? .distantFuture, applied: applied, medicalExpense: medical))
  }
}

extension Fields {
  /// A day under a key.
  func day(_ key: String) -> Day? {
    guard let node = optional(key) else { return nil }
    guard let text = node.text, let day = Day(text) else {
      fault(node, "\(node.named) is not a day of the calendar, written 2023-05-02", key: key)
      return nil
    }
    return day
  }

  /// A word of a closed set under a key.
  func word<W: Word>(_ key: String, _: W.Type) -> W? {
    guard let node = optional(key) else { return nil }
    guard let text = node.text, let word = W(named: text) else {
      fault(
        node, "\(node.named) is not allowed here", key: key, among: W.allCases.map(\.id),
        also: W.allCases.map(\.chinese))
      return nil
    }
    return word
  }

  /// An amount of yuan under a key.
  func amount(_ key: String) -> Yuan? {
    guard let node = optional(key) else { return nil }
    do throws(DecimalFault) {
      return Yuan(fen: try DecimalText.hundredths(node.text ?? "", limit: Yuan.largestInput.fen))
    } catch {
      let reason = error.reason(node.named, what: "an amount of yuan", largest: "\(Yuan.largestInput) yuan")
      findings.add(node, path(key), reason, hint: error.hint)
      return nil
    }
  }
}
