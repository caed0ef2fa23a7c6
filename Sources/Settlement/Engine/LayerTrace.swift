import Money
import Rules

/// Tells what the insurance layers did with one episode, from where the accumulators stood before it.
///
/// Nothing is handed out by the settlement for this: the layers are worked out once more by the same code, so that
/// settling without a trace pays nothing for it.
struct LayerTrace {
  let plan: Plan
  let episode: Episode
  let index: Int
  let subject: Conjunction.Subject
  /// As which kind of insured.
  var type: Int
  let preferred: Bool
  /// Whether the episode brings what the layers paid.
  var isGiven: Bool
  /// Whether the layers pay nothing and are only taken off the base (reading GZ-6 B).
  var isNotional = false
  var before: Ledger.Insurance

  /// What the layers paid.
  var layers: Layers {
    var ledger = before
    return plan.layers(episode, subject, type: type, preferred: preferred, given: isGiven, &ledger)
  }

  /// One step a layer, also where it pays nothing.
  func steps() -> [Step] {
    let paid = layers
    if isGiven { return given(paid) }
    guard let kind = InsuranceType(rawValue: type), let terms = plan.basicTerms(subject, type: type, before),
      let stated = plan.book.insurance.basic[kind]
    else { return [Step(index, "not insured: no layer pays", clause: "insurance of the case", amount: .zero)] }
    guard plan.holds(plan.insurance.requires, subject) else {
      return [Step(index, name("insurance does not cover this care"), on: [plan.book.insurance.source], amount: .zero)]
    }
    return [basic(paid, terms, stated), critical(paid)]
  }

  /// Payments that came with the episode are not worked out: nobody knows by which terms they were made.
  private func given(_ paid: Layers) -> [Step] {
    let clause = "given with the episode"
    var steps = [
      Step(index, "basic insurance", clause: clause, base: episode.cost.inPolicy, amount: Yuan(fen: paid.basic)),
      Step(
        index, "critical-illness insurance", clause: clause, base: burden(paid), amount: Yuan(fen: paid.criticalIllness)
      ),
    ]
    if paid.supplementary > 0 {
      steps.append(Step(index, "supplementary insurance", clause: clause, amount: Yuan(fen: paid.supplementary)))
    }
    return steps
  }

  private func basic(_ paid: Layers, _ terms: LayerTerms, _ stated: InsuranceSchedule.Basic) -> Step {
    let isOutpatient = subject.facts.bits & Facts.kind.bit(CareKind.outpatient.rawValue) != 0
    let isInpatient = subject.facts.bits & Facts.kind.bit(CareKind.inpatient.rawValue) != 0
    let level = subject.facts.value(Facts.level)
    return Step(
      index, name("basic insurance"),
      on: isOutpatient
        ? [stated.outpatientRate[level].source, stated.outpatientCap.source]
        : [stated.deductible[level].source, stated.rate[level].source, stated.cap.source],
      base: episode.cost.inPolicy,
      deductibleUsed: isInpatient ? min(episode.cost.inPolicy, Yuan(fen: terms.deductible)) : nil,
      rate: Rate(basisPoints: terms.rate), capLeft: room(terms), amount: Yuan(fen: paid.basic))
  }

  private func critical(_ paid: Layers) -> Step {
    let stated = plan.book.insurance.criticalIllness
    guard plan.countsForCritical(subject, type: type) else {
      let words = "critical-illness insurance does not count this kind of care or insurance"
      return Step(index, name(words), on: [plan.book.insurance.source], amount: .zero)
    }
    let terms = plan.criticalTerms(preferred: preferred, before)
    let burden = episode.cost.inPolicy.fen - paid.basic
    let low = max(0, before.burden - terms.deductible)
    let high = max(0, before.burden + burden - terms.deductible)
    let slices = slices(from: low, to: high, points: terms.rate)
    var words = "critical-illness insurance"
    if preferred {
      let points = Rate(basisPoints: terms.rate).description.dropLast(2)
      words += ", preferred (deductible \(Yuan(fen: terms.deductible).grouped), \(points) points more)"
    }
    if slices.count > 1 {
      words += ": " + slices.map { "\($0.rate) of \($0.length.grouped)" }.joined(separator: ", ")
    }
    var grounds = [stated.deductible.source] + stated.bands.map(\.rate.source)
    if let preference = plan.book.preference, preferred {
      grounds.append(preference.source)
    } else {
      grounds.append(stated.cap.source)
    }
    return Step(
      index, name(words), on: grounds, base: Yuan(fen: burden), deductibleUsed: Yuan(fen: burden - (high - low)),
      rate: slices.count == 1 ? slices[0].rate : nil, capLeft: room(terms), amount: Yuan(fen: paid.criticalIllness))
  }

  /// The bands that the burden above the deductible falls into; the next band where nothing is above it.
  private func slices(from low: Int64, to high: Int64, points: Int64) -> [(rate: Rate, length: Yuan)] {
    var start = Int64(0)
    var found: [(rate: Rate, length: Yuan)] = []
    for index in plan.insurance.criticalBands.range {
      let band = plan.bands[index]
      let length = min(high, band.upTo) - max(low, start)
      let isNext = high == low && low < band.upTo && found.isEmpty
      if length > 0 || isNext {
        found.append((Rate(basisPoints: min(10_000, band.rate.value + points)), Yuan(fen: max(0, length))))
      }
      start = band.upTo
    }
    return found
  }

  /// What critical-illness insurance counts of the episode; nil where it counts nothing.
  private func burden(_ paid: Layers) -> Yuan? {
    guard plan.holds(plan.insurance.requires, subject), plan.countsForCritical(subject, type: type) else { return nil }
    return Yuan(fen: episode.cost.inPolicy.fen - paid.basic)
  }

  private func room(_ terms: LayerTerms) -> Yuan? {
    terms.cap == Plan.unlimited ? nil : Yuan(fen: terms.left)
  }

  private func name(_ words: String) -> String {
    isNotional ? "\(words), as if insured: not paid, only taken off the base" : words
  }
}
