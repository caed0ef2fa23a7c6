import Input
import Rules
import Settlement

/// What of a case is varied besides the cost.
public enum Variation: String, CaseIterable, Sendable {
  case `class`, level, referral, location
}

/// One value of what is varied, in the words of one jurisdiction.
public struct Variant: Hashable, Sendable {
  /// What it does to the case.
  enum Change: Hashable, Sendable {
    case none
    /// The person holds this identity alone, the whole year.
    case identity(UInt8)
    case level(Int)
    case referral(Referral)
    case location(CareLocation)
  }

  /// The identifier that files use; empty where nothing is varied.
  public var id: String
  /// For people.
  public var name: Label
  let change: Change

  /// The case as it is.
  static let asGiven = Variant(id: "", name: Label(english: "", chinese: ""), change: .none)

  /// Changes an episode.
  func apply(to episode: inout Episode) {
    func set(_ group: Facts.Group, _ value: Int) {
      episode.facts.bits = episode.facts.bits & ~group.mask | group.bit(value)
    }
    switch change {
    case .none, .identity: break
    case .level(let level): set(Facts.level, level)
    case .referral(let referral): set(Facts.referral, referral.rawValue)
    case .location(let location): set(Facts.location, location.rawValue)
    }
  }
}

extension Variation {
  /// Whether more to pay is expected in neither direction: a higher hospital is dearer, a lower one pays less.
  public var isTwoWay: Bool { self == .level }

  /// The values in their order: the one that is meant to leave less to pay first, and the highest level.
  func variants(_ book: RuleBook) -> [Variant] {
    switch self {
    case .class:
      book.classes.compactMap { people in
        people.identities.first.map { Variant(id: people.id, name: people.name, change: .identity($0)) }
      }
    case .level:
      [3, 2, 1].map { level in
        let chinese = ["", "一级医院", "二级医院", "三级医院"][level]
        return Variant(
          id: "level\(level)", name: Label(english: "level \(level)", chinese: chinese), change: .level(level))
      }
    case .referral:
      zip(
        [Referral.notRequired, .compliant, .missingOther, .missing],
        ["no referral needed", "properly referred", "not referred for other reasons", "not referred for own reasons"]
      )
      .map { word, name in
        Variant(id: word.id, name: Label(english: name, chinese: word.chinese), change: .referral(word))
      }
    case .location:
      zip(CareLocation.allCases, ["in the county", "in the city", "in the province", "outside the province"])
        .map { word, name in
          Variant(id: word.id, name: Label(english: name, chinese: word.chinese), change: .location(word))
        }
    }
  }
}
