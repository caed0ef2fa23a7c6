import Rules
import Simulation

/// Every row of the comparison report: the same people under each jurisdiction.
public struct Comparison: Sendable {
  /// The clause that explains most of the difference between two documents on the same people.
  public struct Decisive: Sendable {
    /// Identifier of the place whose people both documents settle.
    public var place: String
    /// Identifier of the place's own document.
    public var own: String
    /// Identifier of the other document, compared with the place's own.
    public var jurisdiction: String
    /// Difference of assistance with tilt per person and year, yuan.
    public var difference: Estimate
    /// Each clause in order of settlement with what taking it from the other document changes, yuan per person.
    public var clauses: [(clause: String, change: Estimate)]
    /// Whether the difference is more than its error allows to come from chance.
    public var isClear: Bool
    /// The first that removes at least half of a clear difference; nil where none does alone.
    public var decisive: String?
  }

  /// The rows in the order of the file.
  public let rows: [ComparisonRow]
  /// One entry for each place and other jurisdiction.
  public let decisive: [Decisive]

  static let measures: [BurdenMeasure] = [
    .help, .premiumSubsidy, .outOfPocket, .personsPaid, .catastrophic10, .catastrophic25, .discretionary40,
    .impoverished,
  ]

  /// Every jurisdiction on every place listed.
  public init(_ result: RunResult) {
    var rows: [ComparisonRow] = []
    var decisive: [Decisive] = []
    for place in result.places {
      for role in [Variant.Role.common, .own] {
        for variant in place.variants where variant.variant.role == role {
          rows += Self.rows(variant, place, result.scenario.year)
        }
      }
      decisive += Self.decisive(place)
    }
    self.rows = rows
    self.decisive = decisive
  }

  private static func rows(
    _ variant: RunResult.VariantResult, _ place: RunResult.PlaceResult, _ year: Int
  ) -> [ComparisonRow] {
    let reader = TallyReader(variant.tally, scale: place.scale)
    let reference = variant.variant.reference.map { place.variants[$0] }
    let against = reference.map { TallyReader($0.tally, scale: place.scale) }
    var rows: [ComparisonRow] = []
    for (index, group) in variant.tally.groups.names.enumerated() where reader.has(index) {
      let status = FigureStatus.of(group: index, variant)
      // A difference stands on the weaker of the two grounds.
      let both = reference.map { other in
        max(status, FigureStatus.of(group: index, other))
      }
      func add(_ measure: String, _ estimate: Estimate, _ unit: String, _ other: String) {
        rows.append(
          ComparisonRow(
            insurance: variant.variant.role == .common ? "common" : "own", place: place.place.id,
            jurisdiction: variant.variant.jurisdiction, reference: other, year: year, dimension: group.dimension,
            group: group.group, measure: measure, estimate: estimate, unit: unit,
            status: other.isEmpty ? status : both ?? status))
      }
      for one in Burden.means where measures.contains(one.measure) {
        add(one.name, reader.mean(one.measure, group: index).times(one.factor), one.unit, "")
        guard let against, let reference else { continue }
        let difference = reader.difference(one.measure, from: against, group: index).times(one.factor)
        add("\(one.name).difference", difference, one.unit, reference.variant.jurisdiction)
      }
      add("reimbursementRatio", reader.reimbursement(group: index), "share", "")
      if let reference {
        for (measure, name) in [(BurdenMeasure.winners, "betterOff"), (.losers, "worseOff")] {
          add(name, reader.mean(measure, group: index), "share", reference.variant.jurisdiction)
        }
      }
    }
    return rows
  }

  private static func decisive(_ place: RunResult.PlaceResult) -> [Decisive] {
    guard
      let own = place.variants.first(where: {
        $0.variant.role == .common && $0.variant.jurisdiction == place.place.jurisdiction
      })
    else { return [] }
    let base = TallyReader(own.tally, scale: place.scale)
    return place.variants.filter { $0.variant.role == .common && $0.variant.reference != nil }.map { other in
      let id = other.variant.jurisdiction
      let difference = TallyReader(other.tally, scale: place.scale).difference(.help, from: base).times(0.01)
      var clauses: [(clause: String, change: Estimate)] = []
      for variant in place.variants {
        guard case .transplant(let clause, let from) = variant.variant.role, from == id else { continue }
        clauses.append(
          (clause, TallyReader(variant.tally, scale: place.scale).difference(.help, from: base).times(0.01)))
      }
      let isClear = abs(difference.value) > 1.96 * (difference.standardError ?? .infinity)
      let decisive =
        !isClear
        ? nil
        : clauses.first { clause in
          let change = clause.change
          let isChange = abs(change.value) > 1.96 * (change.standardError ?? .infinity)
          return isChange && abs(difference.value - change.value) <= abs(difference.value) / 2
        }
      return Decisive(
        place: place.place.id, own: own.variant.jurisdiction, jurisdiction: id, difference: difference,
        clauses: clauses, isClear: isClear,
        decisive: decisive?.clause)
    }
  }
}
