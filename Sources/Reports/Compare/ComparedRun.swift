import Input

/// A finished run as far as it is compared: what it was made from, and its tables, proved to be as it wrote them.
struct ComparedRun {
  /// The folder.
  let path: String
  let record: RunRecord
  /// By name.
  let tables: [ComparedTable]

  /// Reads the folder of a run, or a bundle of one. The rules at hand need not be those of the run.
  ///
  /// - Throws: `Refusal` where it holds no run, and with each table that is missing or no longer as the run wrote it.
  init(_ folder: String) throws(Refusal) {
    path = ReportFolder(folder).path
    record = try RunRecord(path)
    let manifest = Place(file: path + "/" + RunFiles.manifest, line: 1)
    let names = record.reports.keys.filter { $0.hasSuffix(".csv") && $0 != RunFiles.microdata }.sorted()
    guard !names.isEmpty else {
      throw Refusal(
        Diagnostic(
          at: manifest, key: "reports", "the manifest names no table, so that none can be proved to be the run's",
          hint: "repeat the run with this version"))
    }
    let findings = Findings()
    var tables: [ComparedTable] = []
    for name in names {
      let apart = path + "/reports/" + name
      let file = FileSystem.kind(apart) == .other ? apart : path + "/" + name
      do throws(Refusal) {
        let text = try Self.proved(file, record.reports[name] ?? "")
        if let table = try ComparedTable(name, text: text, file: file) { tables.append(table) }
      } catch { for diagnostic in error.diagnostics { findings.add(diagnostic) } }
    }
    try findings.refuseIfAny()
    self.tables = tables
  }

  /// The text of a table whose bytes are those of the manifest.
  private static func proved(_ file: String, _ checksum: String) throws(Refusal) -> String {
    guard FileSystem.kind(file) == .other else {
      throw Refusal(
        Diagnostic(
          at: Place(file: file, line: 1), "this table of the run is missing", hint: "put it back, or repeat the run"))
    }
    // Without its byte-order mark, which the checksum counts.
    let text = try InputFile.text(file, limit: 1 << 30)
    let found: String
    do throws(ReportFailure) { found = try SHA256.digits(ofFile: file) } catch {
      throw Refusal(Diagnostic(at: Place(file: file, line: 1), error.reason, hint: error.hint))
    }
    guard found == checksum else {
      throw Refusal(
        Diagnostic(
          at: Place(file: file, line: 1), "this table is no longer as the run wrote it",
          hint: "put it back, or repeat the run"))
    }
    return text
  }
}
