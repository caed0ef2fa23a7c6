import Input
import Population
import Rules

/// Reads files of published figures (`format: medaid-published/1`, docs/model.md).
public enum PublishedReader {
  /// The figures that lie in the binary.
  ///
  /// - Throws: `Refusal` where the shipped file is broken, which a test rules out.
  public static func shipped() throws(Refusal) -> [PublishedFigure] {
    let file = "figures/published.yaml"
    guard let text = Embedded.text(file) else {
      throw Refusal(Diagnostic(at: Place(file: file, line: 1), "the program was built without its published figures"))
    }
    return try read(text, file: file)
  }

  /// Reads a file.
  ///
  /// - Throws: `Refusal` with everything that is wrong in it.
  public static func read(_ text: String, file: String) throws(Refusal) -> [PublishedFigure] {
    let findings = Findings()
    let root = Fields(try YAMLReader.read(text, file: file), "", findings)
    root.expectFormat("medaid-published/1")
    let figures = figures(root, ParameterSheet(findings))
    // What is listed and broken has been named: it is not missing.
    if root.node.entries != nil, root.list("figures").isEmpty {
      findings.add(root.node, "figures", "there are no figures")
    }
    root.refuseUnknown()
    try findings.refuseIfAny()
    return figures
  }

  /// The figures that a file lists.
  static func figures(_ root: Fields, _ sheet: ParameterSheet) -> [PublishedFigure] {
    root.list("figures").enumerated().compactMap { index, node in figure(node, "figures[\(index + 1)]", sheet) }
  }

  private static func figure(_ node: Node, _ path: String, _ sheet: ParameterSheet) -> PublishedFigure? {
    let read = sheet.parameter(node, path) { fields -> PublishedFigure? in
      let measure: Measure? = word(fields, "measure")
      let use: PublishedFigure.Use? = word(fields, "use")
      let value = fields.number("value", in: 0...1_000_000)
      let uncertainty = fields.number("uncertainty", in: 0...1_000_000)
      guard let measure, let use, let value, let uncertainty else { return nil }
      return PublishedFigure(
        measure: measure, value: value, uncertainty: uncertainty, use: use, provenance: Provenance(key: path))
    }
    guard var figure = read, let provenance = sheet.sources.last else { return nil }
    figure.provenance = provenance
    return figure
  }

  private static func word<Word: RawRepresentable & CaseIterable>(_ fields: Fields, _ key: String) -> Word?
  where Word.RawValue == String {
    guard let node = fields.required(key) else { return nil }
    if let found = node.text.flatMap(Word.init(rawValue:)) { return found }
    fields.fault(node, "\(node.named) is not known here", key: key, among: Word.allCases.map(\.rawValue))
    return nil
  }
}
