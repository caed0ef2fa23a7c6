import Money
import Rules

// The year of one person, episode by episode: insurance, base, class, benefit, tilted assistance, premium.

extension Plan {
  /// Settles one person's year without telling its steps.
  ///
  /// Not generic, so that it is compiled for this once and not run through tables of witnesses.
  ///
  /// - Parameters:
  ///   - episodes: of the plan's year, in order of date.
  ///   - results: takes one result an episode, in the same order, from the place `first` on.
  ///   - total: what the year came to; what it held before is gone.
  package func settle(
    _ person: PersonYear, _ identities: Span<HeldIdentity>, _ episodes: Span<Episode>, _ ledger: inout Ledger,
    into results: inout MutableSpan<EpisodeResult>, at first: Int, _ total: inout PersonResult
  ) {
    // Most people hold nothing, and nobody asks why they are not assisted.
    guard identities.count > 0 else { return insure(person, episodes, into: &results, at: first, &total) }
    var trace = NoTrace()
    settle(person, identities, episodes, &ledger, into: &results, at: first, &total, trace: &trace)
  }

  /// Settles one person's year.
  func settle<T: Trace>(
    _ person: PersonYear, _ identities: Span<HeldIdentity>, _ episodes: Span<Episode>, _ ledger: inout Ledger,
    into results: inout MutableSpan<EpisodeResult>, at first: Int, _ total: inout PersonResult, trace: inout T
  ) {
    ledger.reset()
    let lasting = lastingStanding(person, identities)
    var opensTilt = true
    if let tilt, tilt.anyEpisodeOfYear, identities.count > 0 {
      opensTilt = false
      var silent = NoTrace()
      for index in episodes.indices where !opensTilt {
        let episode = episodes[index]
        let standing = lasting ?? standing(person, identities, on: episode.day)
        var result = EpisodeResult()
        opensTilt = settle(episode, index, person, standing, opensTilt: false, &ledger, &result, &silent)
      }
      ledger.reset()
    }
    total = PersonResult()
    for index in episodes.indices {
      let episode = episodes[index]
      let standing = lasting ?? standing(person, identities, on: episode.day)
      var result = EpisodeResult()
      _ = settle(episode, index, person, standing, opensTilt: opensTilt, &ledger, &result, &trace)
      total.add(result)
      results[first + index] = result
    }
    total.premiumStandard = premium.standard
    if identities.count > 0 { subsidise(person, identities, &total, &trace) }
    total.warnedOn = warned(person, episodes, results, at: first, total)
  }

  /// Settles one episode, from the insurance layers to tilted assistance.
  ///
  /// - Returns: whether it qualifies the year for tilted assistance.
  private func settle<T: Trace>(
    _ episode: Episode, _ index: Int, _ person: PersonYear, _ standing: Standing, opensTilt: Bool,
    _ ledger: inout Ledger, _ result: inout EpisodeResult, _ trace: inout T
  ) -> Bool {
    let isInForce = episode.day >= firstDay && episode.day <= lastDay
    var subject = Conjunction.Subject(episode, person, held: standing.effective)
    let preferred = isInForce && standing.held & insurance.preferred != 0
    let before = (ledger.insurance, ledger.notional)
    let measures = insure(episode, person, subject, preferred: preferred, &ledger.insurance, &ledger.notional, &result)
    if T.isOn { traceLayers(episode, index, person, subject, preferred: preferred, before: before, measures, &trace) }
    report(standing, standing.decided, &result)
    let isClaimed = episode.claimDay != .distantFuture
    // Nobody without a class asks why there is no assistance, unless the steps are told.
    guard standing.classes != 0 || T.isOn else { return false }
    let met = isClaimed ? exclusion(subject) : -1
    if met >= 0, standing.classes != 0 { result.raise(exclusions[met].flag) }
    guard isInForce, isClaimed, met < 0, standing.classes != 0 else {
      if T.isOn { traceRefusal(index, exclusion: met, isInForce: isInForce, isClaimed: isClaimed, &trace) }
      return false
    }
    let taken = route(standing, measures, subject, ledger)
    if let taken {
      result.benefit = Int8(taken.benefit)
      result.assistance = Yuan(fen: taken.payout)
      result.flags |= taken.flags
      report(standing, Int8(taken.classRank), &result)
      if T.isOn { trace.add(step(index, taken, measures)) }
      enter(taken, measures, subject, &ledger)
    } else if T.isOn {
      trace.add(Step(index, "no benefit covers this care for this class", on: [book.base.source], amount: .zero))
    }
    result.raise(classFlags[Int(result.classRank)])
    subject.facts.bits |= Facts.route.bit(taken?.benefit ?? Facts.noRoute)
    for index in flagRules.indices where holds(flagRules[index].when, subject) { result.raise(flagRules[index].flag) }
    return tilt(taken, standing, measures, subject, opensTilt: opensTilt, &ledger, &result, index, &trace)
  }

  /// Which class a result names, and the identity that led to it.
  private func report(_ standing: Standing, _ rank: Int8, _ result: inout EpisodeResult) {
    result.classRank = rank
    guard rank >= 0 else { return }
    let part = classIdentities[Int(rank)]
    guard !part.isEmpty else { return }
    for index in part.range where standing.effective & (1 << UInt64(identitiesOfClasses[index])) != 0 {
      result.identity = identitiesOfClasses[index]
      return
    }
    result.identity = identitiesOfClasses[Int(part.first)]
  }

  /// The first route that facts and class lead to.
  private func route(
    _ standing: Standing, _ measures: Measures, _ subject: Conjunction.Subject, _ ledger: borrowing Ledger
  ) -> Evaluation? {
    for number in routes.indices {
      let step = routes[number]
      var taken: Evaluation?
      for position in step.candidates.range {
        let index = Int(candidates[position])
        let benefit = benefits[index]
        guard applies(benefit, measures, subject), let claim = claim(benefit, standing, subject) else { continue }
        let next = evaluate(index, benefit, claim, measures, subject, ledger)
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
