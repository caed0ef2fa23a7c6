import Input
import Population
import Rules

/// Reads the key `response` of a scenario.
struct ResponseReader {
  private let vocabulary: Vocabulary
  private let places: [PlaceModel]
  private let findings: Findings

  /// - Parameter places: those of the scenario.
  init(_ vocabulary: Vocabulary, _ places: [PlaceModel], _ findings: Findings) {
    self.vocabulary = vocabulary
    self.places = places
    self.findings = findings
  }

  /// Beyond it a price of 0 would multiply use forty times and more.
  private static let bounds = -0.95...0

  /// How use answers to prices; nil where the key is absent.
  func read(_ parent: Fields) -> ResponseTerms? {
    guard let node = parent.optional("response") else { return nil }
    let fields = Fields(node, "response", findings)
    guard let source = fields.text("source") else { return nil }
    if source.allSatisfy(\.isWhitespace), let node = fields.node["source"] {
      fields.fault(node, "an elasticity without its source cannot be judged", key: "source")
    }
    var terms = ResponseTerms(source: source)
    terms.standard = elasticity(fields, ResponseTerms.Elasticity())
    refuseEmpty("identities", fields)
    if let node = fields.optional("identities") {
      let list = Fields(node, fields.path("identities"), findings)
      for entry in list.entries { read(entry, list, into: &terms) }
    }
    fields.refuseUnknown()
    return terms
  }

  private func read(_ entry: Node.Entry, _ list: Fields, into terms: inout ResponseTerms) {
    func refuse(_ reason: String, hint: String?) {
      findings.add(Diagnostic(at: entry.place, key: list.path(entry.key), reason, hint: hint))
    }
    let fields = Fields(entry.value, list.path(entry.key), findings)
    let own = elasticity(fields, terms.standard)
    fields.refuseUnknown()
    guard let identity = vocabulary.identity(entry.key) else {
      return refuse(
        "there is no such identity", hint: Spelling.hint(for: entry.key, among: vocabulary.identities.map(\.id)))
    }
    guard terms.identities[Int(identity)] == nil else {
      return refuse("the identity is named above already", hint: "it may stand there by its other name: keep one")
    }
    let isHeld = places.contains { place in
      (place.identities + place.householdIdentities).contains {
        vocabulary.implied[Int($0.identity)] >> UInt64(identity) & 1 == 1
      }
    }
    if !isHeld, !places.isEmpty {
      return refuse(
        "nobody in the places of the scenario holds this identity when falling ill, so that nobody would answer",
        hint: "leave it out; who is recognised because of illness counts with what the person held before")
    }
    if !fields.has("admissions"), !fields.has("levels") {
      return refuse("no elasticity is given", hint: "give admissions, levels, or both")
    }
    terms.identities[Int(identity)] = own
  }

  private func elasticity(_ fields: Fields, _ missing: ResponseTerms.Elasticity) -> ResponseTerms.Elasticity {
    func number(_ key: String, _ missing: Double) -> Double {
      refuseEmpty(key, fields)
      return fields.optional(key).flatMap { fields.signed($0, key, in: Self.bounds) } ?? missing
    }
    return ResponseTerms.Elasticity(
      admissions: number("admissions", missing.admissions), levels: number("levels", missing.levels))
  }

  private func refuseEmpty(_ key: String, _ fields: Fields) {
    guard let node = fields.node[key], case .null = node.content else { return }
    fields.fault(node, "the key is there without a value", key: key)
  }
}
