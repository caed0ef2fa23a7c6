import Analysis
import ArgumentParser
import Foundation
import Input
import Reports
import Simulation

/// Says what each other way to read an ambiguous clause costs or saves.
struct Readings: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what it costs or saves to read each ambiguous clause otherwise, alone and together.",
    discussion: """
      Every other way to read a clause of a place's document is settled on the same people and luck, then all that raise the fund at \
      once, and all that lower it. Prints the report; --output writes readings.md, readings.csv and figures into a folder instead. \
      `medaid rules readings` lists the clauses; docs/what-drives-it.md explains the report.
      """)

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var place: PlaceOption
  @OptionGroup var study: StudyOptions

  func run() async throws {
    try await guardedAsync {
      let input = try options.read()
      var output = try StudyOutput(study, name: "readings")
      let runners = try place.places(of: input.scenario).map { place in
        try ReadingsRunner(input.scenario, place: place, library: input.library, threads: options.threads)
      }
      let progress = Simulation.Progress()
      let bar = ProgressBar(progress, isQuiet: study.quiet)
      defer { bar.finish() }
      var sections: [ReadingsSection] = []
      for runner in runners {
        var sums = try await runner.simulateAlone(progress)
        let sets = ReadingEffects.sets(runner, sums)
        sums.merge(try await runner.simulate(sets, progress))
        sections.append(ReadingsSection(runner, sums, ReadingEffects(runner, sets, sums)))
      }
      bar.finish()
      let report = ReadingsReport(input.scenario, sections, library: input.library, language: study.language.language)
      try output.write(plots: report.plots, csv: try report.csv()) { report.markdown(figures: $0) }
    }
  }
}
