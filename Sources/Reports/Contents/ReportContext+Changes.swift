import Input
import Rules
import Simulation

extension ReportContext {
  /// A table of what a reform changes in a place's own document: old and new value with unit, and the ground of
  /// the old one.
  func changes(of reform: Scenario.Reform, _ jurisdiction: String, _ text: inout MarkdownText) {
    let rows = changedRows(reform.patches[jurisdiction] ?? [], jurisdiction)
    guard !rows.isEmpty else {
      return text.paragraph(
        say(
          en: "It changes no value of \(year): what it sets is what the rules say already.",
          zh: "未改变\(year)年的任何标准：所设内容与现行规定一致。"))
    }
    text.paragraph(
      say(
        en: "What `\(reform.name)` changes in the rules of \(name(jurisdiction)), values of \(year):",
        zh: "方案 `\(reform.name)` 对\(name(jurisdiction))规定的调整（\(year)年标准）："))
    text.table(
      header: [
        say(en: "what", zh: "事项"), say(en: "path", zh: "路径"), say(en: "now", zh: "现行标准"),
        say(en: "reformed", zh: "调整后"), say(en: "article or source of the value now", zh: "现行标准的条款或来源"),
      ], rows: rows)
  }

  /// Rules that the whole run changes, baseline included: readings chosen instead of the default, and `set`.
  ///
  /// - Returns: one line a change; none where the run takes every document as it is read by default.
  func settings() -> [Phrase] {
    let scenario = result.scenario
    var lines: [Phrase] = []
    for id in scenario.readings.keys.sorted() {
      // Several documents may know a reading; each asks its question in its own words.
      for jurisdiction in scenario.jurisdictions {
        guard let reading = result.library.file(jurisdiction)?.book.readings.first(where: { $0.id == id }),
          let line = line(reading, chosen: scenario.readings[id], name(jurisdiction))
        else { continue }
        lines.append(line)
      }
    }
    for jurisdiction in scenario.jurisdictions {
      guard let patches = scenario.patches[jurisdiction] else { continue }
      let name = name(jurisdiction)
      for row in changedRows([], jurisdiction, whole: patches) {
        lines.append(
          say(
            en: "\(name), \(row[1]), \(row[0]): \(row[2]) becomes \(row[3]) (source of the old value: \(row[4])).",
            zh: "\(name)，\(row[1])，\(row[0])：由\(row[2])改为\(row[3])（原标准来源：\(row[4])）。"))
      }
    }
    return lines
  }

  private func line(_ reading: Reading, chosen: String?, _ name: Phrase) -> Phrase? {
    func option(_ letter: String?) -> (letter: String, text: Phrase)? {
      reading.options.first { $0.letter == letter }.map { ($0.letter, $0.text.term(in: language)) }
    }
    guard chosen != reading.standard, let before = option(reading.standard), let after = option(chosen) else {
      return nil
    }
    let question = reading.question.term(in: language)
    return say(
      en: """
        \(name), reading \(reading.id), \(question): the default (\(before.letter), \(before.text)) becomes \
        \(after.letter), \(after.text) (\(reading.source.summary)).
        """,
      zh: """
        \(name)，条款理解 \(reading.id)，\(question)：由默认理解（\(before.letter)，\(before.text)）改为\
        \(after.letter)，\(after.text)（\(reading.source.summary(in: .chinese))）。
        """)
  }

  /// - Parameter whole: what the run sets besides; nil for all that it sets, on both sides of the change.
  private func changedRows(_ reform: [Patch], _ jurisdiction: String, whole: [Patch]? = nil) -> [[String]] {
    guard let file = result.library.file(jurisdiction) else { return [] }
    let readings = result.scenario.readings, always = result.scenario.patches[jurisdiction] ?? []
    // The run was made under these rules, so they are sound.
    guard let before = try? file.patched(readings: readings, stages: [[], whole == nil ? always : []]),
      let after = try? file.patched(readings: readings, stages: [reform, always])
    else { return [] }
    let views = [before, after].map { RuleView($0, year: year, language: language) }
    return RuleDifference.within(views[0], views[1]).map { one in
      [
        one.what, "`\(jurisdiction).\(one.path)`",
        one.first?.valueWithUnit ?? say(en: "not there", zh: "无此规定").text,
        one.second?.valueWithUnit ?? say(en: "taken out", zh: "取消").text, one.first?.ground ?? "",
      ]
    }
  }
}
