import Money
import Rules
import Settlement

/// One case settled under one jurisdiction, ready to be written.
public struct Outcome: Sendable {
  /// A flag with the episode it was raised on; nil for the premium.
  public struct Raised: Hashable, Sendable {
    public var flag: Plan.FlagText
    public var episode: String?
  }

  /// A reading under which the case would have come out otherwise.
  public struct Alternative: Hashable, Sendable {
    public var id: String
    public var letter: String
    public var text: String
    public var assistance: Yuan
    public var tilted: Yuan
    public var premiumSubsidy: Yuan
  }

  public var name: String?
  public var personID: String?
  public var plan: Plan
  public var episodeIDs: [String]
  public var total: PersonResult
  public var episodes: [EpisodeResult]
  public var steps: [Step] = []
  public var alternatives: [Alternative] = []
  public var differences: [Difference] = []
  public var expected = 0

  /// The class as the document names it; nil for none.
  public func className(_ result: EpisodeResult) -> String? {
    guard result.classRank >= 0 else { return nil }
    let book = plan.book
    return book.classReport == .class
      ? book.classes[Int(result.classRank)].id : book.vocabulary.identities[Int(result.identity)].id
  }

  /// The benefit's identifier, `none` without one.
  public func benefitName(_ result: EpisodeResult) -> String {
    result.benefit < 0 ? "none" : plan.book.benefits[Int(result.benefit)].id
  }

  /// Every flag in the order of episodes, then those of the premium.
  public var flags: [Raised] {
    var raised: [Raised] = []
    func add(_ bits: UInt64, _ episode: String?) {
      for (index, flag) in plan.flags.enumerated() where bits & (1 << UInt64(index)) != 0 {
        raised.append(.init(flag: flag, episode: episode))
      }
    }
    for (id, result) in zip(episodeIDs, episodes) { add(result.flags, id) }
    add(total.premiumFlags, nil)
    return raised
  }

  /// The value of a key of formats.md 2; nil where it is null.
  func value(_ key: String, episode: String?) -> String? {
    if let episode, let index = episodeIDs.firstIndex(of: episode) {
      let result = episodes[index]
      switch key {
      case "class": return className(result)
      case "benefit": return benefitName(result)
      default: return Self.amounts(result).first { $0.key == key }?.value.description
      }
    }
    return totals.first { $0.key == key }?.value.description
  }

  /// The amounts of an episode in the order in which they are written.
  public static func amounts(_ result: EpisodeResult) -> [(key: String, value: Yuan)] {
    [
      ("basic", result.basic), ("criticalIllness", result.criticalIllness), ("supplementary", result.supplementary),
      ("base", result.base), ("assistance", result.assistance), ("tilted", result.tilted), ("selfPaid", result.selfPaid),
      ("outOfPocket", result.outOfPocket),
    ]
  }

  /// The amounts of the year.
  public var totals: [(key: String, value: Yuan)] {
    [
      ("premiumSubsidy", total.premiumSubsidy), ("basic", total.basic), ("criticalIllness", total.criticalIllness),
      ("supplementary", total.supplementary), ("assistance", total.assistance), ("tilted", total.tilted),
      ("selfPaid", total.selfPaid), ("outOfPocket", total.outOfPocket),
    ]
  }
}
