import Input
import Money
import Rules

/// What a run is to compute: whose people, whose rules, which changes (docs/scenario-file.md).
public struct Scenario: Sendable {
  /// A named list of patches.
  public struct Reform: Sendable {
    /// Short name, used in files.
    public var name: String
    /// What it does, for readers.
    public var title: String
    /// Patches, by jurisdiction.
    public var patches: [String: [Patch]]
  }

  /// An appropriation to hold spending against.
  public struct Budget: Sendable {
    /// Whose fund.
    public var place: String
    /// Yuan for assistance and premium subsidy in the year.
    public var amount: Yuan
  }

  public var file: String
  public var name: String
  public var title: String
  public var year: Int
  public var isDated: Bool
  public var seed: UInt64
  public var replicates: Int
  /// People drawn in each place.
  public var people: Int
  public var places: [String]
  public var jurisdictions: [String]
  public var comparison: Bool
  /// Replicates of the comparison; its differences are paired, so few are enough.
  public var comparisonReplicates: Int
  /// Replicates of each moved assumption.
  public var sensitivityReplicates: Int
  public var readings: [String: String]
  public var patches: [String: [Patch]]
  public var reforms: [Reform]
  public var budget: Budget?
  /// Run although a document has no force in the year.
  public var allowsOutOfForce: Bool
}
