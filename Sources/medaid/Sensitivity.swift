import Analysis
import ArgumentParser
import Foundation
import Input
import Reports
import Simulation

/// Says which uncertain parameters drive a figure.
struct Sensitivity: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say which uncertain parameters drive a figure: Sobol's indices, alone and together.",
    discussion: """
      The parameters of the scenario's key uncertainty are moved all at once over points of Sobol's sequence, on the same people and \
      luck. Runs are small: 20,000 people and 2 replicates unless --people and --replicates say otherwise. Prints the report; --output \
      writes sensitivity.md, sensitivity.csv and figures into a folder instead. docs/what-drives-it.md explains the indices.
      """)

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var place: PlaceOption
  @Option(
    help: ArgumentHelp(
      "What is driven: \(Sensitivity.names) (default: mean); may be given again for another.", valueName: "figure"))
  var figure: [String] = []
  @Option(
    help: "Pairs of points, a power of two from 64 to 65536; each takes a run more than twice for every parameter.")
  var points = 256
  @OptionGroup var study: StudyOptions

  /// Means; what is of the distribution of years is none of a given luck.
  private static let known = PolicyFigure.allCases.filter { !$0.isOfYears }.map(\.rawValue)
  private static let names = known.joined(separator: ", ")
  /// Many small runs tell more than a few large ones; with 5,000 people a tenth of the variance was the grain of the sample.
  private static let smallRun = (people: 20_000, replicates: 2)

  private var figures: [PolicyFigure] {
    figure.isEmpty ? [.mean] : figure.compactMap(PolicyFigure.init(rawValue:))
  }

  func validate() throws {
    for name in figure where !Self.known.contains(name) {
      if PolicyFigure(rawValue: name) != nil {
        throw ValidationError(
          "--figure: \(name) is of the distribution of years, and here luck is given: take one of \(Self.names)")
      }
      let near = Spelling.nearest(to: name, among: Self.known).map { "did you mean \($0)?" }
      throw ValidationError("--figure: there is no figure \(name): \(near ?? "it is one of " + Self.names)")
    }
    if Set(figure).count < figure.count { throw ValidationError("--figure names a figure twice") }
    guard SobolDesign.allows(pairs: points) else {
      throw ValidationError("--points must be a power of two from 64 to 65536, and not \(points)")
    }
  }

  func run() async throws {
    try await guardedAsync {
      let input = try options.read()
      var scenario = input.scenario
      if options.people == nil { scenario.people = min(scenario.people, Self.smallRun.people) }
      if options.replicates == nil { scenario.replicates = min(scenario.replicates, Self.smallRun.replicates) }
      var output = try StudyOutput(study, name: "sensitivity")
      let runners = try place.places(of: scenario).map { place in
        try PointRunner(
          scenario, place: place, library: input.library, figures: figures, threads: options.threads,
          mostColumns: SobolDesign.mostColumns)
      }
      let progress = Simulation.Progress()
      let bar = ProgressBar(progress, isQuiet: study.quiet)
      defer { bar.finish() }
      var sections: [SensitivitySection] = []
      for runner in runners {
        let design = SobolDesign(widths: runner.inputs.map(\.width), pairs: points, seed: scenario.seed)
        let values = try await runner.values(at: design.points, progress)
        let again = try await runner.values(at: design.firsts, otherLuck: true, progress)
        let studies = figures.enumerated().map { index, figure in
          DriverStudy(figure, design, values.map { $0[index] }, again: again.map { $0[index] })
        }
        sections.append(SensitivitySection(runner, design, studies))
      }
      bar.finish()
      let report = SensitivityReport(scenario, sections, language: study.language.language)
      try output.write(plots: report.plots, csv: try report.csv()) { report.markdown(figures: $0) }
    }
  }
}
