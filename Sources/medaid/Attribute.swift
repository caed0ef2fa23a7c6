import Analysis
import ArgumentParser
import Foundation
import Input
import Reports
import Simulation

/// Tells apart what each provision of a package brings.
struct Attribute: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell apart what each provision of a package brings of its whole effect, whatever their order.",
    discussion: """
      The package is a reform file, or several with + between them; without --reform it is the scenario's only reform. Every set of \
      its provisions (2, 4, 8, … up to 1,024) is settled on the same people. Prints the report; --output writes attribution.md, \
      attribution.csv and figures into a folder instead. docs/reform-file.md explains it.
      """)

  @OptionGroup var options: ScenarioOptions
  @Option(
    help: ArgumentHelp(
      "What is told apart: \(FigureOption.names) (default: mean); may be given again for another.", valueName: "figure")
  )
  var figure: [String] = []
  @OptionGroup var study: StudyOptions

  private var figures: [PolicyFigure] {
    figure.isEmpty ? [.mean] : FigureOption.figures(figure)
  }

  func validate() throws {
    try FigureOption.check(figure)
  }

  func run() async throws {
    try await guardedAsync {
      let input = try options.read()
      let package = try package(input.scenario)
      var output = try StudyOutput(study, name: "attribution")
      let runners = try AttributionChoice(package, input.scenario, input.library).runners(
        figures, threads: options.threads)
      let progress = Simulation.Progress()
      let bar = ProgressBar(progress, isQuiet: study.quiet)
      defer { bar.finish() }
      var sections: [AttributionSection] = []
      for runner in runners {
        let sums = try await runner.simulate(progress)
        sections.append(AttributionSection(runner, sums, figures, input.scenario))
      }
      bar.finish()
      let report = AttributionReport(
        package, input.scenario, sections, library: input.library, language: study.language.language)
      try output.write(plots: report.plots, csv: try report.csv()) { report.markdown(figures: $0) }
    }
  }

  /// The reform that is asked about.
  private func package(_ scenario: Scenario) throws(Refusal) -> Scenario.Reform {
    func refusal(_ reason: String, _ hint: String) -> Refusal {
      Refusal(Diagnostic(at: Place(file: "command line", line: 0), key: "--reform", reason, hint: hint))
    }
    guard options.reforms.count < 2 else {
      throw refusal("one package is told apart at a time", "put + between files that make one package")
    }
    let asked = options.reforms.isEmpty ? scenario.reforms : Array(scenario.reforms.suffix(1))
    guard let package = asked.first else {
      throw refusal("there is no reform to tell apart", "name a file: --reform reforms/package.yaml")
    }
    guard asked.count == 1 else {
      throw refusal(
        "the scenario has \(asked.count) reforms: \(asked.map(\.name).joined(separator: ", "))",
        "put the one in a file and name it with --reform")
    }
    return package
  }
}
