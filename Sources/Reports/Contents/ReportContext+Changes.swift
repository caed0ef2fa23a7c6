import Rules
import Simulation

extension ReportContext {
  /// A table of what a reform changes in a place's own document: old and new value with unit, and the ground of
  /// the old one.
  func changes(of reform: Scenario.Reform, _ jurisdiction: String, _ text: inout MarkdownText) {
    let rows = changedRows(reform.patches[jurisdiction] ?? [], jurisdiction)
    guard !rows.isEmpty else {
      return text.paragraph("It changes no value of \(year): what it sets is what the rules say already.")
    }
    text.paragraph("What `\(reform.name)` changes in the rules of \(name(jurisdiction)), values of \(year):")
    text.table(header: ["what", "path", "now", "reformed", "article or source of the value now"], rows: rows)
  }

  /// Rules that the whole run changes, baseline included: readings chosen instead of the default, and `set`.
  ///
  /// - Returns: one line a change; none where the run takes every document as it is read by default.
  func settings() -> [String] {
    let scenario = result.scenario
    var lines: [String] = []
    for id in scenario.readings.keys.sorted() {
      // Several documents may know a reading; each asks its question in its own words.
      for jurisdiction in scenario.jurisdictions {
        guard let reading = result.library.file(jurisdiction)?.book.readings.first(where: { $0.id == id }),
          let line = line(reading, chosen: scenario.readings[id])
        else { continue }
        lines.append("\(name(jurisdiction)), \(line)")
      }
    }
    for jurisdiction in scenario.jurisdictions {
      guard let patches = scenario.patches[jurisdiction] else { continue }
      for row in changedRows([], jurisdiction, whole: patches) {
        lines.append(
          "\(name(jurisdiction)), \(row[1]), \(row[0]): \(row[2]) becomes \(row[3]) (source of the old value: \(row[4]))."
        )
      }
    }
    return lines
  }

  private func line(_ reading: Reading, chosen: String?) -> String? {
    func words(_ letter: String?) -> String? {
      reading.options.first { $0.letter == letter }.map { "\($0.letter), \($0.text.english) \($0.text.chinese)" }
    }
    guard chosen != reading.standard, let before = words(reading.standard), let after = words(chosen) else {
      return nil
    }
    return
      """
      reading \(reading.id), \(reading.question.english) \(reading.question.chinese): the default (\(before)) becomes \
      \(after) (\(reading.source.summary)).
      """
  }

  /// - Parameter whole: what the run sets besides; nil for all that it sets, on both sides of the change.
  private func changedRows(_ reform: [Patch], _ jurisdiction: String, whole: [Patch]? = nil) -> [[String]] {
    guard let file = result.library.file(jurisdiction) else { return [] }
    let readings = result.scenario.readings, always = result.scenario.patches[jurisdiction] ?? []
    // The run was made under these rules, so they are sound.
    guard let before = try? file.patched(readings: readings, stages: [[], whole == nil ? always : []]),
      let after = try? file.patched(readings: readings, stages: [reform, always])
    else { return [] }
    return RuleDifference.within(RuleView(before, year: year), RuleView(after, year: year)).map { one in
      [
        one.what, "`\(jurisdiction).\(one.path)`", one.first?.valueWithUnit ?? "not there",
        one.second?.valueWithUnit ?? "taken out", one.first?.ground ?? "",
      ]
    }
  }
}
