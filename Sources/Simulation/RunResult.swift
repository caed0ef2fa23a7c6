import Money
import Population
import Rules

/// What a run found, for reports.
public struct RunResult: Sendable {
  /// One place's people.
  public struct PlaceResult: Sendable {
    public var place: PlaceModel
    /// Persons drawn, and their households.
    public var persons: Int64
    public var households: Int64
    /// Real residents over persons drawn.
    public var scale: Double
    public var variants: [VariantResult]
    /// How far the main figures move when weak assumptions are moved.
    public var sensitivities: [Sensitivity]

    /// The place's own jurisdiction; nil where the scenario does not settle it.
    public var baseline: VariantResult? { variants.first { $0.variant.role == .baseline } }
  }

  /// One variant's sums.
  public struct VariantResult: Sendable {
    public var variant: Variant
    public var tally: Tally
  }

  /// A weak assumption moved by a stated amount, on the same people and the same luck.
  public struct Sensitivity: Sendable {
    /// Stable name, such as `prices`.
    public var id: String
    /// What was moved and by how much, in words.
    public var what: String
    /// Mean of assistance with tilt, and of out-of-pocket cost, per person drawn and year, fen: before and after.
    public var assistance: (before: Double, after: Double)
    public var outOfPocket: (before: Double, after: Double)
    /// Standard error of the relative change of assistance, from the replicates' own changes.
    public var changeError: Double?
  }

  public var scenario: Scenario
  public var places: [PlaceResult]
  public var library: RuleLibrary
  public var illness: IllnessModel
  /// How long the run took.
  public var wallSeconds: Double
}
