import ArgumentParser
import Input
import Population
import Reports
import Rules

/// Checks a sheet or place file, names its gaps, and writes a complete place file.
struct PlaceCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a filled sheet or a place file: what is wrong, what is left out, and which default fills it.")

  @Argument(help: "A sheet (.csv) or a place file (.yaml).") var file: String
  @Option(help: "Write the complete place file here, defaults included.") var write: String?
  @Flag(help: "Replace the file that --write names.") var force = false
  @OptionGroup var rules: RuleOptions

  func validate() throws {
    if force, write == nil { throw ValidationError("--force acts on the file of --write, and none is named") }
    if let write, !write.hasSuffix(".yaml"), !write.hasSuffix(".yml") {
      throw ValidationError("--write names a place file, which ends in .yaml")
    }
  }

  func run() throws {
    try guarded {
      let library = try rules.library()
      let found: PlaceFile
      let lines: [String]
      do {
        found = try PlaceFile.read(try InputFile.text(file), file: file, vocabulary: library.vocabulary)
        try Self.draw(found.place, library.vocabulary)
        let hasRules = library.file(found.place.jurisdiction) != nil
        lines = try PlaceExamination(found, vocabulary: library.vocabulary).lines(
          hasRules: hasRules, width: Terminal.width)
      } catch let refusal as Refusal {
        Output.message(refusal.description)
        let count = refusal.diagnostics.count
        Output.message("\(file) cannot be run: mend the \(count == 1 ? "defect" : "\(count) defects") above")
        throw Status.refused
      }
      if let write {
        try SingleFile.write(
          try found.text(), to: write, replacing: force, hint: "it is kept as it is: --force replaces it")
      }
      try TableFormat.write(lines)
      if let write { Output.message("wrote \(write)") }
    }
  }

  /// What only shows when people are drawn.
  private static func draw(_ place: PlaceModel, _ vocabulary: Vocabulary) throws(Refusal) {
    _ = try PopulationSampler(
      place: place, illness: try IllnessModel.shipped(vocabulary: vocabulary), year: 2023, seed: 1,
      vocabulary: vocabulary)
  }
}
