import ArgumentParser
import Input
import Reports
import Simulation

/// Makes the reports of a run from its parts.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make the reports of a scenario from all its parts.",
    discussion: """
      The parts hold the scenario and its files. The reports are those that medaid run writes, to the byte, apart from \
      the wall time in manifest.json, which is that of the merging. Parts that are damaged, missing, twice there, or of \
      another scenario, seed, version or rule file are named, and nothing is written.
      """)

  @Argument(help: "The files that medaid shard wrote, in any order.") var parts: [String]
  @Option(name: .shortAndLong, help: "The folder for the reports.") var output: String
  @Flag(help: "Begin CSV files with a byte-order mark, for Excel.") var bom = false
  @Flag(help: "No closing line.") var quiet = false
  @OptionGroup var language: LanguageOption
  @OptionGroup var rules: RuleOptions

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output names no folder") }
  }

  func run() throws {
    try guarded {
      let start = ContinuousClock.now
      let library = try rules.library()
      let set = try PartSet(parts, version: Version.number)
      let scenario = try set.identity.readScenario(library)
      let input = try ReadScenario(scenario, text: set.identity.scenario.text, library: library)
      var folder = ReportFolder(output)
      try folder.check()
      try ReportWriter.refuseForeignScenario(input.text, in: folder.path)
      let plan = try input.runner(threads: 1).plan()
      let state = try set.state(of: plan, input.identity)
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      try ReportOutput(input, byteOrderMark: bom, language: language.language, isQuiet: quiet).write(
        plan.result(of: state, wallSeconds: seconds), to: &folder)
    }
  }
}
