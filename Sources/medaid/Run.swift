import ArgumentParser
import Foundation
import Input
import Reports
import Simulation

/// Simulates a scenario and writes its reports.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Simulate a scenario and write its reports.",
    discussion: """
      Without a scenario it runs scenarios/five-jurisdictions.yaml of the current folder, and where there is none the one in \
      the program. docs/scenario-file.md explains every key.
      """)

  @OptionGroup var options: ScenarioOptions
  @Option(name: .shortAndLong, help: "The folder for the reports.") var output = "reports"
  @Flag(help: "Begin CSV files with a byte-order mark, for Excel.") var bom = false
  @Flag(help: "Also write microdata.csv: each person's year under every jurisdiction and reform.")
  var microdata = false
  @Option(
    name: .customLong("microdata-replicates"),
    help: "Microdata of the first so many replicates (default: 1); more than 20 million rows are refused.")
  var microdataReplicates: Int?
  @OptionGroup var language: LanguageOption
  @OptionGroup var precision: PrecisionOptions
  @OptionGroup var checkpoints: CheckpointOptions
  @Flag(help: "No progress bar and no closing line.") var quiet = false

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output names no folder") }
    if let microdataReplicates {
      if microdataReplicates < 1 { throw ValidationError("--microdata-replicates must be at least 1") }
      if !microdata { throw ValidationError("--microdata-replicates does nothing without --microdata") }
    }
  }

  func run() async throws {
    try await guardedAsync {
      var input = try options.read()
      // The input is sound: what could still spoil a long run is that there is nowhere to write to.
      var folder = ReportFolder(output)
      try folder.check()
      try ReportWriter.refuseForeignScenario(input.text, in: folder.path)
      if let goal = precision.goal {
        input = try await reach(goal, input)
      }
      let runner = input.runner(threads: options.threads)
      if microdata { try runner.refuseMicrodata(replicates: recordedReplicates) }
      let checkpoint = CheckpointFile(for: output, input.identity)
      let progress = Simulation.Progress()
      let bar = ProgressBar(progress, isQuiet: quiet)
      defer { bar.finish() }
      let plan = try runner.plan()
      let state = try await checkpoints.simulate(plan, .whole, runner, checkpoint, progress)
      let result = plan.result(of: state, wallSeconds: state.seconds)
      if microdata { try await addMicrodata(of: result, runner, progress, to: &folder) }
      bar.finish()
      try ReportOutput(
        input, byteOrderMark: bom, language: language.language, microdataReplicates: recordedReplicates, isQuiet: quiet
      ).write(result, to: &folder)
      checkpoint.remove()
    }
  }

  /// People and replicates that reach a goal: those of the run that is resumed, for which they were found, or else such as
  /// are looked for now.
  private func reach(_ goal: PrecisionGoal, _ input: ReadScenario) async throws -> ReadScenario {
    let checkpoint = CheckpointFile(for: output, input.identity)
    guard checkpoints.resume else {
      try checkpoint.refuseExisting()
      return try await precision.reach(goal, input, threads: options.threads, isQuiet: quiet)
    }
    guard let kept = try checkpoint.settings() else {
      return try await precision.reach(goal, input, threads: options.threads, isQuiet: quiet)
    }
    return try input.changed { ($0.people, $0.replicates, $0.precision) = (kept.people, kept.replicates, goal) }
  }

  /// Replicates with microdata; 0 for none.
  private var recordedReplicates: Int { microdata ? microdataReplicates ?? 1 : 0 }

  private func addMicrodata(
    of result: RunResult, _ runner: Runner, _ progress: Simulation.Progress, to folder: inout ReportFolder
  ) async throws {
    let file = try folder.stream(MicrodataTable.file)
    try file.write(MicrodataTable.header(byteOrderMark: bom))
    let table = MicrodataTable(vocabulary: result.library.vocabulary, year: result.scenario.year)
    try await runner.microdata(
      result, replicates: recordedReplicates, progress, make: { table.rows($0, $1, $2) },
      receive: { try file.write($0) })
  }
}
