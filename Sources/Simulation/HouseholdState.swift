import Money
import Population
import Settlement

/// What a household's year did to its means: the same for every member.
struct HouseholdState {
  /// One bit a measure of `measures` that holds, in their order.
  private let bits: UInt32
  /// What the household pays of its income, in millionths, at most all of it.
  private let share: Int64
  /// By how much payments deepen a member's distance below the allowance line, fen.
  private let gap: Int64

  private static let measures: [BurdenMeasure] = [
    .catastrophic10, .catastrophic25, .catastrophic40, .discretionary40, .discretionary100, .impoverished,
    .impoverishedBefore,
  ]
  private static let overshoots: [(line: Int64, measure: BurdenMeasure)] = [
    (100_000, .overshoot10), (250_000, .overshoot25), (400_000, .overshoot40),
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
    guard paid != 0 || helped != 0 else {
      (bits, share, gap) = (0, 0, 0)
      return
    }
    let (size, income) = (Int64(household.size), household.income)
    // The discretionary budget of SDG 3.8.2 (2025) is what is left above the poverty line; where nothing is left, any
    // payment exceeds it.
    let budget = max(0, income - povertyLine * size)
    let line = allowanceLine * size
    let isAbove = income >= line
    let isHeavy = paid * 10 > income
    bits =
      (isHeavy ? 1 : 0) | (paid * 4 > income ? 2 : 0) | (paid * 5 > income * 2 ? 4 : 0)
      | (paid > 0 && paid * 5 > budget * 2 ? 8 : 0) | (paid > 0 && paid > budget ? 16 : 0)
      | (isAbove && income - paid < line ? 32 : 0) | (isAbove && income - paid - helped < line ? 64 : 0)
    // Only above the lowest line is it asked for.
    share = !isHeavy ? 0 : paid >= income ? 1_000_000 : paid * 1_000_000 / income
    // Below 0 where late payments for the year before are more than what is paid.
    gap = (max(0, line - income + paid) - max(0, line - income)) / size
  }

  /// Whether there is anything to be added.
  var isHeavy: Bool { bits != 0 || gap != 0 }

  @inline(__always) func add(to tally: inout OpenBurden, row: Int) {
    for (index, measure) in Self.measures.enumerated() where bits & (1 << UInt32(index)) != 0 {
      tally.add(1, measure, row: row)
    }
    for (line, measure) in Self.overshoots where share > line { tally.add(share - line, measure, row: row) }
    if gap != 0 { tally.add(gap, .povertyGap, row: row) }
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
