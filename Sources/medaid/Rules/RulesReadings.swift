import ArgumentParser
import Rules

/// Lists the ambiguous clauses.
struct RulesReadings: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "readings", abstract: "List ambiguous clauses and the ways to read them.")

  @Argument(help: "A jurisdiction; all of them where none is named.") var jurisdiction: String?
  @Option(help: "table or markdown.") var format: TableFormat = .table
  @OptionGroup var rules: RuleOptions

  func run() throws {
    try guarded {
      for file in try rules.files(jurisdiction) {
        let lines = RuleTables.readings(file.book, markdown: format == .markdown, width: Terminal.width)
        try TableFormat.write(
          ["\(format == .markdown ? "# " : "")\(file.book.name.english) (\(file.id))", ""] + lines + [""])
      }
    }
  }
}
