import Rules
import Settlement

/// One rule set under which the people of a place are settled.
public struct Variant: Sendable {
  /// What a variant is for.
  public enum Role: Hashable, Sendable {
    /// The place's own jurisdiction.
    case baseline
    /// The same with a reform.
    case reform(String)
    /// The reform on people who use hospitals as its prices make them, against the rules as they are.
    case responding(String)
    /// The same against the reform without their answer: what the answer alone brings.
    case response(String)
    /// The same with one ambiguous clause read otherwise.
    case reading(id: String, letter: String)
    /// The same with some provisions of a package, whose other sets are settled beside it.
    case provisions
    /// A jurisdiction on this place's people, each with its own insurance.
    case own
    /// A jurisdiction on this place's people, all with one insurance, premium and price level.
    case common
    /// A jurisdiction with another choice than the one that the comparison rests on (common insurance).
    case standing(Alternative)
    /// The place's own jurisdiction with one clause taken from another (common insurance).
    case transplant(clause: String, from: String)
  }

  /// Why it is settled; reports choose their variants by it.
  public var role: Role
  /// Identifier of the rule file, which several places may share; for a transplant the place's own, not the clause's.
  public var jurisdiction: String
  /// The rules after readings and patches, compiled for the scenario's year.
  public var plan: Plan
  /// The rules of the year before, under which its care is settled; a reform does not reach back to them.
  public var before: Plan
  /// Its rules in years to come, from those years on in which a reform brings more; in rising order.
  public var later: [(from: Int, book: RuleBook)] = []
  /// Index of the variant that differences are taken against; nil for none.
  public var reference: Int?
  /// Whether it is settled on people drawn at common prices.
  public var usesCommonPrices: Bool
  /// Index of the place's response to prices with which its people are drawn; nil where they do not answer.
  var answers: Int?

  /// On which drawing of the people it is settled.
  var drawing: Drawing { answers.map(Drawing.answering) ?? (usesCommonPrices ? .commonPrices : .own) }

  /// The rules from which those of a year that is not before the scenario's are compiled.
  func book(in year: Int) -> RuleBook { later.last { $0.from <= year }?.book ?? plan.book }

  /// The reform's short name; nil for what is none.
  public var reformName: String? {
    guard case .reform(let name) = role else { return nil }
    return name
  }
}
