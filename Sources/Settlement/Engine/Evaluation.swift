import Rules

/// What a benefit would pay for an episode, before anything is booked. Amounts in fen.
struct Evaluation {
  var benefit = -1
  var classRank = -1
  var entry = -1
  /// Counted above all deductibles.
  var increment: Int64 = 0
  /// The part of it that a cap of cost still admits.
  var admitted: Int64 = 0
  var payout: Int64 = 0
  /// What the cap cut off the payment.
  var over: Int64 = 0
  var rate: Int64 = 0
  var deductibleUsed: Int64 = 0
  var capLeft = Plan.unlimited
  var flags: UInt64 = 0
}

/// The amounts of an episode that benefits count, in fen.
struct Measures {
  var inPolicy: Int64
  var remainder: Int64
  var base: Int64
}

extension Plan {
  /// What a benefit pays, given what has accumulated.
  func evaluate(
    _ index: Int, _ benefit: BenefitPlan, _ claim: (rank: Int, entry: Int), _ measures: Measures,
    _ subject: Conjunction.Subject, _ ledger: borrowing Ledger
  ) -> Evaluation {
    let entry = entries[claim.entry]
    var result = Evaluation(benefit: index, classRank: claim.rank, entry: claim.entry)
    let rate = entry.rates[subject.facts.value(Facts.level)]
    let change = modified(rate.value, by: benefit.modifiers, subject)
    result.rate = change.rate
    let slot = slot(benefit, subject)
    let counted = benefit.perStay ? 0 : ledger.counted[slot]
    let deductible = change.waives ? 0 : entry.deductible.value
    let position = max(0, counted - deductible)
    var increment = max(0, counted + measures.base - deductible) - position
    for pool in benefit.pools.range { increment = above(self.pool(pool), claim.rank, increment, ledger) }
    result.deductibleUsed = measures.base - increment
    let gate = measures.inPolicy  // the share is one of the in-policy cost, whatever the gate measures (BN-8 B)
    let share = benefit.countsAboveGate ? (gate - benefit.gateOver, gate) : (Int64(1), Int64(1))
    // A cap of cost counts whole fen, so the reduced base is rounded before it; a cap of the payment rounds once.
    let reducesFirst = benefit.countsAboveGate && benefit.capOnBase
    if reducesFirst { increment = Self.product(increment, share.0, over: share.1) }
    result.increment = increment
    // What pays nothing uses up no limit of cost either.
    result.admitted = change.rate == 0 && entry.bands.isEmpty ? 0 : increment
    let ownUse = benefit.perStay ? 0 : ledger.used[slot]
    if benefit.capOnBase { result.admitted = result.limited(result.admitted, entry.cap.value, ownUse) }
    for index in benefit.pools.range {
      let pool = pool(index)
      guard pool.capOnBase else { continue }
      result.admitted = result.limited(result.admitted, terms(pool, claim.rank).cap, used(pool, ledger))
    }
    let scale = Scale(
      entry: entry, modifiers: benefit.modifiers, position: position, rate: change.rate,
      share: reducesFirst || !benefit.countsAboveGate ? nil : share)
    let full = pay(increment, scale, subject)
    result.payout = result.admitted == increment ? full : pay(result.admitted, scale, subject)
    if !benefit.capOnBase { result.payout = result.limited(result.payout, entry.cap.value, ownUse) }
    for index in benefit.pools.range {
      let pool = pool(index)
      guard !pool.capOnBase else { continue }
      result.payout = result.limited(result.payout, terms(pool, claim.rank).cap, used(pool, ledger))
    }
    result.over = full - result.payout
    if measures.base > 0 { result.raise(entry.deductible.flag) }
    if increment > 0 {
      if entry.bands.isEmpty { result.raise(rate.flag) }
      for band in entry.bands.range { result.raise(bands[band].rate.flag) }
      result.raise(entry.cap.flag)
    }
    return result
  }

