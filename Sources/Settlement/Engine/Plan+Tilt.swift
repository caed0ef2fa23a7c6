import Money
import Rules

extension Plan {
  /// Tilted assistance (倾斜救助) of an episode that nothing excludes.
  ///
  /// - Returns: whether the episode qualifies the whole year, where the document asks for one that does.
  func tilt<T: Trace>(
    _ taken: Evaluation?, _ standing: Standing, _ measures: Measures, _ subject: Conjunction.Subject, opensTilt: Bool,
    _ ledger: inout Ledger, _ result: inout EpisodeResult, _ index: Int, _ trace: inout T
  ) -> Bool {
    guard let tilt else { return false }
    var meets = true
    for condition in tilt.conditions.range where !holds(tiltConditions[condition], subject) { meets = false }
    if tilt.anyEpisodeOfYear {
      guard taken != nil, opensTilt else { return meets && taken != nil }
    } else if !meets {
      return false
    }
    guard let rank = claimant(tilt, standing, decided: Int(result.classRank)) else { return meets }
    let burden = measure(tilt, taken, measures, result)
    let counted = tilt.perStay ? 0 : ledger.counted[tilt.slot]
    let terms = tiltTerms[rank]
    let increment = max(0, counted + burden - terms.threshold.value) - max(0, counted - terms.threshold.value)
    ledger.counted[tilt.slot] += burden
    guard increment > 0 else { return meets }
    let full = (increment * terms.rate.value + 5_000) / 10_000
    let left = capLeft(tilt, rank, taken, subject, ledger)
    let amount = min(full, left, measures.base - result.assistance.fen)
    result.raise(terms.threshold.flag)
    result.raise(terms.rate.flag)
    result.raise(terms.cap.flag)
    ledger.used[tilt.slot] += amount
    if let taken, sharesLimit(tilt, taken) { ledger.used[slot(benefits[taken.benefit], subject)] += amount }
    for index in tilt.pools.range { ledger.used[pools[Int(tiltPools[index])].slot] += amount }
    result.tilted = Yuan(fen: amount)
    if T.isOn {
      trace.add(
        Step(
          index, book.tilt?.name.english ?? "", on: (book.tilt?.source).map { [$0] } ?? [],
          base: Yuan(fen: burden),
          deductibleUsed: Yuan(fen: burden - increment), rate: Rate(basisPoints: terms.rate.value),
          capLeft: left == Self.unlimited ? nil : Yuan(fen: left), amount: result.tilted))
    }
    return meets
  }

  /// Whether what the episode was paid by has its own limit used up by tilted assistance too.
  private func sharesLimit(_ tilt: TiltPlan, _ taken: Evaluation) -> Bool {
    tilt.benefits & (1 << UInt64(taken.benefit)) != 0
  }

  private func claimant(_ tilt: TiltPlan, _ standing: Standing, decided: Int) -> Int? {
    guard tilt.perBenefit else { return decided >= 0 && tiltTerms[decided].hasClaim ? decided : nil }
    var best: Int?
    for rank in tiltTerms.indices where standing.classes & (1 << UInt32(rank)) != 0 && tiltTerms[rank].hasClaim {
      if let known = best, tiltTerms[known].rate.value >= tiltTerms[rank].rate.value { continue }
      best = rank
    }
    return best
  }

  /// What is compared with the threshold.
  private func measure(
    _ tilt: TiltPlan, _ taken: Evaluation?, _ measures: Measures, _ result: EpisodeResult
  ) -> Int64 {
    switch tilt.measure {
    case .remainder: return measures.base - result.assistance.fen
    case .cutByCap: return taken?.over ?? 0
    case .baseBeyondCap:
      guard let taken, taken.over > 0 else { return 0 }
      guard taken.rate > 0 else { return taken.increment }
      return max(0, taken.increment - Self.product(taken.payout, 10_000, over: taken.rate))
    }
  }

  private func capLeft(
    _ tilt: TiltPlan, _ rank: Int, _ taken: Evaluation?, _ subject: Conjunction.Subject, _ ledger: borrowing Ledger
  ) -> Int64 {
    var result = Self.left(tiltTerms[rank].cap.value, ledger.used[tilt.slot])
    if let taken, sharesLimit(tilt, taken) {
      let used = ledger.used[slot(benefits[taken.benefit], subject)]
      result = min(result, Self.left(entries[taken.entry].cap.value, used))
    }
    for index in tilt.pools.range {
      let pool = pools[Int(tiltPools[index])]
      result = min(result, Self.left(terms(pool, rank).cap, ledger.used[pool.slot]))
    }
    return result
  }

  /// Room under a cap.
  private static func left(_ cap: Int64, _ used: Int64) -> Int64 { cap == unlimited ? cap : max(0, cap - used) }
}
