import Input

/// Reads a file that holds an insurance schedule and premiums only.
public enum InsuranceFile {
  /// The schedule and its parameters.
  ///
  /// - Throws: `Refusal` with every defect.
  public static func read(
    _ text: String, file: String, vocabulary: Vocabulary
  ) throws(Refusal) -> (InsuranceSchedule, [RuleBook.Parameter]) {
    let findings = Findings()
    let context = LoadContext(findings: findings, vocabulary: vocabulary)
    let top = Scope(try YAMLReader.read(text, file: file), "", inherited: nil, context)
    if let format = top.fields.required("format"), format.text != "medaid-insurance/1" {
      top.fields.fault(
        format, "\(format.named) is not a format this program reads", key: "format", among: ["medaid-insurance/1"])
    }
    _ = top.label("name")
    let schedule = MoneyRuleReader(context: context).insurance(top)
    var parameters: [RuleBook.Parameter] = []
    if let scope = top.scope("parameters") {
      for entry in scope.fields.entries where !Scope.sourceKeys.contains(entry.key) {
        let quantity = scope.quantity(entry.value, entry.key, .money)
        parameters.append(
          .init(
            id: entry.key, name: Label(english: entry.key, chinese: entry.key), value: .quantity(quantity),
            source: quantity.source))
      }
    }
    top.fields.refuseUnknown()
    try findings.refuseIfAny()
    return (schedule, parameters)
  }
}
