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
  @Option(name: .shortAndLong, help: "A folder for readings.md, readings.csv and figures.") var output: String?
  @Flag(help: "Begin the CSV file with a byte-order mark, for Excel.") var bom = false
  @OptionGroup var language: LanguageOption
  @Flag(help: "No progress bar and no closing line.") var quiet = false

  func validate() throws {
    if output?.isEmpty == true { throw ValidationError("--output names no folder") }
  }

  func run() async throws {
    try await guardedAsync {
      let input = try options.read()
      var folder = output.map { ReportFolder($0) }
      try folder?.check()
      let runners = try place.places(of: input.scenario).map { place in
        try ReadingsRunner(input.scenario, place: place, library: input.library, threads: options.threads)
      }
      let progress = Simulation.Progress()
      let bar = ProgressBar(progress, isQuiet: quiet)
      defer { bar.finish() }
      var sections: [ReadingsSection] = []
      for runner in runners {
        var sums = try await runner.simulateAlone(progress)
        let sets = ReadingEffects.sets(runner, sums)
        sums.merge(try await runner.simulate(sets, progress))
        sections.append(ReadingsSection(runner, sums, ReadingEffects(runner, sets, sums)))
      }
      bar.finish()
      let report = ReadingsReport(input.scenario, sections, library: input.library, language: language.language)
      guard folder != nil else {
        try Output.write(report.markdown(figures: [:]))
        return
      }
      var paths: [String: String] = [:]
      for (name, script) in report.plots where !script.isEmpty {
        guard let figure = try Gnuplot().svg(script: script) else { continue }
        paths[name] = "figures/\(name).svg"
        try folder?.add("figures/\(name).svg", figure)
      }
      try folder?.add("readings.md", report.markdown(figures: paths))
      try folder?.add("readings.csv", try report.csv().text(byteOrderMark: bom))
      try folder?.commit()
      if !quiet { Output.message("wrote \(folder?.path ?? "")/readings.md and readings.csv") }
    }
  }
}
