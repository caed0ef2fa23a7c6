import Money
import Rules
import Settlement

/// One case settled under one jurisdiction, ready to be written.
public struct Outcome: Sendable {
  /// A flag with the episode it was raised on; nil for the premium.
  public struct Raised: Hashable, Sendable {
    /// What is said.
    public var flag: Plan.FlagText
    /// The id of the episode; nil for the premium.
    public var episode: String?
  }

  /// A reading under which the case would have come out otherwise.
  public struct Alternative: Hashable, Sendable {
    /// The reading's id.
    public var id: String
    /// The option's letter.
    public var letter: String
    /// What the option means.
    public var text: String
    /// What assistance would be.
    public var assistance: Yuan
    /// What tilted assistance would be.
    public var tilted: Yuan
    /// What the subsidy would be.
    public var premiumSubsidy: Yuan
  }

  /// The case's name; nil for none.
  public var name: String?
  /// The person's id; nil for none.
  public var personID: String?
  /// The rules it was settled under.
  public var plan: Plan
  /// In the order of settlement.
  public var episodeIDs: [String]
  /// The year.
  public var total: PersonResult
  /// One result an episode.
  public var episodes: [EpisodeResult]
  /// The steps, where they were asked for.
  public var steps: [Step] = []
  /// Readings that would have changed it, where they were asked for.
  public var alternatives: [Alternative] = []
  /// What is not as expected.
  public var differences: [Difference] = []
  /// How many values were compared.
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

  /// The value under a key of the JSON output; nil where it is null.
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
      ("base", result.base), ("assistance", result.assistance), ("tilted", result.tilted),
      ("selfPaid", result.selfPaid),
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
