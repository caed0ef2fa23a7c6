import Input
import Population

/// Reads the key `uncertainty` of a scenario.
struct UncertaintyReader {
  private let findings: Findings
  private let series: NationalSeries

  /// - Parameter series: the ground of the default year effect.
  init(_ findings: Findings, _ series: NationalSeries) {
    self.findings = findings
    self.series = series
  }

  /// What is uncertain: as the key says, and for what it does not name as the program assumes.
  func read(_ parent: Fields) -> Uncertainty {
    var result = Uncertainty.standard(series)
    guard let node = parent.optional("uncertainty") else { return result }
    if node.text == "none" { return .none }
    guard node.entries != nil else {
      parent.fault(
        node, "a mapping of laws, or none, is expected here, not \(node.named)", key: "uncertainty", among: ["none"])
      return result
    }
    let fields = Fields(node, "uncertainty", findings)
    if fields.optional("yearEffect") != nil { result.yearEffect = yearEffect(fields) }
    for index in result.parameters.indices {
      guard let node = fields.optional(result.parameters[index].id) else { continue }
      guard let law = law(node, fields, result.parameters[index].assumption) else { continue }
      result.parameters[index].law = law
      result.parameters[index].isStated = true
    }
    fields.refuseUnknown()
    return result
  }

  private func yearEffect(_ fields: Fields) -> YearEffect? {
    guard let node = fields.optional("yearEffect") else { return nil }
    if node.text == "none" { return nil }
    if node.text == "national" { return YearEffect(series) }
    guard node.entries != nil else {
      fields.fault(
        node, "national, none, or standard deviations in percent are expected here, not \(node.named)",
        key: "yearEffect", among: ["national", "none"])
      return nil
    }
    let parts = Fields(node, "uncertainty.yearEffect", findings)
    defer { parts.refuseUnknown() }
    return YearEffect(
      deviations: YearEffect.Part.allCases.map {
        (parts.number($0.rawValue, in: 0...100, default: 0) ?? 0) / 100
      })
  }

  private func law(_ node: Node, _ parent: Fields, _ assumption: WeakAssumption) -> Law? {
    if node.text == "fixed" { return .fixed }
    guard let entries = node.entries, entries.count == 1, let entry = entries.first else {
      parent.fault(
        node, "one law, or fixed, is expected here, not \(node.named)", key: assumption.rawValue, among: ["fixed"])
      return nil
    }
    let fields = Fields(node, parent.path(assumption.rawValue), findings)
    let bounds: ClosedRange<Double> = assumption.center == 0 ? -50...50 : 1...1_000
    switch entry.key {
    case "logNormal" where assumption.center == 1:
      return fields.signed(entry.value, "logNormal", in: 0...100).map { .logNormal($0 / 100) }
    case "normal":
      // So that six standard deviations from it nothing is negative.
      return fields.signed(entry.value, "normal", in: 0...15).map { .normal($0 / 100) }
    case "uniform":
      guard let ends = numbers(entry.value, fields, "uniform", count: 2, in: bounds) else { return nil }
      return .uniform(ends[0], ends[1])
    case "triangular":
      guard let corners = numbers(entry.value, fields, "triangular", count: 3, in: bounds) else { return nil }
      return .triangular(corners[0], corners[1], corners[2])
    default:
      let known = (assumption.center == 1 ? ["logNormal"] : []) + ["normal", "uniform", "triangular"]
      findings.add(
        Diagnostic(
          at: entry.place, key: fields.path(entry.key), "this law is not known here",
          hint: Spelling.hint(for: entry.key, among: known)))
      return nil
    }
  }

  /// Numbers in rising order, in hundredths.
  private func numbers(
    _ node: Node, _ fields: Fields, _ key: String, count: Int, in bounds: ClosedRange<Double>
  ) -> [Double]? {
    guard let items = node.items, items.count == count else {
      fields.fault(node, "a list of \(count) numbers is expected here, not \(node.named)", key: key)
      return nil
    }
    let values = items.compactMap { fields.signed($0, key, in: bounds) }
    guard values.count == count else { return nil }
    guard zip(values, values.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      fields.fault(node, "the numbers are not in rising order", key: key)
      return nil
    }
    return values.map { $0 / 100 }
  }
}
