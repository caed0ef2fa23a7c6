import Input
import Population

/// What is calibrated: the parameters that may move, within bounds, and the figures they should meet.
public struct CalibrationPlan: Sendable {
  /// A parameter that may move.
  public struct Parameter: Hashable, Sendable {
    /// Its path in the illness file.
    public var path: String
    /// How far it may move.
    public var bounds: ClosedRange<Double>
    /// Its line in the plan, for messages.
    public var line: Int
  }

  /// The parameters.
  public var parameters: [Parameter]
  /// The figures.
  public var figures: [PublishedFigure]

  /// Reads a plan (`format: medaid-targets/1`, docs/model.md).
  ///
  /// - Parameter shipped: the program's own figures, of which `measures` takes the calibrated ones.
  /// - Throws: `Refusal` with everything that is wrong in it.
  public static func read(
    _ text: String, file: String, shipped: [PublishedFigure]
  ) throws(Refusal) -> CalibrationPlan {
    let findings = Findings()
    let root = Fields(try YAMLReader.read(text, file: file), "", findings)
    root.expectFormat("medaid-targets/1")
    let parameters = root.list("parameters").enumerated().compactMap { index, node in
      parameter(Fields(node, "parameters[\(index + 1)]", findings))
    }
    var figures = PublishedReader.figures(root, ParameterSheet(findings))
    for node in root.list("measures") {
      let known = shipped.filter { $0.use == .calibrated }
      if figures.contains(where: { $0.measure.rawValue == node.text }) {
        root.fault(node, "\(node.named) stands here twice", key: "measures")
      } else if let figure = known.first(where: { $0.measure.rawValue == node.text }) {
        figures.append(figure)
      } else {
        root.fault(
          node, "\(node.named) is no calibrated figure of the program", key: "measures",
          among: known.map(\.measure.rawValue))
      }
    }
    if root.node.entries != nil {
      // What is listed and broken has been named: it is not missing.
      if root.list("parameters").isEmpty { findings.add(root.node, "parameters", "no parameter may move") }
      if root.list("measures").isEmpty, root.list("figures").isEmpty {
        findings.add(root.node, "measures", "there is nothing to be met", hint: "name measures")
      }
    }
    root.refuseUnknown()
    try findings.refuseIfAny()
    return CalibrationPlan(parameters: parameters, figures: figures)
  }

  private static func parameter(_ fields: Fields) -> Parameter? {
    let path = fields.text("path")
    let (least, most) = (fields.number("from", in: 0...1_000_000), fields.number("to", in: 0...1_000_000))
    fields.refuseUnknown()
    guard let path, let least, let most else { return nil }
    guard least < most else {
      fields.fault(fields.node, "from must be below to", key: "to")
      return nil
    }
    return Parameter(path: path, bounds: least...most, line: fields.node.place.line)
  }
}
