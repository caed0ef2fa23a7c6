import Foundation
import Input

/// What differs between two runs, for people and for programs.
public struct CompareReport: Speaker {
  let comparison: RunComparison
  let language: Language

  /// Writes what was found.
  public init(_ comparison: RunComparison, language: Language = .english) {
    (self.comparison, self.language) = (comparison, language)
  }

  /// More cells than this are counted and not shown; the CSV file holds all.
  static let shown = 40

  /// For people: what differs in the inputs, how cells were judged, counts, and the cells themselves.
  public func markdown() -> String {
    var text = MarkdownText()
    text.heading(
      say(
        en: "Two runs: \(comparison.first) and \(comparison.second)",
        zh: "两次运行比较：\(comparison.first)与\(comparison.second)"),
      level: 1)
    text.paragraph(conclusion)
    text.heading(say(en: "What they were made from", zh: "输入差异"))
    inputs(&text)
    text.heading(say(en: "How cells were judged", zh: "判断方法"))
    text.bullets(method)
    text.heading(say(en: "Cells", zh: "各表单元"))
    counts(&text)
    let beyond = cells([.beyond, .onlyFirst, .onlySecond])
    if !beyond.isEmpty {
      text.heading(say(en: "Cells that differ", zh: "存在差异的单元"))
      different(beyond, &text)
    }
    return text.text
  }

  private func cells(_ verdicts: Set<ComparedCell.Verdict>) -> [ComparedCell] {
    comparison.cells.filter { verdicts.contains($0.verdict) }
  }

  private var conclusion: Phrase {
    let beyond = cells([.beyond]).count, lone = cells([.onlyFirst, .onlySecond]).count
    let other = cells([.within, .noError, .notDrawn]).count
    guard comparison.differs else {
      guard other > 0 else { return say(en: "Nothing differs.", zh: "两次运行没有差异。") }
      return say(
        en: "Nothing differs by more than the errors allow; \(other) cells are not the same figure.",
        zh: "没有超出误差的差异；\(other)个单元数值不同。")
    }
    let tables = comparison.loneTables.map { "\($0.name) (\($0.folder))" }
    return say(
      en: """
        \(beyond) cells differ by more than the errors allow, \(lone) rows are in one run only\
        \(tables.isEmpty ? "" : ", and so are whole tables: \(listed(tables))").
        """,
      zh: "\(beyond)个单元的差异超出误差，\(lone)行仅见于其中一次运行\(tables.isEmpty ? "" : "；以下各表仅见于其中一次：\(listed(tables))")。")
  }

  private func inputs(_ text: inout MarkdownText) {
    guard !comparison.inputs.isEmpty else { return text.paragraph(say(en: "The same.", zh: "完全相同。")) }
    text.table(
      header: [say(en: "what", zh: "项目"), say(en: "first run", zh: "第一次"), say(en: "second run", zh: "第二次")],
      rows: comparison.inputs.map { [$0.key, $0.first, $0.second] })
  }

  private var method: [Phrase] {
    var lines = [
      say(
        en: """
          z is the difference (second less first) over the root of the sum of both squared standard errors, for \
          \(comparison.judged) cells with an error. Exact figures must be equal; where too few were drawn to tell an error, \
          nothing is judged.
          """,
        zh: "z为差值（第二次减第一次）除以两次标准误平方和的平方根，共\(comparison.judged)个有误差的单元。精确数值须完全相等；样本过少而无误差的单元不作判断。"),
      say(
        en: """
          So many cells would differ by chance alone. p is corrected after Holm (1979, Scandinavian Journal of Statistics 6, 65–70): \
          the chance that any cell is called different although none is stays at 5 %, however cells depend on each other — and they \
          are the same people counted in many ways.
          """,
        zh: """
          单元众多，偶然即会出现差异。p按Holm（1979，Scandinavian Journal of Statistics 6，65–70）校正：在实际没有差异时，误报任一单元的概率\
          不超过5%，且不要求各单元相互独立（同一人口在多个单元重复计入）。
          """),
    ]
    if comparison.samePeople {
      lines.append(
        say(
          en: """
            Both runs drew the same people\(comparison.sameYears ? " and years, so that only the inputs make figures differ" : ""): \
            their errors go together, and the error of a difference is smaller than z takes it to be. z is conservative; a reform \
            within one run is judged by its paired error (policy-impact.csv).
            """,
          zh: """
            两次运行抽取的人口\(comparison.sameYears ? "和年份相同，数值不同只能来自输入差异；两次" : "相同，")误差正相关，差值的实际误差小于\
            所用误差，因此z偏于保守；同一次运行内的政策调整按配对误差判断（`policy-impact.csv`）。
            """))
    } else {
      lines.append(
        say(
          en: """
            The runs drew other people. Rows of groups of which nobody was drawn in one of them are not judged.
            """, zh: "两次运行抽取的人口不同，其中一次未抽到的对象所在行不作判断。"))
    }
    return lines
  }

