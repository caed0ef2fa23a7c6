import ArgumentParser
import Input
import Rules

/// Lists the jurisdictions.
struct RulesList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the jurisdictions.")
  @OptionGroup var rules: RuleOptions

  func run() throws {
    try guarded {
      let rows = try rules.library().files.map { file in
        let document = file.book.document
        return [
          file.id, file.book.name.english, file.book.name.chinese, document.number,
          document.issued?.description ?? "undated", document.status.rawValue,
        ]
      }
      let table = TextTable(header: ["id", "name", "名称", "number", "issued", "standing"], rows: rows)
      try TableFormat.write(table.lines(markdown: false))
    }
  }
}
