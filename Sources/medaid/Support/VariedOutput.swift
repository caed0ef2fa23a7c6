import Foundation
import Reports

/// Writes a report on variants of rules with its table and figures into a folder, or prints it.
struct VariedOutput {
  private var folder: ReportFolder?
  private let name: String
  private let bom: Bool

  /// - Parameters:
  ///   - path: of the folder; nil to print.
  ///   - name: of the report and its table, without ending.
  /// - Throws: `ReportFailure` where the folder cannot be written.
  init(_ path: String?, name: String, bom: Bool) throws {
    (self.name, self.bom) = (name, bom)
    folder = path.map { ReportFolder($0) }
    try folder?.check()
  }

  /// - Parameters:
  ///   - plots: gnuplot scripts by the names of figures.
  ///   - markdown: the report, from the paths of the figures that were drawn.
  mutating func write(
    plots: [(name: String, script: String)], csv: CSVText, quiet: Bool, markdown: ([String: String]) -> String
  ) throws {
    guard folder != nil else { return try Output.write(markdown([:])) }
    var paths: [String: String] = [:]
    for (name, script) in plots where !script.isEmpty {
      guard let figure = try Gnuplot().svg(script: script) else { continue }
      paths[name] = "figures/\(name).svg"
      try folder?.add("figures/\(name).svg", figure)
    }
    try folder?.add("\(name).md", markdown(paths))
    try folder?.add("\(name).csv", csv.text(byteOrderMark: bom))
    try folder?.commit()
    if !quiet { Output.message("wrote \(folder?.path ?? "")/\(name).md and \(name).csv") }
  }
}