  private func name(_ verdict: ComparedCell.Verdict) -> Phrase {
    switch verdict {
    case .equal: say(en: "equal", zh: "相同")
    case .within: say(en: "within errors", zh: "误差之内")
    case .beyond: say(en: "beyond", zh: "超出误差")
    case .noError: say(en: "no error known", zh: "误差未知")
    case .onlyFirst: say(en: "only first", zh: "仅第一次")
    case .onlySecond: say(en: "only second", zh: "仅第二次")
    case .notDrawn: say(en: "not drawn in one", zh: "其中一次未抽到")
    }
  }

  private func counts(_ text: inout MarkdownText) {
    let tables = comparison.cells.map(\.table).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    text.table(
      header: [say(en: "table", zh: "表")] + ComparedCell.Verdict.allCases.map(name),
      rows: tables.map { table in
        let own = comparison.cells.filter { $0.table == table }
        return [table] + ComparedCell.Verdict.allCases.map { verdict in "\(own.count { $0.verdict == verdict })" }
      }, right: 1)
  }

  private func different(_ cells: [ComparedCell], _ text: inout MarkdownText) {
    let ordered = cells.enumerated().sorted {
      (-abs($0.element.z ?? .infinity), $0.offset) < (-abs($1.element.z ?? .infinity), $1.offset)
    }
    text.table(
      header: [
        say(en: "table", zh: "表"), say(en: "cell", zh: "单元"), say(en: "first run", zh: "第一次"),
        say(en: "second run", zh: "第二次"),
        say(en: "difference", zh: "差值"), say(en: "z", zh: "z"), say(en: "p corrected", zh: "校正后p"),
      ],
      rows: ordered.prefix(Self.shown).map { _, cell in
        [
          cell.table, cell.key.map(\.value).filter { !$0.isEmpty }.joined(separator: " / "), figure(cell.first),
          figure(cell.second), cell.difference.map { Self.number($0) } ?? "",
          cell.z.map { String(format: "%.1f", $0) } ?? "",
          cell.corrected.map { String(format: "%.2g", $0) } ?? "",
        ]
      }, right: 2)
    if cells.count > Self.shown {
      text.paragraph(
        say(
          en: "And \(cells.count - Self.shown) further cells; --csv FILE writes all.",
          zh: "另有\(cells.count - Self.shown)个单元，`--csv FILE` 可全部写出。"))
    }
  }

  private func figure(_ cell: (value: String, error: String?)?) -> String {
    guard let cell else { return say(en: "no row", zh: "无此行").text }
    let error = cell.error.flatMap { $0.isEmpty ? nil : $0 }
    return cell.value + (error.map { " ± \($0)" } ?? "")
  }

  /// A difference without the digits that it never had.
  private static func number(_ value: Double) -> String {
    let text = String(format: "%.6f", value)
    return String(text.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed())
  }

  /// Every cell, whatever was found of it.
  public func csv() throws -> CSVText {
    var csv = CSVText(header: [
      "table", "cell", "column", "first", "firstError", "second", "secondError", "difference", "z", "pCorrected",
      "verdict",
    ])
    for cell in comparison.cells {
      try csv.add([
        cell.table, cell.key.map { "\($0.column)=\($0.value)" }.joined(separator: ";"), cell.measure,
        cell.first?.value ?? "", cell.first?.error ?? "", cell.second?.value ?? "", cell.second?.error ?? "",
        cell.difference.map(Self.number) ?? "", cell.z.map { String(format: "%.4f", $0) } ?? "",
        cell.corrected.map { String(format: "%.6f", $0) } ?? "", cell.verdict.rawValue,
      ])
    }
    return csv
  }
}
