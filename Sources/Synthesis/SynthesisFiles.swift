import Reports

/// The five files of a synthesis, open for writing.
struct SynthesisFiles {
  let households: StreamedFile
  let persons: StreamedFile
  let identities: StreamedFile
  let episodes: StreamedFile
  let cases: StreamedFile

  /// Opens the files in a folder and writes the headers.
  ///
  /// - Parameter byteOrderMark: begin the tables with the mark that Excel wants; the case file never has one.
  init(in folder: inout ReportFolder, byteOrderMark: Bool) throws(ReportFailure) {
    households = try Self.table("households", SynthesisColumns.households, byteOrderMark, &folder)
    persons = try Self.table("persons", SynthesisColumns.persons, byteOrderMark, &folder)
    identities = try Self.table("identities", SynthesisColumns.identities, byteOrderMark, &folder)
    episodes = try Self.table("episodes", SynthesisColumns.episodes, byteOrderMark, &folder)
    cases = try folder.stream("cases.jsonl")
  }

  private static func table(
    _ name: String, _ columns: [String], _ byteOrderMark: Bool, _ folder: inout ReportFolder
  ) throws(ReportFailure) -> StreamedFile {
    let file = try folder.stream("\(name).csv")
    try file.write((byteOrderMark ? CSVText.byteOrderMark : "") + CSVText.line(columns))
    return file
  }
}
