import Input
import Population
import Rules

/// Reads the key `response` of a scenario.
struct ResponseReader {
  private let vocabulary: Vocabulary
  private let findings: Findings

  init(_ vocabulary: Vocabulary, _ findings: Findings) {
    self.vocabulary = vocabulary
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
    if let node = fields.optional("identities") {
      let list = Fields(node, fields.path("identities"), findings)
      for entry in list.entries {
        guard let identity = vocabulary.identity(entry.key) else {
          findings.add(
            Diagnostic(
              at: entry.place, key: list.path(entry.key), "there is no such identity",
              hint: Spelling.hint(for: entry.key, among: vocabulary.identities.map(\.id))))
          continue
        }
        let one = Fields(entry.value, list.path(entry.key), findings)
        terms.identities[Int(identity)] = elasticity(one, terms.standard)
        one.refuseUnknown()
      }
    }
    fields.refuseUnknown()
    return terms
  }

  private func elasticity(_ fields: Fields, _ missing: ResponseTerms.Elasticity) -> ResponseTerms.Elasticity {
    func number(_ key: String, _ missing: Double) -> Double {
      fields.optional(key).flatMap { fields.signed($0, key, in: Self.bounds) } ?? missing
    }
    return ResponseTerms.Elasticity(
      admissions: number("admissions", missing.admissions), levels: number("levels", missing.levels))
  }
}
