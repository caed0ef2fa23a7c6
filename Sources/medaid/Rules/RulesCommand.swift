import ArgumentParser

/// Looks into the rule files.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Look into the rule files: what each document says, with its articles.",
    subcommands: [
      RulesList.self, RulesShow.self, RulesDiff.self, RulesReadings.self, RulesCoverage.self, RulesWords.self,
      RulesCheck.self,
    ])
}
