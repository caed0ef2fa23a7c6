import Cliffs
import Input
import Money
import Rules

/// Jumps, reversals and changes of slope of what a case is paid as its cost moves, for people and for programs.
public struct CliffReport: Speaker {
  let result: CliffResult
  let language: Language

  /// Writes what was found.
  public init(_ result: CliffResult, language: Language = .english) {
    (self.result, self.language) = (result, language)
  }

  var request: CliffRequest { result.request }

  /// The case's name, or what it is.
  var title: String { request.cases.first?.name ?? say(en: "a case", zh: "个案").text }

  /// What the year is.
  var year: Int { request.cases.first?.settler.plan.year ?? 0 }

  /// For people: first what it says, then each kind of break, and how it was found.
  ///
  /// - Parameter figure: the figure's path relative to the report; nil for none.
  public func markdown(figure: String?) -> String {
    var text = MarkdownText()
    text.heading(say(en: "What is paid as cost rises: \(title), \(year)", zh: "费用变化与救助金额：\(title)，\(year)年"), level: 1)
    text.heading(say(en: "What it says", zh: "主要结论"))
    text.bullets(summary())
    if let figure { text.figure(path: figure, caption: caption) }
    text.heading(say(en: "Jumps", zh: "跳跃点"))
    jumps(&text)
    text.heading(say(en: "Reversals as cost rises", zh: "费用上升时的倒挂"))
    reversals(&text)
    if request.variation != nil {
      text.heading(say(en: "Reversals between neighbours", zh: "相邻情形之间的倒挂"))
      crossings(&text)
    }
    text.heading(say(en: "Changes of slope", zh: "斜率变化点"))
    kinks(&text)
    text.heading(say(en: "How it was found", zh: "计算方法"))
    text.bullets(method())
    return text.text
  }

  /// A curve, and every value of what is varied that has the same.
  struct Row {
    var line: CliffResult.Line
    var values: String
  }

  /// One a curve, by jurisdiction; values that make no difference share one.
  var groups: [[Row]] {
    result.groups.map { group in
      var found: [(line: CliffResult.Line, names: [String])] = []
      for line in group {
        if let index = found.firstIndex(where: { $0.line.schedule.isSame(as: line.schedule) }) {
          found[index].names.append(variant(line))
        } else {
          found.append((line, [variant(line)]))
        }
      }
      let isOne = found.count == 1 && group.count > 1
      return found.map { Row(line: $0.line, values: isOne ? say(en: "all", zh: "各情形").text : listed($0.names)) }
    }
  }

  // MARK: Words

  func name(_ line: CliffResult.Line) -> String { line.curve.file.book.name.name(in: language).text }

  /// The value of what is varied; empty where nothing is.
  func variant(_ line: CliffResult.Line) -> String { line.curve.variant.name.name(in: language).text }

  /// Place and values together.
  func both(_ row: Row) -> String {
    let name = name(row.line)
    return row.values.isEmpty ? name : say(en: "\(name) (\(row.values))", zh: "\(name)，\(row.values)").text
  }

  /// What is varied.
  var varied: Phrase {
    switch request.variation {
    case .class: say(en: "class", zh: "对象类别")
    case .level: say(en: "hospital level", zh: "医院级别")
    case .referral: say(en: "referral", zh: "转诊")
    case .location: say(en: "place of care", zh: "就医地")
    case nil: say(en: "", zh: "")
    }
  }

  func name(_ measure: CurvePoint.Measure) -> Phrase {
    switch measure {
    case .payment: say(en: "assistance with tilt", zh: "救助金额（含倾斜）")
    case .outOfPocket: say(en: "left to the patient", zh: "个人负担")
    }
  }

  func name(_ layer: Cause.Layer) -> Phrase {
    switch layer {
    case .basic: say(en: "basic insurance", zh: "基本医保")
    case .criticalIllness: say(en: "critical-illness insurance", zh: "大病保险")
    case .assistance: say(en: "assistance", zh: "医疗救助")
    case .tilted: say(en: "tilted assistance", zh: "倾斜救助")
    case .other: say(en: "other terms", zh: "其他条件")
    }
  }

  /// What a cause does, without its clause.
  func words(_ cause: Cause) -> Phrase {
    let layer = name(cause.layer)
    func label(_ label: Label?) -> Phrase { label?.term(in: language) ?? say(en: "no benefit", zh: "无救助项目") }
    return switch cause.change {
    case .gate(let over):
      say(en: "the gate of \(over.grouped) yuan is passed", zh: "超过\(over.grouped)元的门槛")
    case .benefit(let from?, let to?):
      say(en: "\(label(to)) instead of \(label(from))", zh: "由\(label(from))转为\(label(to))")
    case .benefit(nil, let to): say(en: "\(label(to)) begins", zh: "\(label(to))开始支付")
    case .benefit(let from, nil): say(en: "\(label(from)) ends", zh: "\(label(from))不再支付")
    case .people(let from, let to):
      say(en: "\(label(to)) instead of \(label(from))", zh: "由\(label(from))转为\(label(to))")
    case .counts(true) where cause.layer == .tilted:
      say(en: "the threshold of \(layer) is passed", zh: "超过\(layer)起付标准")
    case .counts(true): say(en: "the deductible of \(layer) is passed", zh: "超过\(layer)起付线")
    case .counts(false): say(en: "below the deductible of \(layer)", zh: "低于\(layer)起付线")
    case .cap(true): say(en: "the cap of \(layer) is reached", zh: "达到\(layer)封顶线")
    case .cap(false): say(en: "below the cap of \(layer)", zh: "低于\(layer)封顶线")
    case .rate: say(en: "another rate of \(layer)", zh: "\(layer)支付比例变化")
    case .tilt(true): say(en: "\(layer) begins", zh: "\(layer)开始支付")
    case .tilt(false): say(en: "\(layer) ends", zh: "\(layer)不再支付")
    }
  }

  /// What happens at a break, without clauses.
  func what(_ broken: Break) -> String {
    clauses(broken.causes.map { words($0).text }).isEmpty
      ? say(en: "not explained by the terms", zh: "未能由条款解释").text : clauses(broken.causes.map { words($0).text })
  }

  /// The clause of a cause; that insurance is assumed is explained once, below.
  private func article(_ cause: Cause) -> String {
    guard cause.source.status != .document, language == .english else { return cause.source.summary(in: language) }
    return cause.source.short
  }

  /// The clauses of a break, each once, then the ids of what is known to be odd there.
  func articles(_ broken: Break) -> String {
    let sources = broken.causes.map(article) + broken.anomalies.map(\.id)
    return clauses(sources.enumerated().filter { sources.firstIndex(of: $1) == $0 }.map(\.element))
  }
}
