import ArgumentParser
import Foundation
import Input
import Reports

/// Packs a run for keeping.
struct Bundle: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Pack a run with all that is needed to repeat it: scenario, rules, places, illness, manifest and reports.",
    discussion: """
      Where rules, places or illness model are no longer those of the run, nothing is packed, and each of them is named. \
      A name that ends in .tar.gz or .tgz makes an archive, where tar is installed.
      """)

  @Argument(help: "The folder of a run, with its manifest.json.") var folder: String
  @Option(name: .shortAndLong, help: "A new or empty folder, or an archive FILE.tar.gz; by default RUN-bundle.")
  var output: String?
  @Flag(help: "No closing line.") var quiet = false
  @Option(help: "The language of README.md and methods.md, en or zh; by default that of the run's reports.")
  var language: Language?
  @OptionGroup var rules: RuleOptions

  func validate() throws {
    guard let output else { return }
    if output.isEmpty { throw ValidationError("--output names no folder") }
    if output.hasSuffix(".zip") {
      throw ValidationError("--output: zip archives are not written: name a folder, or FILE.tar.gz")
    }
  }

  func run() throws {
    try guarded {
      let finished = try FinishedRun(folder, library: try rules.library())
      let bundle = RunBundle(
        finished, version: Version.number, language: language ?? finished.language)
      let target = output ?? Self.beside(folder)
      if target.hasSuffix(".tar.gz") || target.hasSuffix(".tgz") {
        try Archive().write(target) { try bundle.add(to: &$0) }
      } else {
        var folder = ReportFolder(target)
        try folder.refuseUnlessEmpty()
        try bundle.add(to: &folder)
        try folder.commit()
      }
      if !quiet { Output.message("wrote \(target): begin with its README.md") }
    }
  }

  /// `RUN-bundle` beside the run, also where the run is named as `.`.
  private static func beside(_ folder: String) -> String {
    let path = ReportFolder(folder).path
    let name = FilePath(path).name
    return (name == "." || name == ".." ? URL(fileURLWithPath: path).standardized.path : path) + "-bundle"
  }
}
