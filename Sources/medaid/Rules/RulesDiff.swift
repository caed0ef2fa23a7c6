import ArgumentParser
import Foundation
import Input
import Rules

/// Compares two rule files, or two years of one.
struct RulesDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compare two jurisdictions, two rule files, or two years of one, clause by clause.",
    discussion: """
      `medaid rules diff guizhou guizhou --year 2023 --with-year 2024` shows what changes from year to year. On a terminal \
      that is too narrow for the table its rows stand one below the other; elsewhere the table is whole.
      """
  )

  @Argument(help: "A jurisdiction or a rule file.") var first: String
  @Argument(help: "A jurisdiction or a rule file.") var second: String
  @Option(help: "Resolve values for this benefit year.") var year: Int?
  @Option(name: .customLong("with-year"), help: "The benefit year of the second, where it is another.") var withYear:
    Int?
  @Option(help: "table or markdown.") var format: TableFormat = .table
  @OptionGroup var rules: RuleOptions

  func validate() throws {
    try BenefitYear.check(year, option: "--year")
    try BenefitYear.check(withYear, option: "--with-year")
  }

  func run() throws {
    try guarded {
      let library = try rules.library()
      let one = RuleView(try load(first, library), year: year)
      let other = RuleView(try load(second, library), year: withYear ?? year)
      let names =
        first == second && withYear != nil
        ? (year.map(String.init) ?? first, withYear.map(String.init) ?? second) : (one.book.id, other.book.id)
      try TableFormat.write(
        RuleTables.differences(one, other, names: names, markdown: format == .markdown, width: Terminal.width))
    }
  }

  /// A jurisdiction by its name, anything that looks like a file by its path.
  private func load(_ name: String, _ library: RuleLibrary) throws(Refusal) -> RuleFile {
    guard library.file(name) == nil, name.contains("/") || name.contains(".") else {
      return try rules.file(name, of: library, orFile: true)
    }
    return try RuleFile(text: InputFile.text(name), file: name, vocabulary: library.vocabulary)
  }
}
