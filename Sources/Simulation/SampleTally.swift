/// The sums of one variant over all strata of a sample: everybody, or holders of identities and then the others, of whom a
/// part was drawn.
public struct SampleTally: Sendable {
  /// The sums of each stratum; all of the same shape.
  public let strata: [Tally]

  init(_ strata: [Tally]) { self.strata = strata }

  /// How fund cells are numbered.
  public var cells: FundCells { strata[0].cells }
  /// How groups are numbered.
  public var groups: Groups { strata[0].groups }
  /// Replicates that the variant was settled in.
  public var replicates: Int { strata[0].replicates }

  /// Persons that everybody drawn stands for.
  public var persons: Int64 { strata.reduce(0) { $0 + $1.standsFor } }

  /// Persons of a stratum that were drawn, once and not once a replicate.
  public func drawn(_ stratum: Int) -> Int64 { strata[stratum].sum(.persons) / Int64(max(1, replicates)) }

  /// How many persons one drawn person of a stratum stands for: 1 where all were drawn.
  ///
  /// It is applied to sums, after they were added up as whole numbers.
  public func weight(_ stratum: Int) -> Double {
    let tally = strata[stratum]
    let drawn = Double(tally.sum(.persons)) / Double(max(1, replicates))
    return drawn > 0 ? Double(tally.standsFor) / drawn : 0
  }

  /// Flags raised on anybody's payment in a group, as bits by their index in the plan.
  public func raised(in group: Int) -> UInt64 { strata.reduce(0) { $0 | $1.raised(in: group) } }

  /// Whether a flag touched anything.
  public func isTouched(flag index: Int) -> Bool { strata.contains { $0.flagCount.sums[index] > 0 } }
}
