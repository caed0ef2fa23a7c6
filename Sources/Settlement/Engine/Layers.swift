import Money
import Rules

/// What the insurance layers before assistance pay of one episode, in fen (docs/decisions.md, order of settlement).
struct Layers {
  var basic: Int64 = 0
  var criticalIllness: Int64 = 0
  var supplementary: Int64 = 0
  /// What the ceilings of both layers cut off; 0 where the payments are given.
  var cutOff: Int64 = 0
}

/// By what a layer pays one episode: fen and basis points, modifiers and preference already in them.
struct LayerTerms {
  /// Of the stay, or of the year's burden.
  var deductible: Int64
  /// The rate, or for critical illness the points added to that of each band.
  var rate: Int64
  /// A year's ceiling, `Plan.unlimited` for none.
  var cap: Int64
  /// What the ceiling has lost to earlier episodes.
  var used: Int64

  /// Room under the ceiling.
  var left: Int64 { cap == Plan.unlimited ? cap : max(0, cap - used) }
}

extension Plan {
  /// The terms of basic insurance; nil for somebody who is not insured.
  @inline(__always) func basicTerms(
    _ subject: Conjunction.Subject, type: Int, _ ledger: Ledger.Insurance
  ) -> LayerTerms? {
    let kind = subject.facts.value(Facts.kind)
    let terms = basicTerms[InsurancePlan.index(type: type, kind: kind, level: subject.facts.value(Facts.level))]
    guard terms.isInsured else { return nil }
    var rate = terms.rate
    // Most care is where no modifier can hold, which one look at its facts tells.
    if terms.isModified, subject.facts.bits & ~insurance.modifiedFacts == 0 {
      rate = modified(rate, by: insurance.modifiers, subject).rate
    }
    return LayerTerms(
      deductible: terms.deductible, rate: rate, cap: terms.cap,
      used: kind == CareKind.outpatient.rawValue ? ledger.outpatientPaid : ledger.basicPaid)
  }

  /// The terms of critical-illness insurance.
  @inline(__always) func criticalTerms(preferred: Bool, _ ledger: Ledger.Insurance) -> LayerTerms {
    LayerTerms(
      deductible: preferred ? insurance.preferredDeductible : insurance.criticalDeductible,
      rate: preferred ? insurance.preferredPoints : 0,
      cap: preferred ? insurance.preferredCap : insurance.criticalCap, used: ledger.criticalPaid)
  }

  /// Whether critical-illness insurance counts an episode that basic insurance covers.
  @inline(__always) func countsForCritical(_ subject: Conjunction.Subject, type: Int) -> Bool {
    subject.facts.bits & Facts.kind.bit(CareKind.outpatient.rawValue) == 0
      && Facts.insurance.bit(type) & insurance.criticalInsurance != 0
  }

  /// The layers of an episode; moves the accumulators.
  ///
  /// - Parameter type: as which kind of insured to settle; an uninsured person has no layers.
  @inline(__always) func layers(
    _ episode: Episode, _ subject: Conjunction.Subject, type: Int, preferred: Bool, given: Bool,
    _ ledger: inout Ledger.Insurance
  ) -> Layers {
    var result = Layers()
    let inPolicy = episode.cost.inPolicy.fen
    let isOutpatient = subject.facts.bits & Facts.kind.bit(CareKind.outpatient.rawValue) != 0
    let isCovered = holds(insurance.requires, subject)
    if given {
      result.basic = episode.given.basic.fen
      result.criticalIllness = episode.given.criticalIllness.fen
      result.supplementary = episode.given.supplementary.fen
    } else if isCovered, let terms = basicTerms(subject, type: type, ledger) {
      let full = (max(0, inPolicy - terms.deductible) * terms.rate + 5_000) / 10_000
      result.basic = min(full, terms.left)
      result.cutOff = full - result.basic
    }
    if isOutpatient { ledger.outpatientPaid += result.basic } else { ledger.basicPaid += result.basic }
    if isCovered, countsForCritical(subject, type: type) {
      let burden = inPolicy - result.basic
      if !given {
        let terms = criticalTerms(preferred: preferred, ledger)
        let full = criticalIllness(from: ledger.burden, to: ledger.burden + burden, terms, preferred: preferred)
        result.criticalIllness = min(full, terms.left)
        result.cutOff += full - result.criticalIllness
      }
      ledger.burden += burden
    }
    ledger.criticalPaid += result.criticalIllness
    return result
  }

  /// The payment for the burden between two points of the year, its exact sum rounded once.
  @inline(__always) private func criticalIllness(
    from before: Int64, to after: Int64, _ terms: LayerTerms, preferred: Bool
  ) -> Int64 {
    let (low, high) = (max(0, before - terms.deductible), max(0, after - terms.deductible))
    guard high > low else { return 0 }
    var (sum, start) = (Int64(0), Int64(0))
    for index in (preferred ? insurance.preferredBands : insurance.criticalBands).range {
      let band = bands[index]
      let length = min(high, band.upTo) - max(low, start)
      if length > 0 { sum += length * band.rate.value }
      start = band.upTo
    }
    return (sum + 5_000) / 10_000
  }

  /// A rate after the modifiers whose conditions hold, in their order; and whether one of them waives the deductible.
  func modified(
    _ rate: Int64, by part: Part, _ subject: Conjunction.Subject
  ) -> (rate: Int64, waives: Bool) {
    var (rate, waives) = (rate, false)
    for index in part.range {
      let modifier = modifiers[index]
      guard holds(modifier.when, subject) else { continue }
      rate = max(0, rate - modifier.minus)
      if modifier.times != 10_000 { rate = (rate * modifier.times + 5_000) / 10_000 }
      waives = waives || modifier.waivesDeductible
    }
    return (rate, waives)
  }
}
