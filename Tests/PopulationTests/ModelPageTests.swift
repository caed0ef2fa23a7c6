import Foundation
import Input
import Rules
import Testing

@testable import Population

/// docs/model.md shows every parameter of the shipped illness file. `MEDAID_RENEW=1 swift test` writes its table anew.
@Suite struct ModelPageTests {
  private static let header = """
    | parameter | value | source or reason | year | confidence |
    |---|---|---|---|---|
    """

  private let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/model.md")

  /// One row a parameter: a mapping that says who stands for it.
  private func rows(_ node: Node, _ path: String) -> [String] {
    guard let entries = node.entries else { return [] }
    let told: Set<String> = ["source", "year", "confidence", "status", "reason"]
    guard node["source"] == nil, node["status"] == nil else {
      let values = entries.filter { !told.contains($0.key) }
      let value = values.map { $0.key == "value" ? text($0.value) : "\($0.key): \(text($0.value))" }
      let grounds = [node["source"]?.text, node["reason"]?.text].compactMap(\.self).joined(separator: "; ")
      let confidence = node["confidence"]?.text ?? ""
      let isAssumed = node["status"] != nil
      return [
        "| `\(path)` | \(value.joined(separator: ", ")) | \(grounds) | \(node["year"]?.text ?? "") | "
          + "\([confidence, isAssumed ? "assumption" : ""].filter { !$0.isEmpty }.joined(separator: ", ")) |"
      ]
    }
    return entries.flatMap { rows($0.value, path.isEmpty ? $0.key : "\(path).\($0.key)") }
  }

  private func text(_ node: Node) -> String {
    if let items = node.items { return items.map(text).joined(separator: " ") }
    return node.text ?? ""
  }

  @Test func everyParameterStandsOnThePage() throws {
    let file = try YAMLReader.read(try #require(Embedded.text("model/illness.yaml")), file: "illness.yaml")
    let rows = rows(file, "")
    let keys = try Shipped().illness.sources.map(\.key)
    // The reader knows what a parameter is; the table must not leave one out.
    #expect(rows.count == keys.count)
    for key in keys { #expect(rows.contains { $0.hasPrefix("| `\(key)` |") }, "\(key)") }
    let table = Self.header + "\n" + rows.joined(separator: "\n") + "\n"
    let text = try String(contentsOf: page, encoding: .utf8)
    if ProcessInfo.processInfo.environment["MEDAID_RENEW"] != nil, let start = text.firstRange(of: Self.header) {
      try (text[..<start.lowerBound] + table).write(to: page, atomically: true, encoding: .utf8)
    } else {
      #expect(text.hasSuffix(table), "MEDAID_RENEW=1 swift test --filter ModelPageTests writes it anew")
    }
  }
}
