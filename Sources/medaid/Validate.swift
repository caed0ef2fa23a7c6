import ArgumentParser
import Foundation
import Input
import Population
import Reports
import Rules
import Validation

/// Holds the illness model against published figures.
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare simulated people with published national figures.",
    discussion: """
      The profile is an illness file (docs/illness-file.md), by default the one in the program; docs/model.md explains \
      the measures. Prints the table; --output writes validation.md with its figure and validation.csv into a folder instead.
      """)

  @Argument(help: "An illness file; by default the one in the program.") var profile: String?
  @Option(help: "Published figures to compare with; by default those in the program.") var figures: String?
  @Option(help: "About so many people are drawn, rounded up to whole groups of households.") var people = 2_000_000
  @Option(help: "The seed of the people drawn.") var seed: UInt64 = 2023
  @Option(help: "Workers; the figures do not depend on it.") var threads = ProcessInfo.processInfo
    .activeProcessorCount
  @Option(name: .shortAndLong, help: "A folder for validation.md, validation.csv and the figure.") var output: String?
  @Flag(help: "Begin the CSV file with a byte-order mark, for Excel.") var bom = false
  @OptionGroup var language: LanguageOption
  @OptionGroup var rules: RuleOptions

  func validate() throws {
    if !(4_000...100_000_000).contains(people) { throw ValidationError("--people must be from 4000 to 100000000") }
    if threads < 1 || threads > 1024 { throw ValidationError("--threads must be from 1 to 1024") }
  }

  func run() throws {
    try guarded {
      let library = try rules.library()
      let vocabulary = library.vocabulary
      let illness =
        try profile.map { try IllnessModel.read(InputFile.text($0), file: $0, vocabulary: vocabulary) }
        ?? IllnessModel.shipped(vocabulary: vocabulary)
      let published =
        try figures.map { try PublishedReader.read(InputFile.text($0), file: $0) } ?? PublishedReader.shipped()
      let place = try PlaceModel.shipped("national", vocabulary: vocabulary)
      var folder = output.map { ReportFolder($0) }
      try folder?.check()
      let validator = try Validator(place: place, illness: illness, library: library, seed: seed)
      let rows = try validator.run(published, people: people, threads: threads)
      let language = language.language
      let report = ValidationReport(
        rows, profile: illness.name, people: validator.peopleDrawn(people), language: language)
      guard folder != nil else {
        try Output.write(report.markdown(figure: nil))
        return
      }
      let table = ValidationTable(rows)
      let path = "figures/validation.svg", figure = try Gnuplot().svg(script: table.plot(in: language))
      if let figure { try folder?.add(path, figure) }
      try folder?.add("validation.md", report.markdown(figure: figure == nil ? nil : path))
      try folder?.add("validation.csv", try table.csv().text(byteOrderMark: bom))
      try folder?.commit()
      Output.message("wrote \(folder?.path ?? "")/validation.md and validation.csv")
    }
  }
}
