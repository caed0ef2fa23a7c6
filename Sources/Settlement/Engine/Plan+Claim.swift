import Rules

// Which benefit an episode leads to, and which class claims it.

extension Plan {
  /// The class within a benefit and its entry: the class that decided, or the best claim among those held.
  func claim(_ benefit: BenefitPlan, _ standing: Standing, _ subject: Conjunction.Subject) -> (rank: Int, entry: Int)? {
    guard benefit.perBenefit else {
      guard standing.decided >= 0 else { return nil }
      let entry = entry(benefit, rank: Int(standing.decided), subject)
      return entry < 0 ? nil : (Int(standing.decided), entry)
    }
    var best: (rank: Int, entry: Int)?
    var bestKey = (Int64(-1), Int64(-1))
    let level = subject.facts.value(Facts.level)
    var rest = standing.classes
    while rest != 0 {
      let rank = rest.trailingZeroBitCount
      rest &= rest - 1
      let index = entry(benefit, rank: rank, subject)
      guard index >= 0 else { continue }
      let claimed = entries[index]
      let key = (claimed.bands.isEmpty ? claimed.rates[level].value : claimed.highestRate, claimed.cap.value)
      if key > bestKey { (best, bestKey) = ((rank, index), key) }
    }
    return best
  }

  private func entry(_ benefit: BenefitPlan, rank: Int, _ subject: Conjunction.Subject) -> Int {
    for index in benefit.groups.range {
      let group = groups[index]
      if group.classes & (1 << UInt32(rank)) != 0, holds(group.when, subject) { return Int(group.entry) }
    }
    return Int(entryOfClass[Int(benefit.entries.first) + rank])
  }

  /// Whether an episode's facts lead to a benefit, whatever the class.
  @inline(__always) func applies(_ benefit: BenefitPlan, _ measures: Measures, _ subject: Conjunction.Subject) -> Bool {
    guard holds(benefit.when, subject) else { return false }
    return benefit.gateOver < 0
      || (benefit.gateOnRemainder ? measures.remainder : measures.inPolicy) > benefit.gateOver
  }
}
