import Money
import Rules

extension Plan {
  /// The step of a benefit, in the terms of the document.
  func step(_ index: Int, _ taken: Evaluation, _ measures: Measures) -> Step {
    let benefit = book.benefits[taken.benefit]
    let people = book.classes[taken.classRank]
    return Step(
      index, "\(benefit.name.english), \(people.name.english)", on: [benefit.source],
      base: Yuan(fen: measures.base), deductibleUsed: Yuan(fen: taken.deductibleUsed),
      rate: entries[taken.entry].bands.isEmpty ? Rate(basisPoints: taken.rate) : nil,
      capLeft: taken.capLeft == Self.unlimited ? nil : Yuan(fen: taken.capLeft), amount: Yuan(fen: taken.payout))
  }

  /// The steps of the insurance layers and of the base.
  ///
  /// - Parameter before: where the accumulators stood before the episode.
  func traceLayers<T: Trace>(
    _ episode: Episode, _ index: Int, _ person: PersonYear, _ subject: Conjunction.Subject, preferred: Bool,
    before: (paid: Ledger.Insurance, notional: Ledger.Insurance), _ measures: Measures, _ trace: inout T
  ) {
    let type = person.facts.value(Facts.insurance)
    var told = LayerTrace(
      plan: self, episode: episode, index: index, subject: subject, type: type, preferred: preferred,
      isGiven: episode.isGiven, before: before.paid)
    for step in told.steps() { trace.add(step) }
    if countsNotional(person) {
      told.type = InsuranceType.residentTier1.rawValue
      (told.isGiven, told.isNotional, told.before) = (false, true, before.notional)
      for step in told.steps() { trace.add(step) }
    }
    trace.add(
      Step(
        index, "base of assistance" + parts(episode, measures, cutOff: told.layers.cutOff), on: [book.base.source],
        base: Yuan(fen: measures.base)))
  }

  /// Of what the base is made, where that is more or less than what insurance has left.
  private func parts(_ episode: Episode, _ measures: Measures, cutOff: Int64) -> String {
    var parts: [String] = []
    if book.base.upfrontB, episode.cost.upfrontB > .zero {
      parts.append("with \(episode.cost.upfrontB.grouped) paid up front for class B")
    }
    if book.base.overLimit, episode.cost.overLimit > .zero {
      parts.append("with \(episode.cost.overLimit.grouped) over price limits")
    }
    if book.base.aboveCeilings == .out, cutOff > 0 {
      parts.append("without \(Yuan(fen: cutOff).grouped) above ceilings of insurance")
    }
    return parts.map { ", \($0)" }.joined()
  }

  func traceRefusal<T: Trace>(
    _ index: Int, exclusion met: Int, isInForce: Bool, isClaimed: Bool, _ trace: inout T
  ) {
    if met >= 0 {
      let exclusion = book.exclusions[met]
      trace.add(Step(index, "excluded: \(exclusion.name.english)", on: [exclusion.source], amount: .zero))
    } else if !isInForce {
      trace.add(Step(index, "the document is not in force on this day", clause: "legal dates", amount: .zero))
    } else if !isClaimed {
      trace.add(Step(index, "nobody claims it", clause: "the case", amount: .zero))
    } else {
      trace.add(Step(index, "no class is held on this day", clause: "classes", amount: .zero))
    }
  }
}
