import Input

/// The tables that `medaid rules` prints, as lines of text.
///
/// All of them take `markdown`, and else `width`: the columns of the terminal, nil where lines may be of any length.
public enum RuleTables {
  /// Everything a rule file says, a table a section.
  public static func show(_ view: RuleView, markdown: Bool, width: Int? = nil) -> [String] {
    var lines = ["\(markdown ? "# " : "")\(view.book.name.english) \(view.book.name.chinese) (\(view.book.id))"]
    var sections: [(name: String, rows: [RuleRow])] = []
    for row in view.identityRows + view.rows {
      let name = row.path.contains(".") ? row.section : "general"
      if let index = sections.firstIndex(where: { $0.name == name }) {
        sections[index].rows.append(row)
      } else {
        sections.append((name, [row]))
      }
    }
    for section in sections {
      lines += ["", "\(markdown ? "## " : "")\(RuleView.Crumbs.spoken(section.name))", ""]
      let rows = section.rows.map { [$0.path, $0.what, $0.value, $0.unit, $0.ground] }
      lines += TextTable(header: ["path", "what", "value", "unit", "article or source"], rows: rows).lines(
        markdown: markdown, width: width)
    }
    return lines
  }

  /// What differs between two views; `names` head their columns.
  public static func differences(
    _ first: RuleView, _ second: RuleView, names: (String, String), markdown: Bool, width: Int? = nil
  ) -> [String] {
    let found = RuleDifference.between(first, second)
    guard !found.isEmpty else { return ["nothing differs"] }
    let rows = found.map { difference in
      [
        difference.path, difference.what, difference.first?.valueWithUnit ?? "–", difference.first?.ground ?? "",
        difference.second?.valueWithUnit ?? "–", difference.second?.ground ?? "",
      ]
    }
    let header = ["path", "what", names.0, "\(names.0): source", names.1, "\(names.1): source"]
    return TextTable(header: header, rows: rows).lines(markdown: markdown, width: width)
  }

  /// Ambiguous clauses and the ways to read them; the default is marked with an asterisk.
  public static func readings(_ book: RuleBook, markdown: Bool, width: Int? = nil) -> [String] {
    let rows = book.readings.flatMap { reading in
      reading.options.enumerated().map { index, option in
        [
          index == 0 ? reading.id : "", index == 0 ? "\(reading.question.english) \(reading.question.chinese)" : "",
          index == 0 ? reading.source.summary : "",
          option.letter == reading.standard ? "* \(option.letter)" : "  \(option.letter)",
          "\(option.text.english) \(option.text.chinese)",
        ]
      }
    }
    return TextTable(header: ["id", "question", "clause", "option", "meaning"], rows: rows).lines(
      markdown: markdown, width: width)
      + ["", "\(book.readings.count) readings; * is the default."]
  }

  /// What became of every article.
  public static func coverage(_ book: RuleBook, markdown: Bool, width: Int? = nil) -> [String] {
    let rows = book.coverage.map { [$0.article, $0.treatment.rawValue, $0.note] }
    let counts = Coverage.Treatment.allCases.map { treatment in
      "\(book.coverage.count { $0.treatment == treatment }) \(treatment.rawValue)"
    }
    return TextTable(header: ["article", "treatment", "note"], rows: rows).lines(markdown: markdown, width: width)
      + ["", "\(book.coverage.count) articles: \(counts.joined(separator: ", "))."]
  }

  /// Identities and diseases with their names.
  public static func words(_ vocabulary: Vocabulary, markdown: Bool, width: Int? = nil) -> [String] {
    func table(_ terms: [Term]) -> [String] {
      let rows = terms.map { [$0.id, $0.english, $0.chinese, $0.aliases.joined(separator: "、")] }
      return TextTable(header: ["identifier", "English", "中文", "also"], rows: rows).lines(
        markdown: markdown, width: width)
    }
    return table(vocabulary.identities) + [""] + table(vocabulary.diseases)
  }
}
