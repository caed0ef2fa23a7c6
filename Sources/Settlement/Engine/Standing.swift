import Rules

/// Which identities count for an episode, and which classes they lead to.
struct Standing {
  /// Held on the day, with what they imply; in months of grace also those just lost.
  var held: UInt64 = 0
  /// These and those whose look-back reaches the day.
  var effective: UInt64 = 0
  /// Classes, one bit a rank.
  var classes: UInt32 = 0
  /// The class that decides where a benefit does not choose for itself; -1 for none.
  var decided: Int8 = -1
}

extension Plan {
  /// The set that one record stands for: its identity, or that by analogy to which a designated person is assisted.
  @inline(__always) func set(of record: HeldIdentity, _ person: PersonYear) -> UInt64 {
    if record.identity == designatedIdentity, let target = person.designatedAs { return 1 << UInt64(target) }
    return 1 << UInt64(record.identity)
  }

  /// Adds what a set of identities implies and takes away what it excludes.
  @inline(__always) func closure(of set: UInt64) -> UInt64 {
    IdentityClosure.close(set, implied: { implied[$0] }, removed: { removed[$0] })
  }

  /// The classes that a set of identities leads to, one bit a rank.
  @inline(__always) func classes(of held: UInt64) -> UInt32 {
    guard held & anyClass != 0 else { return 0 }
    var set: UInt32 = 0
    for rank in classMasks.indices where classMasks[rank] & held != 0 { set |= 1 << UInt32(rank) }
    return set
  }

  /// The standing on every day of somebody whose identities neither begin nor end, as most do; nil for others.
  @inline(__always) func lastingStanding(_ person: PersonYear, _ identities: Span<HeldIdentity>) -> Standing? {
    guard identities.count > 0 else { return Standing() }
    for index in identities.indices {
      guard identities[index].from == .distantPast, identities[index].to == .distantFuture else { return nil }
    }
    return standing(person, identities, on: newYear)
  }

  /// Entry, exit and look-back of identities on a day (docs/decisions.md X-6, GZ-29, BZ-20).
  func standing(_ person: PersonYear, _ identities: Span<HeldIdentity>, on day: Day) -> Standing {
    var result = Standing()
    guard identities.count > 0 else { return result }
    var raw: UInt64 = 0
    for index in identities.indices {
      let record = identities[index]
      if record.from <= day, day <= record.to { raw |= set(of: record, person) }
    }
    result.held = closure(of: raw)
    result.classes = classes(of: result.held)
    if exit == .monthEnd || (exit == .monthEndIfNoClassLeft && result.classes == 0) {
      for index in identities.indices {
        let record = identities[index]
        if record.from <= day, record.to < day, day <= record.to.endOfMonth { raw |= set(of: record, person) }
      }
      result.held = closure(of: raw)
      result.classes = classes(of: result.held)
    }
    result.effective = result.held
    if lookBacks.count > 0 { lookBack(person, identities, day, &result) }
    result.decided = decide(person, identities, day, result)
    return result
  }

  private func lookBack(
    _ person: PersonYear, _ identities: Span<HeldIdentity>, _ day: Day, _ result: inout Standing
  ) {
    var raw: UInt64 = 0
    for index in identities.indices {
      let record = identities[index]
      if reachesBack(record, person, to: day) { raw |= set(of: record, person) }
    }
    guard raw != 0 else { return }
    let reached = closure(of: raw)
    result.effective |= reached
    result.classes |= classes(of: reached)
  }

  private func reachesBack(_ record: HeldIdentity, _ person: PersonYear, to day: Day) -> Bool {
    guard record.from != .distantPast, day <= record.from else { return false }
    let held = closure(of: set(of: record, person))
    for index in lookBacks.indices {
      let rule = lookBacks[index]
      guard rule.identities & held != 0, record.medicalExpense || !rule.onlyForMedicalExpense else { continue }
      let anchor = rule.fromApplication ? record.applied : record.from
      if rule.months > 0 ? day >= anchor.adding(months: -rule.months) : day.civil.year == anchor.civil.year {
        return true
      }
    }
    return false
  }

  private func decide(
    _ person: PersonYear, _ identities: Span<HeldIdentity>, _ day: Day, _ standing: Standing
  ) -> Int8 {
    guard standing.classes != 0 else { return -1 }
    guard selection == .earliestRegistered else { return Int8(standing.classes.trailingZeroBitCount) }
    var best: (from: Day, rank: Int)?
    for index in identities.indices {
      let record = identities[index]
      let live = record.from <= day && day <= record.to
      let inGrace = record.to < day && set(of: record, person) & standing.held != 0 && day <= record.to.endOfMonth
      guard live || inGrace || reachesBack(record, person, to: day) else { continue }
      let classes = classes(of: closure(of: set(of: record, person)) & standing.effective)
      guard classes != 0 else { continue }
      let rank = classes.trailingZeroBitCount
      if let known = best, (known.from, known.rank) <= (record.from, rank) { continue }
      best = (record.from, rank)
    }
    return best.map { Int8($0.rank) } ?? Int8(standing.classes.trailingZeroBitCount)
  }
}
