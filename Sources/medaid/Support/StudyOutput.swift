import ArgumentParser
import Foundation
import Reports

/// How a command that studies rules gives its report: printed, or with its table and figures in a folder.
struct StudyOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "A folder for the report, its table as CSV and its figures; printed without it.")
  var output: String?
  @Flag(help: "Begin the CSV file with a byte-order mark, for Excel.") var bom = false
  @OptionGroup var language: LanguageOption
  @Flag(help: "No progress bar and no closing line.") var quiet = false

  func validate() throws {
    if output?.isEmpty == true { throw ValidationError("--output names no folder") }
  }
}

/// Writes the report of a study with its table and figures into a folder, or prints it.
struct StudyOutput {
  private var folder: ReportFolder?
  private let name: String
  private let options: StudyOptions

  /// - Parameter name: of the report and its table, without ending.
  /// - Throws: `ReportFailure` where the folder cannot be written, before any work is done.
  init(_ options: StudyOptions, name: String) throws {
    (self.name, self.options) = (name, options)
    folder = options.output.map { ReportFolder($0) }
    try folder?.check()
  }

  /// - Parameters:
  ///   - plots: gnuplot scripts by the names of figures.
  ///   - markdown: the report, from the paths of the figures that were drawn.
  mutating func write(
    plots: [(name: String, script: String)], csv: CSVText, markdown: ([String: String]) -> String
  ) throws {
    guard folder != nil else { return try Output.write(markdown([:])) }
    var paths: [String: String] = [:]
    for (name, script) in plots where !script.isEmpty {
      guard let figure = try Gnuplot().svg(script: script) else { continue }
      paths[name] = "figures/\(name).svg"
      try folder?.add("figures/\(name).svg", figure)
    }
    try folder?.add("\(name).md", markdown(paths))
    try folder?.add("\(name).csv", csv.text(byteOrderMark: options.bom))
    try folder?.commit()
    if !options.quiet { Output.message("wrote \(folder?.path ?? "")/\(name).md and \(name).csv") }
  }
}