  /// By what a benefit pays.
  private struct Scale {
    var entry: Entry
    var modifiers: Part
    /// Where the episode begins, above the deductible, on the year's way through the bands.
    var position: Int64
    var rate: Int64
    /// The part of the amount that is counted; nil for all of it.
    var share: (Int64, Int64)?
  }

  private func pay(_ amount: Int64, _ scale: Scale, _ subject: Conjunction.Subject) -> Int64 {
    guard scale.entry.bands.isEmpty else {
      var (sum, start) = (Int64(0), Int64(0))
      let (low, high) = (scale.position, scale.position + amount)
      for index in scale.entry.bands.range {
        let band = bands[index]
        let length = min(high, band.upTo) - max(low, start)
        if length > 0 { sum += length * modified(band.rate.value, by: scale.modifiers, subject).rate }
        start = band.upTo
      }
      return (sum + 5_000) / 10_000
    }
    guard let share = scale.share else { return (amount * scale.rate + 5_000) / 10_000 }
    return Self.product(amount, share.0 * scale.rate, over: share.1 * 10_000)
  }

  /// The slot of a benefit's own accumulators.
  @inline(__always) func slot(_ benefit: BenefitPlan, _ subject: Conjunction.Subject) -> Int {
    benefit.slot + (benefit.separateByKind ? subject.facts.value(Facts.kind) : 0)
  }

  @inline(__always) func pool(_ index: Int) -> PoolPlan { pools[Int(poolsOfBenefits[index])] }

  @inline(__always) func terms(_ pool: PoolPlan, _ rank: Int) -> PoolTerms { poolTerms[Int(pool.terms.first) + rank] }

  @inline(__always) func used(_ pool: PoolPlan, _ ledger: borrowing Ledger) -> Int64 {
    pool.perStay ? 0 : ledger.used[pool.slot]
  }

  @inline(__always) func above(
    _ pool: PoolPlan, _ rank: Int, _ amount: Int64, _ ledger: borrowing Ledger
  ) -> Int64 {
    let counted = pool.perStay ? 0 : ledger.counted[pool.slot]
    let deductible = terms(pool, rank).deductible
    return max(0, counted + amount - deductible) - max(0, counted - deductible)
  }

  /// `amount` times `numerator` over `denominator`, exact and rounded half-up, whatever the size.
  static func product(_ amount: Int64, _ numerator: Int64, over denominator: Int64) -> Int64 {
    guard denominator > 0 else { return 0 }
    let product = Int128(amount) * Int128(numerator)
    return Int64((product + Int128(denominator) / 2) / Int128(denominator))
  }

  /// Books an evaluation.
  func enter(_ evaluation: Evaluation, _ measures: Measures, _ subject: Conjunction.Subject, _ ledger: inout Ledger) {
    let benefit = benefits[evaluation.benefit]
    let entry = entries[evaluation.entry]
    let slot = slot(benefit, subject)
    let deductible = modified(0, by: benefit.modifiers, subject).waives ? 0 : entry.deductible.value
    let counted = benefit.perStay ? 0 : ledger.counted[slot]
    var entering = max(0, counted + measures.base - deductible) - max(0, counted - deductible)
    ledger.counted[slot] += measures.base
    ledger.used[slot] += benefit.capOnBase ? evaluation.admitted : evaluation.payout
    for index in benefit.pools.range {
      let pool = pool(index)
      let next = above(pool, evaluation.classRank, entering, ledger)
      ledger.counted[pool.slot] += entering
      ledger.used[pool.slot] += pool.capOnBase ? evaluation.admitted : evaluation.payout
      entering = next
    }
  }
}

extension Evaluation {
  /// `amount`, but no more than a cap leaves.
  @inline(__always) mutating func limited(_ amount: Int64, _ cap: Int64, _ used: Int64) -> Int64 {
    guard cap != Plan.unlimited else { return amount }
    let left = max(0, cap - used)
    capLeft = min(capLeft, left)
    return min(amount, left)
  }

  /// Raises a flag by index; -1 is none.
  @inline(__always) mutating func raise(_ flag: Int8) {
    if flag >= 0 { flags |= 1 << UInt64(flag) }
  }
}
