import ArgumentParser
import Input
import Reports
import Rules

/// Lists the jurisdictions.
struct RulesList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the jurisdictions.")

  /// How the list is written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, markdown, csv, json }

  @Option(help: "table, markdown, csv or json (a list of objects).") var format: Format = .table
  @OptionGroup var rules: RuleOptions

  /// The columns for programs; the table has the same with headings for people.
  private static let keys = ["id", "name", "nameZh", "number", "issued", "standing"]

  func run() throws {
    try guarded {
      let rows = try rules.library().files.map { file in
        let document = file.book.document
        return [
          file.id, file.book.name.english, file.book.name.chinese, document.number, document.issued?.description ?? "",
          document.status.rawValue,
        ]
      }
      switch format {
      case .table, .markdown:
        let shown = rows.map { $0.enumerated().map { $0.offset == 4 && $0.element.isEmpty ? "undated" : $0.element } }
        let table = TextTable(header: ["id", "name", "名称", "number", "issued", "standing"], rows: shown)
        try TableFormat.write(table.lines(markdown: format == .markdown, width: Terminal.width))
      case .csv:
        var csv = CSVText(header: Self.keys)
        for row in rows { try csv.add(row) }
        try Output.write(csv.text())
      case .json: try Output.write(Self.json(rows))
      }
    }
  }

  /// One object a jurisdiction; what its document does not have is an empty text.
  private static func json(_ rows: [[String]]) -> String {
    var json = JSONText(isIndented: true)
    json.array { json in
      for row in rows {
        json.element { json in
          json.object { json in for (key, value) in zip(keys, row) { json.member(key, value) } }
        }
      }
    }
    return json.text + "\n"
  }
}
