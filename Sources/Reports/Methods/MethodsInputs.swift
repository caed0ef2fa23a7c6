import Input
import Population
import Rules
import Settlement
import Simulation

/// The inputs of a run with their sources: documents, changes of them, people, illness and insurance.
struct MethodsInputs {
  let run: FinishedRun

  /// Every table of the element on input data.
  var text: String {
    var text = MarkdownText()
    text.heading("Documents", level: 3)
    text.table(header: ["id", "document", "number", "issued", "standing in \(run.scenario.year)"], rows: documents)
    text.heading("Readings and changes", level: 3)
    text.paragraph(
      "Doubtful clauses are read as `docs/decisions.md` says, but for the readings above. Values that were changed:")
    text.table(header: ["change", "path", "value"], rows: changes.isEmpty ? [["none", "", ""]] : changes)
    for place in run.places {
      text.heading("People of \(place.english) \(place.chinese)", level: 3)
      text.table(header: MethodsInputs.header, rows: place.sources.map(Self.row))
    }
    text.heading("Illness and cost (\(run.illness.name))", level: 3)
    text.table(header: MethodsInputs.header, rows: run.illness.sources.map(Self.row))
    return String(text.text.dropLast())
  }

  private static let header = ["parameter", "source", "year", "confidence", "remark"]

  private static func row(_ source: Provenance) -> [String] {
    [
      source.key, source.source ?? "none", source.year ?? "",
      [source.confidence?.rawValue, source.isAssumption ? "assumption" : nil].compactMap { $0 }.joined(separator: ", "),
      source.reason ?? "",
    ]
  }

  /// The rule files of the run, in the scenario's order.
  private var files: [RuleFile] { run.scenario.jurisdictions.compactMap { run.library.file($0) } }

  private var documents: [[String]] {
    files.map { file in
      let document = file.book.document
      return [
        file.id, "\(document.title.english) \(document.title.chinese)", document.number,
        document.issued?.description ?? "undated", document.standing(in: run.scenario.year).rawValue,
      ]
    }
  }

  private var changes: [[String]] {
    func rows(_ name: String, _ patches: [String: [Patch]]) -> [[String]] {
      patches.keys.sorted().flatMap { id in
        (patches[id] ?? []).map { [name, ([id] + $0.path).joined(separator: "."), $0.value.text ?? $0.value.named] }
      }
    }
    return run.scenario.reforms.flatMap { rows($0.name, $0.patches) } + rows("whole run", run.scenario.patches)
  }

  /// What stands on no figure that was seen, by where it acts.
  var assumptions: String {
    var text = MarkdownText()
    for place in run.places {
      let keys = place.sources.filter(\.isAssumption).map { "`\($0.key)`" }
      text.paragraph("**People of \(place.english)**: \(Self.listed(keys)).")
    }
    let illness = run.illness.sources.filter(\.isAssumption).map { "`\($0.key)`" }
    text.paragraph("**Illness and cost**: \(Self.listed(illness)).")
    for file in files {
      text.paragraph("**Rules and insurance of \(file.book.name.english)**, beside what the document says:")
      text.table(header: ["what", "values", "ground"], rows: grounds(file))
    }
    if run.scenario.comparison, run.scenario.comparisonParts.contains(.common) {
      text.paragraph(
        "**Comparison at common insurance**: one schedule, premium and price level for all, nobody's real one, of confidence L."
      )
    }
    text.paragraph(
      "Behaviour, use of care and prices do not respond to the rules; nothing is carried into another year.")
    return String(text.text.dropLast())
  }

  private static func listed(_ keys: [String]) -> String { keys.isEmpty ? "nothing" : keys.joined(separator: ", ") }

  /// Values that no article states, those of one section and ground together.
  private func grounds(_ file: RuleFile) -> [[String]] {
    let words = Source.Status.allCases.filter { $0 != .document }.map(\.rawValue)
    var groups: [(section: String, paths: [String], ground: String)] = []
    for row in rows(file) where words.contains(where: { row.ground.hasPrefix($0) }) {
      if let index = groups.firstIndex(where: { $0.section == row.section && $0.ground == row.ground }) {
        groups[index].paths.append(row.path)
      } else {
        groups.append((row.section, [row.path], row.ground))
      }
    }
    return groups.map { group in
      ["`\(group.paths.count == 1 ? group.paths[0] : group.section)`", String(group.paths.count), group.ground]
    }
  }

  private func rows(_ file: RuleFile) -> [RuleRow] { RuleView(file, year: run.scenario.year).rows }

  private static func row(_ row: RuleRow) -> [String] { ["`\(row.path)`", row.valueWithUnit, row.ground] }

  /// Every value of every rule file.
  var rules: String {
    var text = MarkdownText()
    for file in files {
      text.heading("\(file.book.name.english) \(file.book.name.chinese)", level: 3)
      text.table(header: ["path", "value", "ground"], rows: rows(file).map(Self.row))
    }
    return String(text.text.dropLast())
  }
}
