import ArgumentParser
import Cases
import Cliffs
import Input
import Money
import Reports
import Rules

/// Finds where what a case is paid jumps or falls as its cost rises.
struct CliffsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cliffs",
    abstract: "Find, to the fen, where what a case is paid jumps or falls as its cost rises, and by which clause.",
    discussion: """
      The in-policy cost of one episode of a case file moves; its other parts keep their proportion. Prints the report; --output \
      writes cliffs.md, cliffs.csv, schedule.csv and the figure into a folder instead. docs/cliffs.md explains them.
      """)

  @Argument(help: "A case file with one case (docs/case-file.md).") var file: String
  @Option(help: "The id of the episode whose cost moves; not needed where there is only one.") var episode: String?
  @Option(help: "The in-policy cost in yuan, FROM-TO.") var cost = "0-100000"
  @Option(help: "Jurisdictions, parted by commas, instead of those of the case.") var jurisdiction: String?
  @Option(help: "What else is varied: class, level, referral or location.") var vary: Variation?
  @Option(name: .shortAndLong, help: "A folder for cliffs.md, cliffs.csv, schedule.csv and the figure.") var output:
    String?
  @Flag(help: "Begin CSV files with a byte-order mark, for Excel.") var bom = false
  @OptionGroup var language: LanguageOption
  @Flag(help: "No closing line.") var quiet = false
  @OptionGroup var rules: RuleOptions

  func validate() throws {
    _ = try range()
    if output?.isEmpty == true { throw ValidationError("--output names no folder") }
  }

  func run() throws {
    try guarded {
      let library = try rules.library()
      let cases = try CaseFile.cases(file)
      guard let (node, path) = cases.first, cases.count == 1 else {
        throw Refusal(
          Diagnostic(
            at: Place(file: file, line: 1), "the file has \(cases.count) cases", hint: "name a file with one case"))
      }
      var settler = CaseSettler(library)
      let read = try settler.read(node, path: path, jurisdictions: try jurisdictions(library))
      let request = try CliffRequest(read, node, episode: episode, range: try range(), variation: vary)
      var folder = output.map { ReportFolder($0) }
      try folder?.check()
      let result = CliffResult(request)
      let report = CliffReport(result, language: language.language)
      guard folder != nil else {
        try Output.write(report.markdown(figure: nil))
        return
      }
      let drawn = "figures/cliffs.svg", figure = try Gnuplot().svg(script: report.figure)
      if let figure { try folder?.add(drawn, figure) }
      let tables = CliffTables(result)
      try folder?.add("cliffs.md", report.markdown(figure: figure == nil ? nil : drawn))
      try folder?.add("cliffs.csv", try tables.breaks().text(byteOrderMark: bom))
      try folder?.add("schedule.csv", try tables.schedules().text(byteOrderMark: bom))
      try folder?.commit()
      if !quiet { Output.message("wrote \(folder?.path ?? "")/cliffs.md, cliffs.csv and schedule.csv") }
    }
  }

  /// The range of cost.
  private func range() throws -> ClosedRange<Yuan> {
    let parts = cost.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    let limit = CliffRequest.limits.upperBound
    let ends = parts.compactMap { try? DecimalText.hundredths($0, limit: limit.fen) }.map(Yuan.init(fen:))
    guard parts.count == 2, ends.count == 2, ends[0] < ends[1] else {
      throw ValidationError(
        "--cost \(cost): write two amounts of yuan in rising order, such as 0-100000; the largest is \(limit)")
    }
    return ends[0]...ends[1]
  }

  private func jurisdictions(_ library: RuleLibrary) throws(Refusal) -> [String]? {
    guard let jurisdiction else { return nil }
    if jurisdiction == "all" { return library.files.map(\.id) }
    var found: [String] = []
    for name in jurisdiction.split(separator: ",").map({ String($0) }) {
      guard let file = library.file(name) else {
        throw Refusal(
          Diagnostic(
            at: Place(file: "command line", line: 0), key: "--jurisdiction", "\"\(name)\" is not a jurisdiction",
            hint: Spelling.hint(for: name, among: library.files.map(\.id) + ["all"])))
      }
      if !found.contains(file.id) { found.append(file.id) }
    }
    return found
  }
}

extension Variation: ExpressibleByArgument {}
