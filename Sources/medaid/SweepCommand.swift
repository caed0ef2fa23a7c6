import Analysis
import ArgumentParser
import Input
import Reports
import Simulation

/// Settles a grid of values of a place's rules.
struct SweepCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Settle one or two values of a place's rules at many points, on the same people.",
    discussion: """
      --vary guizhou.benefits.pool.rate.III=50..90/5 takes five values from 50 to 90 in turn, =50,60,75 these three; a second --vary \
      makes a grid of at most \(VariedValues.most) points. Prints each figure with its error and paired difference, and the points that \
      no other beats in cost and hardship; --output writes sweep.md, sweep.csv and figures into a folder instead. docs/what-if.md \
      explains it.
      """)

  @OptionGroup var options: ScenarioOptions
  @Option(help: ArgumentHelp("A value that is varied; at most two.", valueName: "path=values")) var vary: [String] = []
  @Option(
    help: ArgumentHelp(
      "A figure beside mean and catastrophic25: \(FigureOption.names); may be given again for another.",
      valueName: "figure"))
  var figure: [String] = []
  @OptionGroup var study: StudyOptions

  func validate() throws {
    try FigureOption.check(figure)
    if vary.isEmpty {
      throw ValidationError("--vary names no value: write --vary guizhou.benefits.pool.rate.III=50..90/5")
    }
    if !options.reforms.isEmpty {
      throw ValidationError(
        "--reform: a sweep varies the scenario's own rules; write the reform's values into its set:")
    }
  }

  func run() async throws {
    try await guardedAsync {
      let input = try options.read(), scenario = input.scenario
      var output = try StudyOutput(study, name: "sweep")
      let grid = try SweepGrid(vary, scenario, input.library)
      let figures = Sweep.figures(FigureOption.figures(figure))
      var runners: [VariedRunner] = []
      for place in try VariedRunner.places(scenario, grid.axes[0].rule) {
        runners.append(
          try VariedRunner(
            scenario, grid.patches, place: place, library: input.library, figures: figures, threads: options.threads))
      }
      let progress = Simulation.Progress()
      let bar = ProgressBar(progress, isQuiet: study.quiet)
      defer { bar.finish() }
      var sweeps: [Sweep] = []
      for runner in runners {
        let sums = try await runner.sets.simulate(progress)
        sweeps.append(Sweep(grid, sums, runner.sets, figures, scenario))
      }
      bar.finish()
      let report = SweepReport(grid, scenario, sweeps, library: input.library, language: study.language.language)
      try output.write(plots: report.plots, csv: try report.csv()) { report.markdown(figures: $0) }
    }
  }
}
