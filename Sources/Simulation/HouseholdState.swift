import Money
import Population
import Settlement

/// What a household's year did to its means: the same for every member.
struct HouseholdState {
  /// One bit a measure of `measures` that holds, in their order.
  let bits: UInt32

  private static let measures: [BurdenMeasure] = [
    .catastrophic10, .catastrophic25, .discretionary40, .discretionary100, .impoverished, .impoverishedBefore,
  ]

  init(
    _ totals: [PersonResult], _ members: Range<Int>, _ household: Household, povertyLine: Int64, allowanceLine: Int64
  ) {
    var paid: Int64 = 0
    var helped: Int64 = 0
    for index in members {
      paid += totals[index].outOfPocket.fen
      helped += (totals[index].assistance + totals[index].tilted).fen
    }
    guard paid + helped > 0 else {
      bits = 0
      return
    }
    let size = Int64(household.size)
    // The discretionary budget of SDG 3.8.2 (2025) is what is left above the poverty line; where nothing is left, any
    // payment exceeds it.
    let budget = max(0, household.income - povertyLine * size)
    let line = allowanceLine * size
    let isAbove = household.income >= line
    bits =
      (paid * 10 > household.income ? 1 : 0) | (paid * 4 > household.income ? 2 : 0)
      | (paid > 0 && paid * 5 > budget * 2 ? 4 : 0) | (paid > 0 && paid > budget ? 8 : 0)
      | (isAbove && household.income - paid < line ? 16 : 0)
      | (isAbove && household.income - paid - helped < line ? 32 : 0)
  }

  @inline(__always) func add(to tally: inout OpenBurden, row: Int) {
    for (index, measure) in Self.measures.enumerated() where bits & (1 << UInt32(index)) != 0 {
      tally.add(1, measure, row: row)
    }
  }
}

/// The lines of a place that states are told by.
struct StateBook {
  private let povertyLine: Int64
  private let allowanceLine: Int64

  init(_ place: PlaceModel) {
    povertyLine = place.povertyLine.fen
    allowanceLine = place.allowanceStandard.fen * 12
  }

  func state(_ totals: [PersonResult], _ members: Range<Int>, _ household: Household) -> HouseholdState {
    HouseholdState(totals, members, household, povertyLine: povertyLine, allowanceLine: allowanceLine)
  }
}
