import ArgumentParser
import Input
import Reports

/// Holds two finished runs against each other.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare two finished runs cell by cell: what differs by more than their errors allow.",
    discussion: """
      Both folders are those that medaid run wrote, or bundles of them. Exit status 0 where nothing differs by more than the \
      errors allow, 1 where something does, 2 where a folder is refused. docs/reports.md explains how cells are judged.
      """)

  @Argument(help: "The folder of the first run, with its manifest.json.") var first: String
  @Argument(help: "The folder of the second run.") var second: String
  @Option(help: "A CSV file for every cell.") var csv: String?
  @Flag(help: "Begin the CSV file with a byte-order mark, for Excel.") var bom = false
  @OptionGroup var language: LanguageOption

  func validate() throws {
    if csv?.isEmpty == true { throw ValidationError("--csv names no file") }
  }

  func run() throws {
    try guarded {
      if let csv { try SingleFile.check(csv) }
      let comparison = try RunComparison(first, second)
      let report = CompareReport(comparison, language: language.language)
      if let csv {
        try SingleFile.write(
          try report.csv().text(byteOrderMark: bom), to: csv, replacing: true, hint: "name another file")
      }
      try Output.write(report.markdown())
      if comparison.differs { throw Status.differs }
    }
  }
}
