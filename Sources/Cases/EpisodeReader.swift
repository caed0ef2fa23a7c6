import Input
import Money
import Rules
import Settlement

/// Reads one episode of a case.
struct EpisodeReader {
  let vocabulary: Vocabulary
  let knownElsewhere: [Vocabulary]
  let findings: Findings
  let year: Int
  let insurance: InsuranceType

  func read(_ fields: Fields, birth: Day, into body: inout CaseBody) {
    let id = fields.text("id") ?? ""
    if body.episodeIDs.contains(id), let node = fields.node["id"] {
      fields.fault(node, "another episode has this id", key: "id")
    }
    _ = fields.required("kind")
    let kind = fields.word("kind", CareKind.self) ?? .inpatient
    let day = self.day(fields, birth: birth)
    let (claimDay, isManual) = claim(fields, day)
    let (level, designated, emergency) = hospital(fields)
    let chronicClass = fields.integer("chronicClass", in: 1...2)
    if chronicClass != nil, kind != .chronicOutpatient, let node = fields.node["chronicClass"] {
      fields.fault(node, "only with kind: chronicOutpatient", key: "chronicClass")
    }
    let treatment = fields.word("treatment", Treatment.self) ?? .unstated
    let facts = Facts(
      kind: kind, level: level, designated: designated, emergency: emergency,
      location: fields.word("location", CareLocation.self) ?? .county,
      referral: fields.word("referral", Referral.self) ?? .notRequired, treatment: treatment,
      chronicClass: chronicClass ?? 2,
      manualClaim: isManual)
    let disease = disease(fields)
    let cost = cost(fields)
    let paid = paid(fields, cost)
    body.episodeIDs.append(id)
    body.episodes.append(Episode(day: day, facts: facts, disease: disease, cost: cost, given: paid, claimDay: claimDay))
  }

  private func day(_ fields: Fields, birth: Day) -> Day {
    guard let node = fields.required("date"), let day = fields.day("date") else { return Day.first(of: max(1, year)) }
    if year > 0, day < Day.first(of: year) || day > Day.last(of: year) {
      fields.fault(node, "\(day) is not in the benefit year \(year)", key: "date")
    }
    if birth > day { fields.fault(node, "\(day) is before the person's birth on \(birth)", key: "date") }
    return day
  }

  private func claim(_ fields: Fields, _ day: Day) -> (Day, Bool) {
    guard let node = fields.optional("claim") else { return (.distantPast, false) }
    let claim = Fields(node, fields.path("claim"), findings)
    defer { claim.refuseUnknown() }
    let date = claim.day("date")
    switch claim.text("mode") {
    case "instant":
      if let node = claim.node["date"] { claim.fault(node, "only with mode: manual", key: "date") }
      return (.distantPast, false)
    case "none":
      if let node = claim.node["date"] { claim.fault(node, "only with mode: manual", key: "date") }
      return (.distantFuture, true)
    case "manual":
      guard let date else {
        if claim.node["date"] == nil { claim.fault(node, "a manual claim needs its date") }
        return (.distantPast, true)
      }
      if date < day { claim.fault(node, "the claim of \(date) is before the care of \(day)") }
      return (date, true)
    default:
      if let mode = claim.optional("mode") {
        claim.fault(mode, "\(mode.named) is not allowed here", key: "mode", among: ["instant", "manual", "none"])
      }
      return (.distantPast, false)
    }
  }

  private func hospital(_ fields: Fields) -> (Int, Bool, Bool) {
    guard let node = fields.optional("hospital") else { return (2, true, false) }
    let hospital = Fields(node, fields.path("hospital"), findings)
    defer { hospital.refuseUnknown() }
    return (
      hospital.integer("level", in: 0...3) ?? 2, hospital.flag("designated", default: true),
      hospital.flag("emergency", default: false)
    )
  }

  private func disease(_ fields: Fields) -> UInt8 {
    guard let node = fields.optional("disease") else { return Episode.noDisease }
    let name = node.text ?? ""
    if let index = vocabulary.disease(name) { return index }
    if !knownElsewhere.contains(where: { $0.disease(name) != nil }) {
      fields.fault(
        node, "\(node.named) is not a disease", key: "disease", among: vocabulary.diseases.map(\.id),
        also: vocabulary.chineseDiseases)
    }
    return Episode.noDisease
  }

  private func cost(_ fields: Fields) -> CostParts {
    guard let node = fields.required("cost") else { return CostParts(inPolicy: .zero) }
    let cost = Fields(node, fields.path("cost"), findings)
    defer { cost.refuseUnknown() }
    _ = cost.required("inPolicy")
    let parts = CostParts(
      inPolicy: cost.amount("inPolicy") ?? .zero, upfrontB: cost.amount("upfrontB") ?? .zero,
      overLimit: cost.amount("overLimit") ?? .zero, outOfCatalogue: cost.amount("outOfCatalogue") ?? .zero)
    if let total = cost.amount("total"), total != parts.total, let node = cost.node["total"] {
      cost.fault(node, "\(total) is not the sum of the four parts, \(parts.total)", key: "total")
    }
    return parts
  }

  private func paid(_ fields: Fields, _ cost: CostParts) -> GivenPayments? {
    guard let node = fields.optional("paid") else { return nil }
    let paid = Fields(node, fields.path("paid"), findings)
    defer { paid.refuseUnknown() }
    let (basic, critical, supplementary) = (
      paid.amount("basic"), paid.amount("criticalIllness"), paid.amount("supplementary")
    )
    guard basic != nil || critical != nil || supplementary != nil else { return nil }
    let given = GivenPayments(
      basic: basic ?? .zero, criticalIllness: critical ?? .zero, supplementary: supplementary ?? .zero)
    let sum = given.basic + given.criticalIllness + given.supplementary
    if sum > cost.inPolicy {
      paid.fault(node, "the layers paid \(sum), more than the in-policy amount \(cost.inPolicy)")
    }
    if insurance == .none, sum > .zero { paid.fault(node, "an uninsured person cannot have been paid by insurance") }
    return given
  }
}
