import Money
import Rules

/// Settles person-years under one plan. `settle`, the simulation and every report use this one code.
///
/// A settler owns the buffers it reuses, so it serves one thread at a time.
public struct Settler {
  /// The plan it settles under.
  public let plan: Plan
  var ledger: Ledger
  private let tiltOpensForYear: Bool

  /// Creates a settler.
  public init(_ plan: Plan) {
    self.plan = plan
    ledger = Ledger(slots: plan.slotCount)
    tiltOpensForYear = plan.tilt?.anyEpisodeOfYear ?? false
  }

  /// Settles one person's year without telling its steps.
  ///
  /// Not generic, so that it is compiled for this once and not run through tables of witnesses.
  public mutating func settle(
    _ person: PersonYear, _ identities: Span<HeldIdentity>, _ episodes: Span<Episode>,
    into results: inout [EpisodeResult]
  ) -> PersonResult {
    var trace = NoTrace()
    return settle(person, identities, episodes, into: &results, trace: &trace)
  }

  /// Settles one person's year.
  ///
  /// - Parameters:
  ///   - episodes: of the plan's year, in order of date.
  ///   - results: one result an episode, in the same order; emptied first.
  ///   - trace: receives the steps.
  public mutating func settle<T: Trace>(
    _ person: PersonYear, _ identities: Span<HeldIdentity>, _ episodes: Span<Episode>,
    into results: inout [EpisodeResult], trace: inout T
  ) -> PersonResult {
    results.removeAll(keepingCapacity: true)
    var opensTilt = true
    if tiltOpensForYear {
      opensTilt = false
      ledger.reset()
      var silent = NoTrace()
      for index in episodes.indices where !opensTilt {
        var qualifies = false
        _ = episode(episodes[index], index, person, identities, opensTilt: false, &qualifies, &silent)
        opensTilt = qualifies
      }
    }
    ledger.reset()
    var total = PersonResult()
    for index in episodes.indices {
      var qualifies = false
      let result = episode(episodes[index], index, person, identities, opensTilt: opensTilt, &qualifies, &trace)
      total.add(result)
      results.append(result)
    }
    premium(person, identities, &total, &trace)
    total.isWarned = plan.warns(person) && total.base > plan.warningLine
    return total
  }

  /// One episode, from the insurance layers to tilted assistance.
  private mutating func episode<T: Trace>(
    _ episode: Episode, _ index: Int, _ person: PersonYear, _ identities: Span<HeldIdentity>, opensTilt: Bool,
    _ qualifies: inout Bool, _ trace: inout T
  ) -> EpisodeResult {
    var result = EpisodeResult()
    let isInForce = episode.day >= plan.firstDay && episode.day <= plan.lastDay
    let standing = plan.standing(person, identities, on: episode.day)
    var subject = Conjunction.Subject(
      facts: episode.facts.joined(person.facts), disease: 1 << UInt64(episode.disease), held: standing.effective,
      birth: person.birth, day: episode.day, claimDay: episode.claimDay)
    let preferred = isInForce && standing.held & plan.insurance.preferred != 0
    let before = (ledger.insurance, ledger.notional)
    let measures = insure(episode, person, subject, preferred: preferred, &result)
    if T.isOn { traceLayers(episode, index, person, subject, preferred: preferred, before: before, measures, &trace) }
    report(standing, standing.decided, &result)
    let isClaimed = episode.claimDay != .distantFuture
    if isClaimed, let met = plan.exclusion(subject) {
      result.exclusion = Int8(met)
      if standing.classes != 0 { result.raise(plan.exclusions[met].flag) }
    }
    guard isInForce, isClaimed, result.exclusion < 0, standing.classes != 0 else {
      if T.isOn { traceRefusal(index, result, isInForce: isInForce, isClaimed: isClaimed, &trace) }
      return result
    }
    let taken = route(standing, measures, subject)
    if let taken {
      result.benefit = Int8(taken.benefit)
      result.assistance = Yuan(fen: taken.payout)
      result.flags |= taken.flags
      report(standing, Int8(taken.classRank), &result)
      if T.isOn { trace.add(step(index, taken, measures)) }
      plan.book(taken, measures, subject, &ledger)
    } else if T.isOn {
      trace.add(
        Step(index, "no benefit covers this care for this class", on: [plan.book.base.source], amount: .zero))
    }
    result.raise(plan.classFlags[Int(result.classRank)])
    subject.facts.bits |= Facts.route.bit(taken?.benefit ?? Facts.noRoute)
    for rule in plan.flagRules where plan.holds(rule.when, subject) { result.raise(rule.flag) }
    tilt(taken, standing, measures, subject, opensTilt: opensTilt, &qualifies, &result, index, &trace)
    return result
  }

