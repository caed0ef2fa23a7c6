import ArgumentParser
import Input

/// The language of what a command writes for people.
struct LanguageOption: ParsableArguments {
  @Option(
    name: .customLong("language"),
    help: "The language of reports and figures, en or zh (中文, sums in 万元); no CSV file depends on it.")
  var language = Language.english
}

extension Language: ExpressibleByArgument {}
