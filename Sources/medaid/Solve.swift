import Analysis
import ArgumentParser
import Input
import Reports
import Simulation

/// Looks for the value of a rule at which a figure meets its target.
struct Solve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the value of a rule at which a figure meets a target, with its interval.",
    discussion: """
      --vary guizhou.benefits.pool.rate.III=30..100 --figure mean --target 2090000000 looks for the rate at which the fund's mean year is \
      2.09 billion yuan. Targets are yuan, persons (800000) or percent (2.5% of the residents, 5% of the years); +20000000 is a change \
      against the rules as they are, which the same people tell far more surely. Prints the value, its \
      interval and the figure at it; says so where there is none, more than one, or a step over the target. --output writes solve.md, \
      solve.csv and a figure into a folder instead. docs/what-if.md explains it.
      """)

  @OptionGroup var options: ScenarioOptions
  @Option(help: ArgumentHelp("The value that is looked for, and where.", valueName: "path=low..high")) var vary: String
  @Option(help: ArgumentHelp("What meets the target: \(FigureOption.names).", valueName: "figure")) var figure = "mean"
  @Option(parsing: .unconditional, help: "What the figure is to be: yuan, persons or percent; with + or -, its change.")
  var target: String
  @OptionGroup var study: StudyOptions

  func validate() throws {
    try FigureOption.check([figure])
    if !options.reforms.isEmpty {
      throw ValidationError("--reform: solve varies the scenario's own rules; write the reform's values into its set:")
    }
  }

  func run() async throws {
    try await guardedAsync {
      let input = try options.read(), scenario = input.scenario
      var output = try StudyOutput(study, name: "solve")
      let range = try SolveRange(vary, scenario, input.library)
      let target = try SolveTarget(target, PolicyFigure(rawValue: figure) ?? .mean)
      var solvers: [Solver] = []
      for place in try VariedRunner.places(scenario, range.rule) {
        solvers.append(
          try Solver(range, target, scenario, place: place, library: input.library, threads: options.threads))
      }
      let progress = Simulation.Progress()
      let bar = ProgressBar(progress, isQuiet: study.quiet)
      defer { bar.finish() }
      var solutions: [Solution] = []
      for solver in solvers { solutions.append(try await solver.solve(progress)) }
      bar.finish()
      let report = SolveReport(range, target, scenario, solutions, language: study.language.language)
      try output.write(plots: report.plots, csv: try report.csv()) { report.markdown(figures: $0) }
    }
  }
}
