import ArgumentParser
import Input
import Population
import Reports
import Rules
import Simulation
import Synthesis

/// Writes drawn people and their care as tables and cases.
struct Synthesize: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write drawn people of a place with their year of care as tables and as cases.",
    discussion: """
      Writes households.csv, persons.csv, identities.csv, episodes.csv and cases.jsonl, which \
      `medaid settle DIR/cases.jsonl` settles. docs/synthesize.md explains every column.
      """)

  @Option(help: "A place, such as guizhou, a place file, or all: every place that has rules of its own.")
  var place: String
  @Option(help: "An illness file; by default the one in the program.") var illness: String?
  @Option(name: .shortAndLong, help: "The folder for the files.") var output: String
  @Option(help: "People of each place, about: households are drawn whole.") var people = 20_000
  @Option(help: "Start of the random numbers; equal seeds give equal people.") var seed: UInt64 = 1
  @Option(help: "The benefit year.") var year = 2023
  @Option(help: "Which year of luck of the same people, counted from 1.") var replicate: UInt64 = 1
  @Option(help: "Whose rules the cases name, or all. By default those of each place itself.") var jurisdiction: String?
  @Flag(help: "Begin CSV files with a byte-order mark, for Excel.") var bom = false
  @Flag(help: "No progress bar and no closing lines.") var quiet = false
  @OptionGroup var rules: RuleOptions

  func validate() throws {
    if !Scenario.peopleLimits.contains(people) {
      throw ValidationError("--people must be from 1 to \(Scenario.peopleLimits.upperBound)")
    }
    if !(1990...2100).contains(year) { throw ValidationError("--year must be from 1990 to 2100") }
    if replicate < 1 || replicate > UInt64(Scenario.replicateLimits.upperBound) {
      throw ValidationError("--replicate must be from 1 to \(Scenario.replicateLimits.upperBound)")
    }
    if output.isEmpty { throw ValidationError("--output names no folder") }
  }

  func run() throws {
    try guarded {
      let library = try rules.library()
      let choice = try SynthesisChoice(place: place, jurisdiction: jurisdiction, library: library)
      var folder = ReportFolder(output)
      try folder.check()
      let request = Synthesizer.Request(
        year: year, seed: seed, replicate: replicate, people: people, jurisdictions: choice.jurisdictions)
      let progress = Simulation.Progress()
      let bar = ProgressBar(progress, isQuiet: quiet)
      defer { bar.finish() }
      let illness =
        try illness.map { try IllnessModel.read(InputFile.text($0), file: $0, vocabulary: library.vocabulary) }
        ?? IllnessModel.shipped(vocabulary: library.vocabulary)
      let synthesizer = Synthesizer(request, illness: illness, vocabulary: library.vocabulary, progress: progress)
      let counts = try synthesizer.write(choice.places, to: &folder, byteOrderMark: bom)
      try folder.commit()
      bar.finish()
      guard !quiet else { return }
      for count in counts {
        Output.message(
          "\(count.place): \(count.persons) persons, who stand for \(count.residents) residents; \(count.cases) cases")
      }
      Output.message(
        "wrote \(folder.paths.count) files to \(folder.path)/: try medaid settle \(folder.path)/cases.jsonl")
    }
  }
}
