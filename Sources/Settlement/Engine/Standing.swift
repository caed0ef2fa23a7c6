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
    if book.designatedByAnalogy, let target = person.designatedAs, record.identity == designatedIdentity {
      return 1 << UInt64(target)
    }
    return 1 << UInt64(record.identity)
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
    if book.exit == .monthEnd || (book.exit == .monthEndIfNoClassLeft && result.classes == 0) {
      for index in identities.indices {
        let record = identities[index]
        if record.from <= day, record.to < day, day <= record.to.endOfMonth { raw |= set(of: record, person) }
      }
      result.held = closure(of: raw)
      result.classes = classes(of: result.held)
    }
    result.effective = result.held
    if !lookBacks.isEmpty { lookBack(person, identities, day, &result) }
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
    return lookBacks.contains { rule in
      guard rule.identities & closure(of: set(of: record, person)) != 0,
        record.medicalExpense || !rule.onlyForMedicalExpense
      else { return false }
      let anchor = rule.fromApplication ? record.applied : record.from
      if rule.months > 0 { return day >= anchor.adding(months: -rule.months) }
      return day.civil.year == anchor.civil.year
    }
  }

  private func decide(
    _ person: PersonYear, _ identities: Span<HeldIdentity>, _ day: Day, _ standing: Standing
  ) -> Int8 {
    guard standing.classes != 0 else { return -1 }
    guard book.classSelection == .earliestRegistered else { return Int8(standing.classes.trailingZeroBitCount) }
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
