import ArgumentParser
import Rules

/// Shows everything a rule file says.
struct RulesShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show everything a jurisdiction's rule file says, with article or source.",
    discussion: "Without --year, values that change with the year are shown for every year.")

  @Argument(help: "A jurisdiction, such as guizhou.") var jurisdiction: String
  @Option(help: "Resolve values for this benefit year.") var year: Int?
  @Option(help: "table or markdown.") var format: TableFormat = .table
  @OptionGroup var rules: RuleOptions

  func validate() throws { try BenefitYear.check(year, option: "--year") }

  func run() throws {
    try guarded {
      let file = try rules.file(jurisdiction, of: rules.library())
      try TableFormat.write(
        RuleTables.show(RuleView(file, year: year), markdown: format == .markdown, width: Terminal.width))
    }
  }
}
