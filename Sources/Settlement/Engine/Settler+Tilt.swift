import Money
import Rules

extension Settler {
  /// Tilted assistance (倾斜救助) of an episode that nothing excludes.
  mutating func tilt<T: Trace>(
    _ taken: Evaluation?, _ standing: Standing, _ measures: Measures, _ subject: Conjunction.Subject, opensTilt: Bool,
    _ qualifies: inout Bool, _ result: inout EpisodeResult, _ index: Int, _ trace: inout T
  ) {
    guard let tilt = plan.tilt else { return }
    let meets = tilt.conditions.allSatisfy { plan.holds($0, subject) }
    if tilt.anyEpisodeOfYear {
      guard taken != nil else { return }
      qualifies = meets
      guard opensTilt else { return }
    } else if !meets {
      return
    }
    guard let rank = claimant(tilt, standing, decided: Int(result.classRank)) else { return }
    let burden = measure(tilt, taken, measures, result)
    let counted = tilt.perStay ? 0 : ledger.counted[tilt.slot]
    let threshold = tilt.threshold[rank]
    let increment = max(0, counted + burden - threshold.value) - max(0, counted - threshold.value)
    ledger.counted[tilt.slot] += burden
    guard increment > 0 else { return }
    let rate = tilt.rate[rank]
    let full = (increment * rate.value + 5_000) / 10_000
    let left = capLeft(tilt, rank, taken, subject)
    let amount = min(full, left, measures.base - result.assistance.fen)
    for flag in [threshold.flag, rate.flag, tilt.cap[rank].flag] { result.raise(flag) }
    ledger.used[tilt.slot] += amount
    for benefit in tilt.benefitSlots where taken?.benefit == benefit {
      ledger.used[plan.slot(plan.benefits[benefit], subject)] += amount
    }
    for pool in tilt.poolIndices { ledger.used[plan.pools[pool].slot] += amount }
    result.tilted = Yuan(fen: amount)
    if T.isOn {
      trace.add(
        Step(
          index, plan.book.tilt?.name.english ?? "", on: (plan.book.tilt?.source).map { [$0] } ?? [],
          base: Yuan(fen: burden),
          deductibleUsed: Yuan(fen: burden - increment), rate: Rate(basisPoints: rate.value),
          capLeft: left == Plan.unlimited ? nil : Yuan(fen: left), amount: result.tilted))
    }
  }

  private func claimant(_ tilt: Plan.TiltPlan, _ standing: Standing, decided: Int) -> Int? {
    guard tilt.perBenefit else { return decided >= 0 && tilt.hasClaim[decided] ? decided : nil }
    var best: Int?
    for rank in tilt.hasClaim.indices where standing.classes & (1 << UInt32(rank)) != 0 && tilt.hasClaim[rank] {
      if let known = best, tilt.rate[known].value >= tilt.rate[rank].value { continue }
      best = rank
    }
    return best
  }

  /// What is compared with the threshold.
  private func measure(
    _ tilt: Plan.TiltPlan, _ taken: Evaluation?, _ measures: Measures, _ result: EpisodeResult
  ) -> Int64 {
    switch tilt.measure {
    case .remainder: return measures.base - result.assistance.fen
    case .cutByCap: return taken?.over ?? 0
    case .baseBeyondCap:
      guard let taken, taken.over > 0 else { return 0 }
      guard taken.rate > 0 else { return taken.increment }
      return max(0, taken.increment - Plan.product(taken.payout, 10_000, over: taken.rate))
    }
  }

  private func capLeft(
    _ tilt: Plan.TiltPlan, _ rank: Int, _ taken: Evaluation?, _ subject: Conjunction.Subject
  ) -> Int64 {
    func left(_ cap: Int64, _ used: Int64) -> Int64 { cap == Plan.unlimited ? cap : max(0, cap - used) }
    var result = left(tilt.cap[rank].value, ledger.used[tilt.slot])
    if let taken {
      for benefit in tilt.benefitSlots where benefit == taken.benefit {
        let slot = plan.slot(plan.benefits[benefit], subject)
        result = min(result, left(plan.entries[taken.entry].cap.value, ledger.used[slot]))
      }
    }
    for index in tilt.poolIndices {
      let pool = plan.pools[index]
      result = min(result, left(pool.cap[rank].value, ledger.used[pool.slot]))
    }
    return result
  }
}
