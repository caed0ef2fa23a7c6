/// What a comparison settles on the people of every place.
public enum ComparisonPart: String, CaseIterable, Sendable {
  /// Every jurisdiction with its own insurance.
  case own
  /// Every jurisdiction with one insurance, premium and price level for all.
  case common
  /// The place's own rules with one clause of another each, with common insurance: which clause decides.
  case clauses
  /// Every jurisdiction with each other reading, without borrowed numbers and with insurance moved: how firm the order is.
  case standing

  /// What is settled where a scenario does not say: all but what takes longest.
  static let standard: [ComparisonPart] = [.own, .common, .clauses]

  /// The Chinese name.
  var chinese: String {
    switch self {
    case .own: "各自医保"
    case .common: "统一医保"
    case .clauses: "条款"
    case .standing: "稳健性"
    }
  }
}
