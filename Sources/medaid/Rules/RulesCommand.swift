import ArgumentParser
import Input
import Rules

/// Looks into the rule files.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Look into the rule files: what each document says, with its articles.",
    subcommands: [RulesList.self])
}

/// Lists the jurisdictions.
struct RulesList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the jurisdictions.")
  @OptionGroup var rules: RuleOptions

  func run() throws {
    try guarded {
      let rows = try rules.library().files.map { file in
        let document = file.book.document
        return [file.id, file.book.name.english, file.book.name.chinese, document.number, document.issued?.description ?? "undated", document.status.rawValue]
      }
      let table = TextTable(header: ["id", "name", "名称", "number", "issued", "standing"], rows: rows)
      try Output.write(table.lines(markdown: false).joined(separator: "\n") + "\n")
    }
  }
}
