import Money
import Rules

extension Settler {
  /// The step of a benefit, in the terms of the document.
  func step(_ index: Int, _ taken: Evaluation, _ measures: Measures) -> Step {
    let benefit = plan.book.benefits[taken.benefit]
    let people = plan.book.classes[taken.classRank]
    return Step(
      index, "\(benefit.name.english), \(people.name.english)", clause: benefit.source.summary,
      base: Yuan(fen: measures.base), deductibleUsed: Yuan(fen: taken.deductibleUsed),
      rate: plan.entries[taken.entry].bandCount > 0 ? nil : Rate(basisPoints: taken.rate),
      capLeft: taken.capLeft == Plan.unlimited ? nil : Yuan(fen: taken.capLeft), amount: Yuan(fen: taken.payout))
  }

  func traceLayers<T: Trace>(
    _ episode: Episode, _ index: Int, _ result: EpisodeResult, _ measures: Measures, _ trace: inout T
  ) {
    let clause = episode.isGiven ? "given with the episode" : plan.book.insurance.source.summary
    let layers = [
      ("basic insurance", result.basic), ("critical-illness insurance", result.criticalIllness),
      ("supplementary insurance", result.supplementary),
    ]
    for (name, amount) in layers where amount > .zero || (episode.isGiven && name.hasPrefix("basic")) {
      trace.add(Step(index, name, clause: clause, base: episode.cost.inPolicy, amount: amount))
    }
    trace.add(Step(index, "base of assistance", clause: plan.book.base.source.summary, base: Yuan(fen: measures.base)))
  }

  func traceRefusal<T: Trace>(
    _ index: Int, _ result: EpisodeResult, _ standing: Standing, _ isInForce: Bool, _ trace: inout T
  ) {
    if result.exclusion >= 0 {
      let exclusion = plan.book.exclusions[Int(result.exclusion)]
      trace.add(Step(index, "excluded: \(exclusion.name.english)", clause: exclusion.source.summary, amount: .zero))
    } else if !isInForce {
      trace.add(Step(index, "the document is not in force on this day", clause: "legal dates", amount: .zero))
    } else {
      trace.add(Step(index, "no class is held on this day", clause: "classes", amount: .zero))
    }
  }
}
