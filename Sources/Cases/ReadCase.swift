import Rules
import Settlement

/// A case as it was read for one jurisdiction, with the rules it asks for, before it is settled.
public struct ReadCase {
  /// The case's name; nil for none.
  public var name: String?
  /// The jurisdiction's rule file, without the readings and patches of the case.
  public var file: RuleFile
  /// Settles under the rules that the case asks for.
  public var settler: Settler
  /// The person.
  public var person: PersonYear
  /// What the person holds, in the words of the jurisdiction.
  public var identities: [HeldIdentity]
  /// In the order of settlement.
  public var episodes: [Episode]
  /// One an episode, in the same order.
  public var episodeIDs: [String]
}
