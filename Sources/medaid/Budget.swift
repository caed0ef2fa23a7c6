import ArgumentParser
import Foundation
import Input
import Analysis
import Population
import Reports
import Rules
import Simulation

/// Leads from last year's account to next year's need.
struct Budget: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lead from last year's account of assistance to next year's need, step by step, to the fen.",
    discussion: """
      A place begins from its account: that of its place file, of the budget file, or of --account. docs/budget.md explains the \
      steps and every key. Prints the report; --output writes budget.md, budget.csv and the figure into a folder instead.
      """)

  @Argument(help: "A place in the program, by identifier or Chinese name, or a place file (.yaml).") var place: String
  @Argument(help: "A budget file: account, changes, one-offs and reforms of the year to come.") var file: String?
  @Option(help: "A file whose key account is taken instead.") var account: String?
  @Option(help: "A scenario file: people, luck, readings, patches, uncertainty and trend; its place is replaced.")
  var scenario: String?
  @Option(help: "The year of the budget (default: the scenario's, or the one after the account's).") var year: Int?
  @Option(help: "Workers; the results do not depend on it.") var threads = ProcessInfo.processInfo.activeProcessorCount
  @Option(help: "The start of the random numbers, a whole number from 0.") var seed: UInt64?
  @Option(help: "Times the year is repeated (default: the scenario's, or 10).") var replicates: Int?
  @Option(help: "People drawn (default: the scenario's, or 100000).") var people: Int?
  @Option(help: "Years drawn with everything uncertain, at least 100; 0 for no band of years.") var draws = 100
  @Flag(help: "Run although the document has no force in the year.") var allowOutOfForce = false
  @Option(name: .shortAndLong, help: "A folder for budget.md, budget.csv and the figure.") var output: String?
  @Flag(help: "Begin the CSV file with a byte-order mark, for Excel.") var bom = false
  @OptionGroup var language: LanguageOption
  @Flag(help: "No progress bar and no closing line.") var quiet = false
  @OptionGroup var rules: RuleOptions

  func validate() throws {
    if let replicates, !Scenario.replicateLimits.contains(replicates) {
      throw ValidationError("--replicates must be from 1 to \(Scenario.replicateLimits.upperBound)")
    }
    if let people, !Scenario.peopleLimits.contains(people) {
      throw ValidationError("--people must be from 1 to \(Scenario.peopleLimits.upperBound)")
    }
    if draws != 0, !(100...10_000).contains(draws) { throw ValidationError("--draws must be 0, or from 100 to 10000") }
    if threads < 1 || threads > 1024 { throw ValidationError("--threads must be from 1 to 1024") }
    try BenefitYear.check(year, option: "--year")
    if output?.isEmpty == true { throw ValidationError("--output names no folder") }
  }

  func run() async throws {
    try await guardedAsync {
      let library = try rules.library()
      let choice = try BudgetChoice(
        place: place, file: file, account: account, scenario: scenario, year: year, library: library)
      var request = choice.request
      if let seed { request.scenario.seed = seed }
      if let replicates { request.scenario.replicates = replicates }
      if let people { request.scenario.people = people }
      request.draws = draws
      if allowOutOfForce { request.scenario.allowsOutOfForce = true }
      try BudgetChoice.refuseWithoutForce(request, library)
      try request.scenario.refuseBadPatches(library)
      var folder = output.map { ReportFolder($0) }
      try folder?.check()
      let runner = try BudgetRunner(request, library: library, threads: threads)
      let progress = Simulation.Progress()
      let bar = ProgressBar(progress, isQuiet: quiet)
      defer { bar.finish() }
      let sums = try await runner.simulate(progress)
      let draws = try await runner.simulateDraws(progress)
      bar.finish()
      let bridge = BudgetBridge(request, sums, populations: runner.populations, draws: draws)
      let report = BudgetReport(
        bridge, library: library, rules: runner.plans[0].plan.book, cluster: runner.cluster, language: language.language
      )
      guard folder != nil else {
        try Output.write(report.markdown(figure: nil))
        return
      }
      let path = "figures/budget.svg", figure = try Gnuplot().svg(script: report.figure)
      if let figure { try folder?.add(path, figure) }
      try folder?.add("budget.md", report.markdown(figure: figure == nil ? nil : path))
      try folder?.add("budget.csv", try report.csv().text(byteOrderMark: bom))
      try folder?.commit()
      if !quiet { Output.message("wrote \(folder?.path ?? "")/budget.md and budget.csv") }
    }
  }
}
