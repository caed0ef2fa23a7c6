import Input

/// Identity and legal dates of a document.
public struct LegalDocument: Hashable, Sendable {
  /// Its standing.
  public enum Status: String, CaseIterable, Sendable { case inForce, draft, expired }

  /// The title.
  public var title: Label
  /// The document number (文号); empty where it has none.
  public var number: String
  /// Who issued it.
  public var issuer: Label
  /// The day of issue; nil where the text has none.
  public var issued: Day?
  /// Its standing.
  public var status: Status
  /// Episodes of these days are assisted; a draft has none.
  public var benefitsFrom: Day?
  /// The last day whose episodes are assisted; nil for no end.
  public var benefitsTo: Day?
  /// Coverage years of the premium subsidy.
  public var premiumFirstYear: Int?
  /// The last coverage year of the premium subsidy; nil for no end.
  public var premiumLastYear: Int?
  /// The earliest day of payment that is subsidised.
  public var premiumPaidFrom: Day?

  /// The standing in a benefit year, for reports and for scenarios that refuse a document without force.
  public func standing(in year: Int) -> Standing {
    if status == .draft { return .draft }
    if let from = benefitsFrom, Day.last(of: year) < from { return .notYetInForce }
    if let to = benefitsTo, Day.first(of: year) > to { return .expired }
    if status == .expired { return .expired }
    if let from = benefitsFrom, Day.first(of: year) < from { return .partOfYear }
    if let to = benefitsTo, Day.last(of: year) > to { return .partOfYear }
    return .inForce
  }

  /// What a document is worth in a year.
  public enum Standing: String, Sendable {
    case inForce = "in force"
    case partOfYear = "in force for part of the year"
    case draft = "a draft, never in force"
    case expired = "expired"
    case notYetInForce = "not yet in force"

    /// The words for it.
    public func name(in language: Language) -> Phrase {
      switch self {
      case .inForce: language.say(en: rawValue, zh: "有效")
      case .partOfYear: language.say(en: rawValue, zh: "部分时段有效")
      case .draft: language.say(en: rawValue, zh: "为征求意见稿，未曾生效")
      case .expired: language.say(en: rawValue, zh: "已失效")
      case .notYetInForce: language.say(en: rawValue, zh: "尚未生效")
      }
    }
  }
}
