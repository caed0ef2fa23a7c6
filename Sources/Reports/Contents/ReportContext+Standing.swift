import Input
import Rules
import Simulation

extension ReportContext {
  /// The legal standing of every document in the year, what of it has no force then although it stands, and what the
  /// run changes in all of them.
  func standing(_ text: inout MarkdownText) {
    text.heading(say(en: "The legal standing of each document", zh: "各文件的法律效力"))
    let isDated = result.scenario.isDated
    text.bullets(
      result.scenario.jurisdictions.compactMap { id in
        guard let file = result.library.file(id) else { return nil }
        let document = file.book.document, name = file.book.name.term(in: language)
        let standing = document.standing(in: year)
        let line = say(
          en: """
            \(name) (\(document.number.isEmpty ? "no number" : document.number)): in \(year) \
            \(standing.rawValue); \(isDated ? "legal dates are obeyed" : "settled as if in force all year").
            """,
          zh: """
            \(name)（\(document.number.isEmpty ? "无文号" : document.number)）：\(year)年\(standing.name(in: .chinese))；\
            \(isDated ? "按有效期测算" : "视同全年有效测算")。
            """)
        return (line, outsideItsTime(file))
      })
    text.bullets(outsideForce())
    let settings = settings()
    guard !settings.isEmpty else { return }
    text.paragraph(
      say(
        en: "The scenario changes these rules for the whole run, reforms and what they are compared with alike:",
        zh: "本情景对全部测算（含各项调整及其对照）改变以下规定："))
    text.bullets(settings)
  }

  /// Whether a place's own document is in force all year, or legal dates are not obeyed.
  func covers(_ year: Int, _ place: RunResult.PlaceResult) -> Bool {
    guard result.scenario.isDated, let document = result.library.file(place.place.jurisdiction)?.book.document else {
      return true
    }
    return document.standing(in: year) == .inForce
  }

  /// Years of the run in which a place's own document has no force, or not all year, so that little or nothing is paid; nothing where
  /// legal dates are not obeyed.
  func outsideForce() -> [Phrase] {
    guard result.scenario.isDated else { return [] }
    return result.places.compactMap { place in
      guard place.baseline != nil, let document = result.library.file(place.place.jurisdiction)?.book.document else {
        return nil
      }
      let years = [year] + place.outlook.map(\.year)
      let outside = years.filter { !covers($0, place) }.map { ($0, document.standing(in: $0)) }
      guard !outside.isEmpty else { return nil }
      let name = placeName(place.place.id)
      let named = outside.map { year, standing in
        say(en: "\(year) \(standing.name(in: .english))", zh: "\(year)年\(standing.name(in: .chinese))").text
      }
      return say(
        en:
          "**\(name): its document does not cover every year** (\(clauses(named))). Outside its time nothing is paid under it, whatever is needed.",
        zh: "**\(name)：文件未覆盖全部年度**（\(clauses(named))）。有效期以外不按该文件支付，所列支出不代表实际需要。")
    }
  }

  /// Clauses of a document that do not cover the whole year, and values from outside that have none of the year.
  private func outsideItsTime(_ file: RuleFile) -> [Phrase] {
    let document = file.book.document
    guard document.status != .draft else { return carried(file) }
    let rows = RuleView(file, year: year, language: language).rows
    func article(_ path: String) -> String {
      rows.first { $0.path == path }.map { say(en: " (\($0.ground))", zh: "（\($0.ground)）").text } ?? ""
    }
    return [
      document.standing(in: year) == .partOfYear ? care(document, article("document.benefits.from")) : nil,
      premiumYears(document, article("document.premium.lastYear")),
      premiumDays(document, article("document.premium.paidFrom")),
    ].compactMap(\.self) + carried(file)
  }

  /// A day as Chinese prose has it.
  private func day(_ day: Day) -> String {
    let (year, month, day) = day.civil
    return "\(year)年\(month)月\(day)日"
  }

  /// What care of days outside the document's time gets.
  private func care(_ document: LegalDocument, _ article: String) -> Phrase {
    let isDated = result.scenario.isDated
    let from = document.benefitsFrom.flatMap { $0 > Day.first(of: year) ? $0 : nil }
    let to = document.benefitsTo.flatMap { $0 < Day.last(of: year) ? $0 : nil }
    let days = [from.map { "from \($0)" }, to.map { "to \($0)" }].compactMap(\.self).joined(separator: " ")
    return say(
      en: """
        Care is assisted \(days) only\(article); \
        \(isDated ? "care of other days is paid nothing." : "this run assists that of the whole year.")
        """,
      zh: """
        只救助\([from.map { "\(day($0))起" }, to.map { "至\(day($0))止" }].compactMap(\.self).joined())的费用\(article)；\
        \(isDated ? "其余日期的费用不予救助。" : "本次测算对全年费用均予救助。")
        """)
  }

  /// What the premium subsidy of a year that the document does not name is; nil where it names it.
  private func premiumYears(_ document: LegalDocument, _ article: String) -> Phrase? {
    let first = document.premiumFirstYear, last = document.premiumLastYear, isDated = result.scenario.isDated
    guard year < first ?? .min || year > last ?? .max else { return nil }
    let isEarly = year < first ?? .min
    let years = [first.map { "from \($0)" }, last.map { "to \($0)" }].compactMap(\.self).joined(separator: " ")
    return say(
      en: """
        Its premium subsidy is for the years \(years)\(article) and \(isEarly ? "has not begun" : "has lapsed"); \
        \(isDated ? "none is paid in this run." : "this run pays it all the same, as if it held in \(year).")
        """,
      zh: """
        资助参保适用于\([first.map { "\($0)年起" }, last.map { "至\($0)年止" }].compactMap(\.self).joined())的年度\(article)，\
        \(isEarly ? "尚未开始" : "已经到期")；\(isDated ? "本次测算不予资助。" : "本次测算视同\(year)年仍有效，照常资助。")
        """)
  }

  /// What premiums get that were paid before the document's time; nil where none were.
  private func premiumDays(_ document: LegalDocument, _ article: String) -> Phrase? {
    guard let from = document.premiumPaidFrom, from > Day.first(of: year) else { return nil }
    let isDated = result.scenario.isDated
    return say(
      en: """
        It subsidises premiums paid from \(from) on\(article); \
        \(isDated ? "earlier payments, and those without a day, get nothing." : "this run subsidises those of any day.")
        """,
      zh: """
        只资助\(day(from))及以后缴纳的保费\(article)；\
        \(isDated ? "此前缴纳的和没有缴费日期的不予资助。" : "本次测算不论缴费日期均予资助。")
        """)
  }

  /// Dated values that end before the year or begin after it, after what the run sets.
  private func carried(_ file: RuleFile) -> [Phrase] {
    let set = result.scenario.patches[file.id] ?? []
    let patched = try? file.patched(readings: result.scenario.readings, stages: [set])
    return RuleView(patched ?? file, year: year, language: language).rows.compactMap { row in
      guard let other = row.carriedFrom else { return nil }
      return say(
        en: """
          \(row.what): no value \(other < year ? "after" : "before") \(other), so that of \(other) is used \
          (`\(file.id).\(row.path)`; \(row.ground)).
          """,
        zh: """
          \(row.what)：没有\(other)年\(other < year ? "以后" : "以前")的数值，沿用\(other)年的数值\
          （`\(file.id).\(row.path)`；\(row.ground)）。
          """)
    }
  }
}
