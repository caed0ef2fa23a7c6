import ArgumentParser
import Rules

/// Lists what became of every article.
struct RulesCoverage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "List every article of a document and whether it is modelled, data or procedural.")

  @Argument(help: "A jurisdiction; all of them where none is named.") var jurisdiction: String?
  @Option(help: "table or markdown.") var format: TableFormat = .table
  @OptionGroup var rules: RuleOptions

  func run() throws {
    try guarded {
      for file in try rules.files(jurisdiction) {
        let lines = RuleTables.coverage(file.book, markdown: format == .markdown, width: Terminal.width)
        try TableFormat.write(
          ["\(format == .markdown ? "# " : "")\(file.book.name.english) (\(file.id))", ""] + lines + [""])
      }
    }
  }
}
