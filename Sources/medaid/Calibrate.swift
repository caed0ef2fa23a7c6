import ArgumentParser
import Foundation
import Input
import Population
import Reports
import Rules
import Validation

/// Moves parameters of an illness file towards published figures.
struct Calibrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Move parameters of an illness file towards published figures.",
    discussion: """
      The targets file (docs/model.md) names the parameters that may move, within bounds, and the figures they should \
      meet; scenarios/calibration/national-2023.yaml is the one behind the program's own profile. Writes a new profile that says of \
      each number moved what it was calibrated to, and prints which figures are met and which are not.
      """)

  @Argument(help: "The illness file to begin with, or `national` for the one in the program.") var profile: String
  @Option(help: "What may move and what should be met.") var targets: String
  @Option(name: .shortAndLong, help: "The new profile.") var output: String
  @Option(help: "About so many people are drawn a trial.") var people = 200_000
  @Option(help: "The most iterations.") var iterations = 200
  @Option(help: "The seed of the people drawn.") var seed: UInt64 = 1
  @Option(help: "Workers; the result does not depend on it.") var threads = ProcessInfo.processInfo
    .activeProcessorCount
  @Flag(help: "Show no progress.") var quiet = false
  @OptionGroup var language: LanguageOption
  @OptionGroup var rules: RuleOptions

  func validate() throws {
    if !(4_000...10_000_000).contains(people) { throw ValidationError("--people must be from 4000 to 10000000") }
    if !(1...10_000).contains(iterations) { throw ValidationError("--iterations must be from 1 to 10000") }
    if threads < 1 || threads > 1024 { throw ValidationError("--threads must be from 1 to 1024") }
    if output.isEmpty || output.hasSuffix("/") { throw ValidationError("--output names no file") }
  }

  func run() throws {
    try guarded {
      let library = try rules.library()
      let isShipped = profile == "national"
      let file = isShipped ? "model/illness.yaml" : profile
      let text = try isShipped ? Embedded.text(file) ?? "" : InputFile.text(profile)
      let plan = try CalibrationPlan.read(
        try InputFile.text(targets), file: targets, shipped: try PublishedReader.shipped())
      let calibrator = try Calibrator(
        plan, file: targets, profile: try ProfileText(text, file: file),
        place: try PlaceModel.shipped("national", vocabulary: library.vocabulary), library: library, threads: threads)
      var target = ReportFolder(FilePath(output).folder)
      try target.check()
      // Said now, as everything that could spoil a long search at its end.
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: output, isDirectory: &isFolder), isFolder.boolValue {
        throw TransferFailure(output, "this is a folder, not a file", hint: "name a file with --output")
      }
      let outcome = try calibrator.run(people: people, iterations: iterations, seed: seed) { iteration, distance in
        if !quiet { Output.message("iteration \(iteration): distance \(String(format: "%.3f", distance))") }
        return true
      }
      try target.add(FilePath(output).name, outcome.text)
      try target.commit()
      try Output.write(CalibrationReport(outcome, language: language.language).markdown)
    }
  }
}
