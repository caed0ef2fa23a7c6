import Input
import ArgumentParser
import Foundation
import Reports

/// Writes the appendix on methods of a run.
struct Methods: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write an appendix on methods for referees (ODD, ISPOR-SMDM) from a run's folder.",
    discussion: """
      The folder is one that medaid run wrote. Where rules, places or illness model are no longer those of the run, \
      nothing is written, and each of them is named.
      """)

  @Argument(help: "The folder of a run, with its manifest.json.") var folder: String
  @Option(name: .shortAndLong, help: "A Markdown file; standard output where none is named.") var output: String?
  @Option(help: "The language of what is written, en or zh; by default that of the run's reports.")
  var language: Language?
  @OptionGroup var rules: RuleOptions

  func validate() throws {
    if output?.isEmpty == true || output?.hasSuffix("/") == true { throw ValidationError("--output names no file") }
  }

  func run() throws {
    try guarded {
      let finished = try FinishedRun(folder, library: try rules.library())
      let text = try MethodsAppendix(
        finished, version: Version.number, language: language ?? finished.language
      ).markdown()
      guard let output else { return try Output.write(text) }
      let parent = FilePath(output).folder
      var target = ReportFolder(parent.isEmpty ? "." : parent)
      try target.add(FilePath(output).name, text)
      try target.commit()
    }
  }
}
