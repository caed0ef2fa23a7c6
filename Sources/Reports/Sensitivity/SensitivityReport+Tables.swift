import Analysis
import Input
import Simulation

extension SensitivityReport {
  /// What an input is.
  func name(_ input: UncertainInputs.Input) -> String {
    guard let label = Uncertainty.name(of: input.name) else { return say(en: "the year", zh: "年度效应").text }
    return label.name(in: language).text
  }

  /// The inputs with their indices, by falling total index.
  func table(_ section: SensitivitySection, _ study: DriverStudy, _ text: inout MarkdownText) {
    guard let indices = study.indices else { return }
    var rows = section.rows(indices).map { row in
      ["`\(row.input.name)`", name(row.input), wording.percent(row.first), wording.percent(row.total)]
    }
    rows.append(["", say(en: "interplay", zh: "参数间的交互影响").text, wording.percent(indices.interplay), ""])
    text.table(
      header: [
        say(en: "parameter", zh: "参数"), say(en: "what it is", zh: "内容"), say(en: "alone", zh: "单独影响"),
        say(en: "with all it takes part in", zh: "总影响"),
      ], rows: rows, right: 2)
    let level = shown(indices.mean, study.figure, section), spread = shown(indices.deviation, study.figure, section)
    text.paragraph(
      say(
        en: """
          Shares of the variance over the parameters; the figure has a mean of \(level) and a standard deviation of \(spread). \
          Alone is the first-order index: what would go if this parameter were known. The other is the total index: what would \
          stay if all but this one were known. Interplay is what the first-order indices leave of 100 %.
          """,
        zh: """
          表中为占方差的比例；该指标均值为\(level)，标准差为\(spread)。单独影响为一阶指数：若该参数确知，方差可减少的比例；\
          总影响为总指数：若其他参数均确知，仍会保留的比例。交互影响为100%减去各参数单独影响之和。
          """))
  }

  /// A level or spread in the unit that readers see.
  func shown(_ estimate: Estimate, _ figure: PolicyFigure, _ section: SensitivitySection) -> String {
    if figure.isShare {
      let persons = wording.estimate(estimate.times(Double(section.place.population)))
      return say(en: "\(persons) persons", zh: "\(persons)人").text
    }
    guard figure == .outOfPocket else { return wording.amount(estimate) }
    let yuan = wording.estimate(estimate, decimals: 2)
    return say(en: "\(yuan) yuan", zh: "\(yuan)元").text
  }

  /// The script of bars, two for each parameter.
  func plot(_ section: SensitivitySection, _ study: DriverStudy) -> String {
    guard let indices = study.indices else { return "" }
    let rows = section.rows(indices)
    func values(_ estimate: (SensitivitySection.Row) -> Estimate) -> [Double] { rows.map { 100 * estimate($0).value } }
    func errors(_ estimate: (SensitivitySection.Row) -> Estimate) -> [Double] {
      rows.map { 100 * (estimate($0).standardError ?? .nan) }
    }
    let name = section.place.name(in: language), noun = noun(study.figure)
    return Plot.groupedBars(
      title: say(en: "\(name): what drives \(noun)", zh: "\(name)：\(noun)取决于哪些参数"),
      groups: rows.map { say(en: $0.input.name, zh: self.name($0.input)).text },
      series: [say(en: "alone", zh: "单独影响").text, say(en: "with all it takes part in", zh: "总影响").text],
      values: [values(\.first), values(\.total)], errors: [errors(\.first), errors(\.total)],
      yLabel: say(en: "% of the variance", zh: "占方差的比例（%）"))
  }
}
