import Analysis
import Input
import Money
import Population
import Rules
import Simulation

/// The budget's bridge from last year's account to next year's need, for people and for programs.
public struct BudgetReport: Speaker {
  let bridge: BudgetBridge
  let library: RuleLibrary
  /// Neighbouring households that are one observation where errors are worked out.
  let cluster: UInt64
  /// The place's rules before any step.
  let rules: RuleBook
  let language: Language

  /// - Parameters:
  ///   - rules: the place's own, before any step.
  ///   - cluster: neighbouring households that are one observation where errors are worked out.
  public init(
    _ bridge: BudgetBridge, library: RuleLibrary, rules: RuleBook, cluster: UInt64, language: Language = .english
  ) {
    (self.bridge, self.library, self.rules) = (bridge, library, rules)
    (self.cluster, self.language) = (cluster, language)
  }

  var request: BudgetRequest { bridge.request }

  /// Tidy: one value a row, to the fen.
  public func csv() throws -> CSVText {
    var csv = CSVText(header: [
      "place", "jurisdiction", "year", "step", "part", "measure", "value", "standardError", "unit",
    ])
    func add(_ step: String, _ part: String, _ measure: String, _ value: String, _ error: Double?, _ unit: String)
      throws
    {
      try csv.add([
        request.place.id, request.place.jurisdiction, "\(request.year)", step, part, measure, value,
        Wording.cell(error, unit), unit,
      ])
    }
    for row in bridge.rows {
      for column in BudgetBridge.Column.all {
        guard let cell = row.cells[column] else { continue }
        let errors = cell.errors
        try add(row.kind.id, column.id, "amount", cell.amount.description, errors.amount, "yuan")
        if let persons = cell.persons {
          try add(row.kind.id, column.id, "persons", "\(persons)", errors.persons, "persons")
        }
        if let times = cell.personTimes {
          try add(row.kind.id, column.id, "personTimes", "\(times)", errors.personTimes, "personTimes")
        }
        if let mean = cell.perPersonTime {
          try add(row.kind.id, column.id, "perPersonTime", mean.description, errors.perPersonTime, "yuan")
        }
      }
    }
    for column in BudgetBridge.Column.all {
      guard let one = bridge.explained[column] else { continue }
      let all: [(String, String, Estimate?, String)] = [
        ("account", "simulated", one.simulated, "yuan"), ("need", "simulated", one.simulatedNext, "yuan"),
        ("account", "residual", one.residual, "yuan"),
        ("account", "simulatedPersonTimes", one.simulatedTimes, "personTimes"),
        ("need", "carried", one.carried, "yuan"),
      ]
      for case (let step, let measure, let estimate?, let unit) in all {
        try add(step, column.id, measure, Wording.cell(estimate.value, unit), estimate.standardError, unit)
      }
    }
    if let band = bridge.band {
      for (measure, estimate) in [("p05", band.low), ("p50", band.middle), ("p95", band.high)] {
        try add("need", "total", measure, Wording.cell(estimate.value, "yuan"), estimate.standardError, "yuan")
      }
    }
    return csv
  }

  /// For people: first what it says, then the bridge, how sure it is, and what is assumed.
  public func markdown(figure: String?) -> String {
    var text = MarkdownText()
    let name = request.place.name(in: language)
    text.heading(
      say(
        en: "From the account of \(request.lastYear) to the need of \(request.year): \(name)",
        zh: "\(name)：\(request.lastYear)年医疗救助决算到\(request.year)年资金需求"), level: 1)
    text.heading(say(en: "What it says", zh: "主要结论"))
    text.bullets(summary())
    if let figure {
      text.figure(path: figure, caption: say(en: "From the account to the need", zh: "由上年支出到下年需求"))
    }
    text.heading(say(en: "The steps", zh: "逐项变化"))
    steps(&text)
    text.heading(say(en: "How much of the account the simulation explains", zh: "模拟对上年支出的解释程度"))
    residual(&text)
    text.heading(say(en: "How sure it is", zh: "可靠程度"))
    text.bullets(sureness())
    text.heading(say(en: "What is assumed", zh: "假定事项"))
    text.bullets(assumptions())
    return text.text
  }

  // MARK: Words

  /// What a row is called.
  func name(_ kind: BudgetBridge.Kind) -> String {
    switch kind {
    case .account: say(en: "account of \(request.lastYear) 上年支出", zh: "\(request.lastYear)年支出").text
    case .oneOffsLast: say(en: "less one-offs of \(request.lastYear)", zh: "剔除\(request.lastYear)年一次性因素").text
    case .residual: say(en: "residual 未解释差额", zh: "未解释差额").text
    case .oneOffsNext: say(en: "one-offs of \(request.year)", zh: "\(request.year)年一次性因素").text
    case .need: say(en: "need of \(request.year) 资金需求", zh: "\(request.year)年资金需求").text
    case .step(let step): name(step)
    }
  }

  private func name(_ step: BudgetStep) -> String {
    switch step {
    case .identities: say(en: "identity counts", zh: "救助对象人数").text
    case .admissions: say(en: "admissions", zh: "住院率").text
    case .costs: say(en: "cost level", zh: "费用水平").text
    case .premium: say(en: "premium", zh: "个人缴费标准").text
    case .rules: say(en: "rules (dated values)", zh: "政策（分年度标准）").text
    case .incomes: say(en: "incomes and lines", zh: "收入及相关标准").text
    case .ageing: say(en: "ageing and residents", zh: "人口老龄化与增减").text
    case .reform(let index):
      say(en: "rules: \(request.reforms[index].title)", zh: "政策调整：\(request.reforms[index].title)").text
    }
  }

  func name(_ column: BudgetBridge.Column) -> String {
    switch column {
    case .part(let part): part.term(in: language).text
    case .assistance: say(en: "direct assistance 直接救助", zh: "直接救助").text
    case .total: say(en: "all 合计", zh: "合计").text
    }
  }

  /// Yuan to the fen, with the sign of a change.
  func signed(_ amount: Yuan, _ kind: BudgetBridge.Kind) -> String {
    (kind.isLevel || amount.fen <= 0 ? "" : "+") + amount.grouped
  }

  func signed(_ count: Int64, _ kind: BudgetBridge.Kind) -> String {
    (kind.isLevel || count <= 0 ? "" : "+") + Wording.number(Double(count))
  }

  /// A figure with its error; one that is stated, or that a step leaves as it was, has none to show.
  func sure(_ text: String, _ error: Double?, decimals: Int = 0) -> String {
    guard let error else { return say(en: "\(text) (few drawn)", zh: "\(text)（样本过少）").text }
    return error == 0 ? text : "\(text) ± \(Wording.number(error, decimals: decimals))"
  }
}
