import Input

/// Reads the parameters of one file and keeps where each of them comes from.
///
/// A parameter is a mapping that holds a value and says its `source`, `year` and `confidence`; whatever has no source,
/// or confidence L, says `status: assumption` and gives a `reason`. So no figure can slip in that nobody stands for.
package final class ParameterSheet {
  package let findings: Findings
  package private(set) var sources: [Provenance] = []

  package init(_ findings: Findings) { self.findings = findings }

  /// Reads the parameter under `key`; `body` reads its own keys.
  package func parameter<Value>(_ parent: Fields, _ key: String, _ body: (Fields) -> Value?) -> Value? {
    guard let node = parent.required(key) else { return nil }
    return parameter(node, parent.path(key), body)
  }

  /// Reads the parameter that `node` holds.
  package func parameter<Value>(_ node: Node, _ path: String, _ body: (Fields) -> Value?) -> Value? {
    let fields = Fields(node, path, findings)
    guard node.entries != nil else { return nil }
    sources.append(provenance(fields))
    let value = body(fields)
    fields.refuseUnknown()
    return value
  }

  /// A parameter whose `value` is one number.
  package func number(_ parent: Fields, _ key: String, in bounds: ClosedRange<Double>) -> Double? {
    parameter(parent, key) { $0.number("value", in: bounds) }
  }

  /// A parameter whose `value` is one whole number.
  package func integer(_ parent: Fields, _ key: String, in bounds: ClosedRange<Int>) -> Int? {
    parameter(parent, key) { fields in fields.required("value").flatMap { fields.integer($0, "value", in: bounds) } }
  }

  /// A parameter whose `value` is a list of numbers.
  package func numbers(_ parent: Fields, _ key: String, count: Int, in bounds: ClosedRange<Double>) -> [Double]? {
    parameter(parent, key) { $0.numbers("value", count: count, in: bounds) }
  }

  /// A parameter whose `value` is a list of shares that add up to 1.
  package func shares(_ parent: Fields, _ key: String, count: Int) -> [Double]? {
    parameter(parent, key) { $0.shares("value", count: count) }
  }

  private func provenance(_ fields: Fields) -> Provenance {
    let source = fields.optionalText("source")
    let year = fields.optionalText("year")
    let reason = fields.optionalText("reason")
    var confidence: Confidence?
    if let node = fields.optional("confidence") {
      confidence = node.text.flatMap(Confidence.init(rawValue:))
      if confidence == nil {
        fields.fault(node, "\(node.named) is not a confidence", key: "confidence", among: ["H", "M", "L"])
      }
    } else if source != nil {
      fields.fault(fields.node, "a source needs a confidence", key: "confidence", among: ["H", "M", "L"])
    }
    var isAssumption = false
    if let node = fields.optional("status") {
      isAssumption = node.text == "assumption"
      if !isAssumption { fields.fault(node, "\(node.named) is not a status", key: "status", among: ["assumption"]) }
    }
    if source != nil, year == nil { fields.fault(fields.node, "a source needs the year it speaks of", key: "year") }
    if source == nil, !isAssumption {
      findings.add(
        fields.node, fields.path, "the parameter has no source",
        hint: "give source, year and confidence, or status: assumption and a reason")
    }
    if confidence == .low, !isAssumption {
      findings.add(
        fields.node, fields.path, "a figure of confidence L is an assumption", hint: "add status: assumption")
    }
    if isAssumption, reason == nil { fields.fault(fields.node, "an assumption needs a reason", key: "reason") }
    return Provenance(
      key: fields.path, source: source, year: year, confidence: confidence, isAssumption: isAssumption, reason: reason)
  }
}
