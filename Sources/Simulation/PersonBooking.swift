import Money
import Settlement

/// What one person's year adds to the sums of every group that the person belongs to.
struct PersonBooking {
  let total: PersonResult
  let state: HouseholdState
  let admissions: Int64
  let episodes: Int64
  /// Assistance for care of the year before, fen.
  let late: Int64
  /// What the person got more than under the reference variant, fen.
  let change: Int64
  let isRecognised: Bool
  /// The bins of what the person pays before any layer and after each; nil where nobody counts them or there was no care.
  private let bins: SIMD4<Int32>?

  /// - Parameter counts: whether persons are counted by what they pay.
  init(
    total: PersonResult, state: HouseholdState, admissions: Int64, episodes: Int64, late: Int64 = 0, change: Int64 = 0,
    isRecognised: Bool = false, counts: Bool
  ) {
    (self.total, self.state, self.admissions, self.episodes) = (total, state, admissions, episodes)
    (self.late, self.change, self.isRecognised) = (late, change, isRecognised)
    bins = counts && (episodes > 0 || late > 0) ? Self.bins(total) : nil
  }

  /// - Parameter row: a group, or a profile after the groups.
  @inline(__always) func add(to open: inout OpenBurden, _ histogram: inout PersonHistogram, row: Int) {
    open.add(1, .persons, row: row)
    // Who had no care this year can be paid for that of the year before.
    if episodes > 0 || late > 0 { care(&open, row) }
    if total.premiumSubsidy > .zero { open.add(total.premiumSubsidy.fen, .premiumSubsidy, row: row) }
    if state.isHeavy { state.add(to: &open, row: row) }
    if isRecognised { open.add(1, .recognised, row: row) }
    if late > 0 { open.add(late, .late, row: row) }
    if change != 0 {
      open.add(1, change > 0 ? .winners : .losers, row: row)
      open.add(abs(change), change > 0 ? .gained : .lost, row: row)
    }
    if let bins {
      for stage in 0..<PersonHistogram.stages { histogram.count(bin: Int(bins[stage]), row: row, stage: stage) }
    }
  }

  private func care(_ open: inout OpenBurden, _ row: Int) {
    if episodes > 0 { open.add(1, .personsWithCare, row: row) }
    open.add(admissions, .admissions, row: row)
    open.add(episodes - admissions, .outpatientEpisodes, row: row)
    open.add(total.cost.fen, .cost, row: row)
    open.add(total.basic.fen, .basic, row: row)
    open.add(total.criticalIllness.fen, .criticalIllness, row: row)
    open.add(total.supplementary.fen, .supplementary, row: row)
    open.add(total.base.fen, .base, row: row)
    open.add(total.outOfPocket.fen, .outOfPocket, row: row)
    if total.isWarned { open.add(1, .warned, row: row) }
    guard (total.assistance + total.tilted) > .zero else { return }
    open.add(total.assistance.fen, .assistance, row: row)
    open.add(total.tilted.fen, .tilted, row: row)
    open.add(1, .personsPaid, row: row)
  }

  /// Of all cost, and of what is left after basic insurance, after all insurance and after assistance.
  private static func bins(_ total: PersonResult) -> SIMD4<Int32> {
    let afterBasic = total.cost - total.basic
    let afterInsurance = afterBasic - total.criticalIllness - total.supplementary
    var bins = SIMD4(repeating: Int32(LogHistogram.bin(total.cost)))
    if afterBasic != total.cost { bins[1] = Int32(LogHistogram.bin(afterBasic)) }
    bins[2] = afterInsurance != afterBasic ? Int32(LogHistogram.bin(afterInsurance)) : bins[1]
    bins[3] = total.outOfPocket != afterInsurance ? Int32(LogHistogram.bin(total.outOfPocket)) : bins[2]
    return bins
  }
}
