import Money
import Rules

// What insurance pays, and what it leaves to the formula of assistance.

extension Plan {
  /// The year's personal contribution to insurance that shares are taken of.
  package var premiumStandard: Yuan { premium.standard }

  /// The year of somebody without an identity: what insurance pays, and what the formula counts.
  func insure(
    _ person: PersonYear, _ episodes: Span<Episode>, into results: inout MutableSpan<EpisodeResult>, at first: Int,
    _ sum: inout PersonResult
  ) {
    var total = PersonResult()
    total.premiumStandard = premium.standard
    var paid = Ledger.Insurance(), notional = Ledger.Insurance()
    for index in episodes.indices {
      let episode = episodes[index]
      var result = EpisodeResult()
      _ = insure(
        episode, person, Conjunction.Subject(episode, person, held: 0), preferred: false, &paid, &notional, &result)
      total.add(result)
      results[first + index] = result
    }
    total.warnedOn = warned(person, episodes, results, at: first, total)
    sum = total
  }

  /// The insurance layers and the amounts that assistance counts.
  @inline(__always) func insure(
    _ episode: Episode, _ person: PersonYear, _ subject: Conjunction.Subject, preferred: Bool,
    _ paidBefore: inout Ledger.Insurance, _ notionalBefore: inout Ledger.Insurance, _ result: inout EpisodeResult
  ) -> Measures {
    let type = person.facts.value(Facts.insurance)
    let paid = layers(
      episode, subject, type: type, preferred: preferred, given: episode.isGiven, &paidBefore)
    result.cost = episode.cost.total
    result.basic = Yuan(fen: paid.basic)
    result.criticalIllness = Yuan(fen: paid.criticalIllness)
    result.supplementary = Yuan(fen: paid.supplementary)
    let inPolicy = episode.cost.inPolicy.fen
    var remainder = max(0, inPolicy - paid.basic - paid.criticalIllness - paid.supplementary)
    var cutOff = paid.cutOff
    if countsNotional(person) {
      let resident = InsuranceType.residentTier1.rawValue
      let notional = layers(
        episode, subject, type: resident, preferred: preferred, given: false, &notionalBefore)
      remainder = max(0, remainder - notional.basic - notional.criticalIllness)
      cutOff = notional.cutOff
    }
    if base.aboveCeilings == .out { remainder = max(0, remainder - cutOff) }
    var counted = remainder
    if base.upfrontB { counted += episode.cost.upfrontB.fen }
    if base.overLimit { counted += episode.cost.overLimit.fen }
    result.base = Yuan(fen: counted)
    return Measures(inPolicy: inPolicy, remainder: remainder, base: counted)
  }

  /// Whether the base of somebody uninsured is what insurance would have left (reading GZ-6 B).
  @inline(__always) func countsNotional(_ person: PersonYear) -> Bool {
    base.uninsured == .notional && person.facts.value(Facts.insurance) == InsuranceType.none.rawValue
      && person.facts.bits & Facts.enrolledAfterIllness.bit(1) != 0
  }
}
