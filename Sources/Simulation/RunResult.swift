import Money
import Population
import Rules

/// What a run found, for reports.
public struct RunResult: Sendable {
  /// One place's people.
  public struct PlaceResult: Sendable {
    /// The place file's model that people were drawn from.
    public var place: PlaceModel
    /// Persons drawn, or that those drawn stand for; counted once and not once a replicate.
    public var persons: Int64
    /// Households drawn.
    public var households: Int64
    /// Neighbouring households whose sums are one observation where errors are worked out.
    public var cluster: UInt64
    /// Real residents over `persons`.
    public var scale: Double
    /// Each rule set's sums; `Variant.reference` is an index into this list.
    public var variants: [VariantResult]
    /// Each replicate once more, with everything uncertain as it was drawn; empty where nothing but luck is.
    public var draws: [DrawnYear]
    /// The place's own rules, and these with each ambiguous clause read otherwise; empty where none was.
    public var readings: [VariantResult]
    /// The years to come, in rising order; empty where none were asked for.
    public var outlook: [YearAhead]
    /// Indices into `Uncertainty.parameters` of what is uncertain and acts on this place's own rules or people.
    public var uncertain: [Int]
    /// What each reform does to prices, to which people answer, in the order of the variants that settle their answers; empty
    /// where nobody does.
    public var prices: [(reform: String, change: PriceChange)] = []
    /// How far the main figures move when weak assumptions are moved.
    public var sensitivities: [Sensitivity]

    /// Persons drawn of each stratum: of all, or of holders' households and of the others.
    public var drawn: [Int64] {
      variants.first.map { first in first.tally.strata.indices.map { first.tally.drawn($0) } } ?? []
    }

    /// The place's own rules as they are, and after them their reforms: in the order of `DrawnYear.tallies`.
    public var ownVariants: [VariantResult] { variants.filter { $0.variant.isBaselineOrReform } }

    /// The place's own jurisdiction; nil where the scenario does not settle it.
    public var baseline: VariantResult? { variants.first { $0.variant.role == .baseline } }
  }

  /// One variant's sums.
  public struct VariantResult: Sendable {
    /// The rule set that was settled.
    public var variant: Variant
    /// Sums over people drawn and replicates, not yet scaled to the real population.
    public var tally: SampleTally
  }

  /// A replicate with everything uncertain as it was drawn for it, on the luck of the same replicate of the place's variants.
  public struct DrawnYear: Sendable {
    /// What was drawn.
    public var draw: ParameterDraw
    /// Sums of that year, without errors and without groups: of the rules as they are, then of each reform.
    public var tallies: [SampleTally]
  }

  /// A year to come.
  public struct YearAhead: Sendable {
    /// The benefit year.
    public var year: Int
    /// Years after the scenario's own.
    public var ahead: Int
    /// Residents in that year.
    public var population: Int
    /// Residents over persons that those drawn stand for.
    public var scale: Double
    /// Each replicate as it was drawn.
    public var draws: [DrawnYear]
  }

  /// A weak assumption moved by a stated amount, on the same people and the same luck.
  public struct Sensitivity: Sendable {
    /// Stable name, such as `prices`.
    public var id: String
    /// What was moved and by how much, in words.
    public var what: Label
    /// Sums under the place's own rules as assumed.
    public var before: SampleTally
    /// Sums with the assumption moved.
    public var after: SampleTally
    /// The same for each reform of the place's rules.
    public var reforms: [Reform] = []

    /// One reform's sums.
    public struct Reform: Sendable {
      /// Its short name.
      public var name: String
      /// Sums under the reform as assumed.
      public var before: SampleTally
      /// Sums under the reform with the assumption moved.
      public var after: SampleTally
    }
  }

  /// What was asked for, with what the command line replaced.
  public var scenario: Scenario
  /// One result for each place, in the scenario's order.
  public var places: [PlaceResult]
  /// The rule files that were read, before any patch.
  public var library: RuleLibrary
  /// The model of illness and cost, before any assumption was moved.
  public var illness: IllnessModel
  /// How long the run took.
  public var wallSeconds: Double
}
