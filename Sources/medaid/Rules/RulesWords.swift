import ArgumentParser
import Rules

/// Lists the words that cases and rule files share.
struct RulesWords: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words", abstract: "List identities and diseases by identifier, English and Chinese name.")

  @Option(help: "table or markdown.") var format: TableFormat = .table

  func run() throws {
    try guarded {
      try TableFormat.write(
        RuleTables.words(Vocabulary.shared(), markdown: format == .markdown, width: Terminal.width))
    }
  }
}
