import Analysis
import Input
import Rules
import Simulation

/// What every report says about the run it comes from, in one language.
struct ReportContext: Speaker {
  let result: RunResult
  var language = Language.english

  var year: Int { result.scenario.year }

  /// The insurance of the comparison's main figures, as rows name it: common, where that was asked for.
  var comparedInsurance: String {
    (result.scenario.comparisonParts.contains(.common) ? ComparisonPart.common : .own).rawValue
  }

  /// The title of a report, with that of the scenario, which is its writer's in whatever language.
  func title(en: String, zh: String) -> Phrase {
    let title = result.scenario.title
    return say(en: "\(en): \(title), \(year)", zh: "\(zh)：\(title)（\(year)年）")
  }

  /// The name of a jurisdiction for readers.
  func name(_ jurisdiction: String) -> Phrase {
    result.library.file(jurisdiction)?.book.name.name(in: language) ?? say(en: jurisdiction, zh: jurisdiction)
  }

  /// The name of a place of the run for readers: its own, whatever document its people are settled under.
  func placeName(_ id: String) -> Phrase {
    result.places.first { $0.place.id == id }?.place.name(in: language) ?? say(en: id, zh: id)
  }

  /// The place's name as a heading: with its document where that is another place's.
  func heading(_ place: String) -> Phrase {
    let name = placeName(place), rules = self.name(own(place))
    return own(place) == place ? name : say(en: "\(name), under the rules of \(rules)", zh: "\(name)（执行\(rules)的规定）")
  }

  /// The document whose rules are a place's own.
  func own(_ place: String) -> String { result.places.first { $0.place.id == place }?.place.jurisdiction ?? place }

  /// The words for an identity or class of a jurisdiction.
  func label(_ group: String, _ jurisdiction: String? = nil) -> String {
    if group == "all" { return say(en: "all", zh: "全体").text }
    if group == "none" { return say(en: "no identity", zh: "无救助对象身份").text }
    let file = jurisdiction.flatMap { result.library.file($0) }
    if let people = file?.book.classes.first(where: { $0.id == group }) { return people.name.term(in: language).text }
    let words = file?.book.vocabulary ?? result.library.vocabulary
    guard let index = words.identity(group) else { return group }
    return words.identities[Int(index)].term(in: language).text
  }

  /// The words for a group that is no identity and no class.
  func group(_ dimension: String, _ group: String) -> String {
    switch (dimension, group) {
    case ("incomeFifth", _): say(en: "income fifth \(group)", zh: "收入五等分第\(group)组（由低到高）").text
    case ("age", "80+"): say(en: "age \(group)", zh: "80岁及以上").text
    case ("age", _): say(en: "age \(group)", zh: "\(group)岁").text
    case ("residence", "urban"): say(en: group, zh: "城镇").text
    case ("residence", "rural"): say(en: group, zh: "农村").text
    default: group == "all" ? label(group) : group
    }
  }

  /// The words for a component of the fund.
  func component(_ component: String, _ jurisdiction: String) -> String {
    guard let book = result.library.file(jurisdiction)?.book else { return component }
    switch component {
    case "tilted":
      return (book.tilt?.name.term(in: language) ?? say(en: "tilted assistance 倾斜救助", zh: "倾斜救助")).text
    case "premiumSubsidy": return say(en: "premium subsidy 资助参保", zh: "资助参保").text
    default: return book.benefits.first { $0.id == component }?.name.term(in: language).text ?? component
    }
  }

  /// The word for the ground of a figure, as the column on it has it.
  func status(_ status: FigureStatus) -> String {
    switch status {
    case .document: say(en: status.id, zh: "文件规定").text
    case .assumption: say(en: status.id, zh: "含假定").text
    case .proxy: say(en: status.id, zh: "含参照值").text
    case .partial, .unquantified: say(en: status.id, zh: "含未定标准").text
    }
  }

  /// The sentences that open a report on places' own rules, or why there are none.
  func orNoOwnRules(_ lines: [Phrase]) -> [Phrase] {
    guard lines.isEmpty, result.places.allSatisfy({ $0.baseline == nil }) else { return lines }
    return [
      say(
        en:
          "No place of this run is settled under rules of its own: the comparison shows its people under each document.",
        zh: "本次测算没有任何地区执行本地文件；各文件之下的结果见比较报告。")
    ]
  }
}
