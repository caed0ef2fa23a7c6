import Input
import Reports
import Simulation

/// Writes what a run found, and says where.
struct ReportOutput {
  private let input: ReadScenario
  private let byteOrderMark: Bool
  private let language: Language
  private let microdataReplicates: Int
  private let isQuiet: Bool

  init(_ input: ReadScenario, byteOrderMark: Bool, language: Language, microdataReplicates: Int = 0, isQuiet: Bool) {
    self.input = input
    self.byteOrderMark = byteOrderMark
    self.language = language
    self.microdataReplicates = microdataReplicates
    self.isQuiet = isQuiet
  }

  /// Adds the reports to a folder and commits it.
  func write(_ result: RunResult, to folder: inout ReportFolder) throws {
    let manifest = Manifest(
      version: Version.number, scenario: input.scenario, scenarioText: input.text, library: input.library,
      microdataReplicates: microdataReplicates, byteOrderMark: byteOrderMark, language: language,
      wallSeconds: result.wallSeconds)
    let writer = ReportWriter(result, manifest: manifest, byteOrderMark: byteOrderMark, language: language)
    let remarks = try writer.add(to: &folder)
    try folder.commit()
    for remark in remarks { Output.message("note: \(remark)") }
    guard !isQuiet else { return }
    let seconds = Int(result.wallSeconds.rounded())
    Output.message(
      """
      wrote \(folder.paths.count) files to \(folder.path)/ in \(seconds) s: begin with \
      \(folder.path)/fund-exposure.md
      """
    )
  }
}
