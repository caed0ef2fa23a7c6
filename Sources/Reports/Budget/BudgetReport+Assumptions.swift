import Analysis
import Foundation
import Input
import Money
import Population
import Rules
import Simulation

extension BudgetReport {
  /// What the steps rest on.
  func assumptions() -> [Phrase] {
    let ahead = request.ahead
    var lines = [
      say(
        en: "A year\(ahead > 1 ? ", \(ahead) times over" : ""): \(clauses(growth())).",
        zh: "每年变化\(ahead > 1 ? "（共\(ahead)年）" : "")：\(clauses(growth()))。")
    ]
    lines += holders()
    lines.append(premium())
    lines += dated()
    lines += request.oneOffsLast.map { oneOff($0, request.lastYear) }
    lines += request.oneOffsNext.map { oneOff($0, request.year) }
    let other = request.account.amount(of: .other)
    if other > .zero {
      let sum = wording.amount(Double(other.fen) / 100)
      lines.append(
        say(
          en: "The account's total holds \(sum) beyond its parts: it is carried on unchanged.",
          zh: "账目合计中有\(sum)不属于所列各项，按原金额计入。"))
    }
    lines += account() + place()
    lines.append(
      say(
        en: """
          Insurance schedules and much of the population are assumptions of low confidence (docs/model.md); `medaid run` on the \
          same place shows what moving each of them does.
          """,
        zh: "医保待遇和多项人口参数为可信度较低的假定（`docs/model.md`）；对同一地区执行 `medaid run` 可见逐项变动的影响。"))
    return lines
  }

  /// Yearly growth of each part of the trend, and whether it is stated.
  private func growth() -> [String] {
    let names: [(Trend.Part, Phrase)] = [
      (.identities, say(en: "holders of identities", zh: "救助对象占比")), (.admissions, say(en: "admissions", zh: "住院率")),
      (.costs, say(en: "costs", zh: "费用")), (.incomes, say(en: "incomes and lines", zh: "收入及相关标准")),
      (.premiums, say(en: "premiums after the last known", zh: "已知年度以后的个人缴费标准")),
    ]
    let rates = names.map { part, name -> String in
      let growth = request.scenario.trend[part], percent = Wording.number((exp(growth.rate) - 1) * 100, decimals: 1)
      return growth.isStated
        ? say(en: "\(name) \(percent) % (stated)", zh: "\(name)\(percent)%（所列）").text
        : say(en: "\(name) \(percent) % (the country's trend)", zh: "\(name)\(percent)%（全国趋势）").text
    }
    let ages =
      request.scenario.trend.ages
      ? say(en: "people age, are born and die; nobody moves", zh: "人口逐年变老，有出生和死亡，无迁移")
      : say(en: "people stay as old and as many as they are", zh: "人口年龄和数量不变")
    return rates + [ages.text]
  }

  private func holders() -> [Phrase] {
    let words = library.vocabulary.identities
    return request.holders.sorted { $0.key < $1.key }.map { identity, change in
      let name = words[Int(identity)].term(in: language)
      switch change {
      case .growth(let rate):
        let percent = Wording.number((exp(rate) - 1) * 100, decimals: 1)
        return say(en: "\(name): \(percent) % a year (stated).", zh: "\(name)：每年\(percent)%（所列）。")
      case .count(let persons):
        let count = Wording.number(persons)
        return say(
          en: "\(name): \(count) persons in \(request.year) (stated).", zh: "\(name)：\(request.year)年\(count)人（所列）。")
      }
    }
  }

  private func premium() -> Phrase {
    guard case .quantity(let quantity)? = rules.parameter("premium")?.value,
      case .number(let before) = quantity.amount(in: request.lastYear).amount,
      case .number(let after) = quantity.amount(in: request.year).amount
    else { return say(en: "", zh: "") }
    let (old, new) = (Yuan(fen: before).grouped, Yuan(fen: after).grouped)
    let known = quantity.byYear.last.flatMap { $0.from > 1000 && $0.from < request.year ? $0.from : nil }
    return say(
      en: """
        Premium of the rule file (tier 1): \(old) yuan in \(request.lastYear), \(new) in \(request.year)\
        \(known.map { "; the last known is that of \($0)" } ?? ""). \(quantity.source.summary).
        """,
      zh: """
        规则文件的个人缴费标准（一档）：\(request.lastYear)年\(old)元，\(request.year)年\(new)元\
        \(known.map { "（已知至\($0)年）" } ?? "")。\(quantity.source.summary(in: .chinese))。
        """)
  }

  /// What the rule file dates otherwise in the two years.
  private func dated() -> [Phrase] {
    guard let file = library.file(request.place.jurisdiction) else { return [] }
    let (last, next) = (
      RuleView(file, year: request.lastYear, language: language), RuleView(file, year: request.year, language: language)
    )
    // Not what only repeats a parameter, nor what is the same but for the remark that no later value is known.
    let references = file.book.parameters.flatMap { ["(\($0.id))", "（\($0.name.chinese)）"] }
    let told = RuleDifference.within(last, next).filter { change in
      guard let old = change.first?.value, let new = change.second?.value else { return true }
      return !new.hasPrefix(old) && !references.contains { new.contains($0) }
    }
    let changes = told.map { change -> String in
      let (old, new) = (change.first?.value ?? "–", change.second?.value ?? "–")
      return say(en: "\(change.what) \(old) → \(new)", zh: "\(change.what)\(old)→\(new)").text
    }
    let some = clauses(Array(changes.prefix(8)))
    guard !changes.isEmpty else {
      return [
        say(
          en: "The rule file dates no value otherwise in \(request.year) than in \(request.lastYear).",
          zh: "规则文件中没有数值在\(request.lastYear)年与\(request.year)年之间变化。")
      ]
    }
    return [
      say(
        en: "Values that the rule file dates: \(some)\(changes.count > 8 ? " and \(changes.count - 8) more" : "").",
        zh: "规则文件中随年度变化的数值：\(some)\(changes.count > 8 ? "等\(changes.count)项" : "")。")
    ]
  }

  private func oneOff(_ one: BudgetRequest.OneOff, _ year: Int) -> Phrase {
    let part = one.part.name(in: language)
    return say(
      en: "One-off of \(year), \(part): \(one.amount.grouped) yuan, \(one.name).",
      zh: "\(year)年一次性因素（\(part)）：\(one.amount.grouped)元，\(one.name)。")
  }

  /// Where the account comes from, as its file says.
  private func account() -> [Phrase] {
    guard let source = request.accountSource else { return [] }
    let what = source.source ?? source.reason ?? ""
    return [
      source.isAssumption
        ? say(en: "The account is an assumption: \(what).", zh: "上年账目为假定：\(what)。")
        : say(en: "The account: \(what).", zh: "上年账目来源：\(what)。")
    ]
  }

  private func place() -> [Phrase] {
    let weak = request.place.sources.filter(\.isAssumption).map(\.key)
    guard !weak.isEmpty else { return [] }
    let some = listed(weak.prefix(8).map(identifier))
    return [
      say(
        en:
          "Of the place assumed without a local figure: \(some)\(weak.count > 8 ? " and \(weak.count - 8) more" : "").",
        zh: "地区参数中缺少本地数据、为假定值的：\(some)\(weak.count > 8 ? "等\(weak.count)项" : "")。")
    ]
  }
}