  /// The insurance layers and the amounts that assistance counts.
  private mutating func insure(
    _ episode: Episode, _ person: PersonYear, _ subject: Conjunction.Subject, preferred: Bool,
    _ result: inout EpisodeResult
  ) -> Measures {
    let type = person.facts.value(Facts.insurance)
    let layers = plan.layers(
      episode, subject, type: type, preferred: preferred, given: episode.isGiven, &ledger.insurance)
    result.cost = episode.cost.total
    result.basic = Yuan(fen: layers.basic)
    result.criticalIllness = Yuan(fen: layers.criticalIllness)
    result.supplementary = Yuan(fen: layers.supplementary)
    let inPolicy = episode.cost.inPolicy.fen
    var remainder = max(0, inPolicy - layers.basic - layers.criticalIllness - layers.supplementary)
    var cutOff = layers.cutOff
    if countsNotional(person) {
      let resident = InsuranceType.residentTier1.rawValue
      let notional = plan.layers(
        episode, subject, type: resident, preferred: preferred, given: false, &ledger.notional)
      remainder = max(0, remainder - notional.basic - notional.criticalIllness)
      cutOff = notional.cutOff
    }
    if plan.book.base.aboveCeilings == .out { remainder = max(0, remainder - cutOff) }
    var base = remainder
    if plan.book.base.upfrontB { base += episode.cost.upfrontB.fen }
    if plan.book.base.overLimit { base += episode.cost.overLimit.fen }
    result.base = Yuan(fen: base)
    return Measures(inPolicy: inPolicy, remainder: remainder, base: base)
  }

  /// Whether the base of somebody uninsured is what insurance would have left (reading GZ-6 B).
  @inline(__always) func countsNotional(_ person: PersonYear) -> Bool {
    plan.book.base.uninsured == .notional && person.facts.value(Facts.insurance) == InsuranceType.none.rawValue
      && person.facts.bits & Facts.enrolledAfterIllness.bit(1) != 0
  }

  /// Which class a result names, and the identity that led to it.
  private func report(_ standing: Standing, _ rank: Int8, _ result: inout EpisodeResult) {
    result.classRank = rank
    guard rank >= 0 else { return }
    let identities = plan.book.classes[Int(rank)].identities
    result.identity = identities.first { standing.effective & (1 << UInt64($0)) != 0 } ?? identities.first ?? 0
  }

  /// The first route that facts and class lead to.
  private func route(_ standing: Standing, _ measures: Measures, _ subject: Conjunction.Subject) -> Evaluation? {
    for step in plan.routes {
      var taken: Evaluation?
      for candidate in step.candidates {
        let benefit = plan.benefits[candidate]
        guard plan.applies(benefit, measures, subject), let claim = plan.claim(benefit, standing, subject) else {
          continue
        }
        let next = plan.evaluate(candidate, claim, measures, subject, ledger)
        guard let first = taken else {
          taken = next
          if !step.best, step.anomaly < 0 { break }
          continue
        }
        guard next.payout > first.payout else { continue }
        if step.best { taken = next } else { taken?.raise(step.anomaly) }
      }
      if let taken { return taken }
    }
    return nil
  }
}

extension EpisodeResult {
  /// Raises a flag by index; -1 is none.
  @inline(__always) package mutating func raise(_ flag: Int8) {
    if flag >= 0 { flags |= 1 << UInt64(flag) }
  }
}
