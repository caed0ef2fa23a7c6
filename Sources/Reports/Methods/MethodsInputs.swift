import Input
import Population
import Rules
import Settlement
import Simulation

/// The inputs of a run with their sources: documents, changes of them, people, illness and insurance.
struct MethodsInputs: Speaker {
  let run: FinishedRun
  let language: Language

  /// Every table of the element on input data.
  var text: String {
    var text = MarkdownText()
    let year = run.scenario.year
    text.heading(say(en: "Documents", zh: "文件"), level: 3)
    text.table(
      header: [
        say(en: "id", zh: "标识"), say(en: "document", zh: "文件"), say(en: "number", zh: "文号"),
        say(en: "issued", zh: "印发日期"), say(en: "standing in \(year)", zh: "\(year)年效力"),
      ], rows: documents)
    text.heading(say(en: "Readings and changes", zh: "条款理解与改动"), level: 3)
    text.paragraph(
      say(
        en:
          "Doubtful clauses are read as `docs/decisions.md` says, but for the readings above. Values that were changed:",
        zh: "存疑条款除上表所列外均按 `docs/decisions.md` 理解。改动的数值："))
    text.table(
      header: [say(en: "change", zh: "改动"), say(en: "path", zh: "路径"), say(en: "value", zh: "数值")],
      rows: changes.isEmpty ? [[none, "", ""]] : changes)
    for place in run.places {
      let name = place.term(in: language)
      text.heading(say(en: "People of \(name)", zh: "\(name)人口"), level: 3)
      sources(place.sources, &text)
    }
    let illness = run.illness.name
    text.heading(say(en: "Illness and cost (\(illness))", zh: "疾病与费用（\(identifier(illness))）"), level: 3)
    sources(run.illness.sources, &text)
    return String(text.text.dropLast())
  }

  private var none: String { say(en: "none", zh: "无").text }

  /// Parameters with their sources and remarks, which are quoted as the files have them.
  private func sources(_ sources: [Provenance], _ text: inout MarkdownText) {
    text.table(
      header: [
        say(en: "parameter", zh: "参数"), say(en: "source", zh: "来源"), say(en: "year", zh: "年份"),
        say(en: "confidence", zh: "可信度"), say(en: "remark", zh: "备注"),
      ],
      rows: sources.map { source in
        let assumption = source.isAssumption ? say(en: "assumption", zh: "假定").text : nil
        return [
          identifier(source.key), source.source ?? none, source.year ?? "",
          listed([source.confidence?.rawValue, assumption].compactMap(\.self)), source.reason ?? "",
        ]
      })
  }

  /// The rule files of the run, in the scenario's order.
  private var files: [RuleFile] { run.scenario.jurisdictions.compactMap { run.library.file($0) } }

  private var documents: [[String]] {
    files.map { file in
      let document = file.book.document
      return [
        identifier(file.id), document.title.term(in: language).text, document.number,
        document.issued?.description ?? say(en: "undated", zh: "未注明").text,
        document.standing(in: run.scenario.year).name(in: language).text,
      ]
    }
  }

  private var changes: [[String]] {
    func rows(_ name: String, _ patches: [String: [Patch]]) -> [[String]] {
      patches.keys.sorted().flatMap { id in
        (patches[id] ?? []).map { patch in
          let path = ([id] + patch.path).joined(separator: ".")
          let value = patch.value.text ?? say(en: patch.value.named, zh: "多个数值").text
          return [name, identifier(path), value]
        }
      }
    }
    return run.scenario.reforms.flatMap { rows(identifier($0.name), $0.patches) }
      + rows(say(en: "whole run", zh: "全部测算").text, run.scenario.patches)
  }

  /// What stands on no figure that was seen, by where it acts.
  var assumptions: String {
    var text = MarkdownText()
    for place in run.places {
      let keys = place.sources.filter(\.isAssumption).map { "`\($0.key)`" }
      let name = place.name(in: language), list = orNothing(keys)
      text.paragraph(say(en: "**People of \(name)**: \(list).", zh: "**\(name)人口**：\(list)。"))
    }
    let illness = run.illness.sources.filter(\.isAssumption).map { "`\($0.key)`" }
    let list = orNothing(illness)
    text.paragraph(say(en: "**Illness and cost**: \(list).", zh: "**疾病与费用**：\(list)。"))
    for file in files {
      let name = file.book.name.name(in: language)
      text.paragraph(
        say(
          en: "**Rules and insurance of \(name)**, beside what the document says:",
          zh: "**\(name)的规定与医保待遇**，文件本身规定之外的部分："))
      text.table(
        header: [say(en: "what", zh: "事项"), say(en: "values", zh: "数值个数"), ground], rows: grounds(file))
    }
    if run.scenario.comparison, run.scenario.comparisonParts.contains(.common) {
      text.paragraph(
        say(
          en:
            "**Comparison at common insurance**: one schedule, premium and price level for all, nobody's real one, of confidence L.",
          zh: "**统一医保比较**：各文件采用同一医保待遇、缴费标准和价格水平，并非任何一地的实际标准，可信度L。"))
    }
    text.paragraph(
      say(
        en: "Response of behaviour, use and prices to the rules: \(adaptation) Nothing is carried into another year.",
        zh: "行为、就医和价格对规定的反应：\(adaptation)各年度之间不作结转。"))
    return String(text.text.dropLast())
  }

  /// Whether people answer to the rules.
  var adaptation: Phrase {
    guard run.scenario.response != nil else {
      return say(
        en: "None: behaviour, use and prices of care do not respond to the rules.",
        zh: "无：行为、就医和医疗价格均不随规定改变。")
    }
    return say(
      en: """
        Reforms are told with and without an answer of the use of hospitals to what patients pay, by supposed elasticities; nothing else \
        responds to the rules.
        """,
      zh: "各调整方案分别按计入和不计入患者价格反应测算：住院次数和医院级别随自付比例按所设弹性变化，其余行为均不随规定改变。")
  }

  private var ground: Phrase { say(en: "ground", zh: "依据") }

  private func orNothing(_ keys: [String]) -> String { keys.isEmpty ? say(en: "nothing", zh: "无").text : listed(keys) }

  /// Values that no article states, those of one section and ground together.
  private func grounds(_ file: RuleFile) -> [[String]] {
    let words = Source.Status.allCases.filter { $0 != .document }.map { $0.name(in: language).text }
    var groups: [(section: String, paths: [String], ground: String)] = []
    for row in rows(file) where words.contains(where: { row.ground.hasPrefix($0) }) {
      if let index = groups.firstIndex(where: { $0.section == row.section && $0.ground == row.ground }) {
        groups[index].paths.append(row.path)
      } else {
        groups.append((row.section, [row.path], row.ground))
      }
    }
    return groups.map { group in
      ["`\(group.paths.count == 1 ? group.paths[0] : group.section)`", String(group.paths.count), group.ground]
    }
  }

  private func rows(_ file: RuleFile) -> [RuleRow] { RuleView(file, year: run.scenario.year, language: language).rows }

  private static func row(_ row: RuleRow) -> [String] { ["`\(row.path)`", row.valueWithUnit, row.ground] }

  /// Every value of every rule file.
  var rules: String {
    var text = MarkdownText()
    for file in files {
      text.heading(file.book.name.term(in: language), level: 3)
      text.table(
        header: [say(en: "path", zh: "路径"), say(en: "value", zh: "数值"), ground], rows: rows(file).map(Self.row))
    }
    return String(text.text.dropLast())
  }
}
