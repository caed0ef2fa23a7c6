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

extension Plan {
  /// The layers of an episode; moves the accumulators.
  ///
  /// - Parameter type: as which kind of insured to settle; an uninsured person has no layers.
  func layers(
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
    } else if isCovered, let schedule = insurance.basic[type] {
      let level = subject.facts.value(Facts.level)
      var rate = isOutpatient ? schedule.outpatientRate[level] : schedule.rate[level]
      // Employees have one stated schedule: transfers do not change it.
      if type != InsuranceType.employee.rawValue { rate = modified(rate, by: insurance.modifiers, subject).rate }
      let isInpatient = subject.facts.bits & Facts.kind.bit(CareKind.inpatient.rawValue) != 0
      let counted = max(0, inPolicy - (isInpatient ? schedule.deductible[level] : 0))
      let full = (counted * rate + 5_000) / 10_000
      let left = isOutpatient ? schedule.outpatientCap - ledger.outpatientPaid : schedule.cap - ledger.basicPaid
      result.basic = min(full, max(0, left))
      result.cutOff = full - result.basic
    }
    if isOutpatient { ledger.outpatientPaid += result.basic } else { ledger.basicPaid += result.basic }
    let counts = isCovered && !isOutpatient && Facts.insurance.bit(type) & insurance.criticalInsurance != 0
    if counts {
      let burden = inPolicy - result.basic
      if !given {
        let full = criticalIllness(from: ledger.burden, to: ledger.burden + burden, preferred: preferred)
        let cap = preferred ? insurance.preferredCap : insurance.criticalCap
        result.criticalIllness = min(full, max(0, cap - ledger.criticalPaid))
        result.cutOff += full - result.criticalIllness
      }
      ledger.burden += burden
    }
    ledger.criticalPaid += result.criticalIllness
    return result
  }

  /// The payment for the burden between two points of the year, its exact sum rounded once.
  private func criticalIllness(from before: Int64, to after: Int64, preferred: Bool) -> Int64 {
    let deductible = preferred ? insurance.preferredDeductible : insurance.criticalDeductible
    let points = preferred ? insurance.preferredPoints : 0
    let (low, high) = (max(0, before - deductible), max(0, after - deductible))
    guard high > low else { return 0 }
    return (slices(insurance.criticalBands, low, high) { min(10_000, $0 + points) } + 5_000) / 10_000
  }

  /// The sum of rate times length over the bands between two points, in fen times basis points.
  func slices(_ bands: [Band], _ low: Int64, _ high: Int64, _ rate: (Int64) -> Int64) -> Int64 {
    var (sum, start) = (Int64(0), Int64(0))
    for band in bands {
      let length = min(high, band.upTo) - max(low, start)
      if length > 0 { sum += length * rate(band.rate.value) }
      start = band.upTo
      if start >= high { break }
    }
    return sum
  }

  /// A rate after the modifiers whose conditions hold, in their order; and whether one of them waives the deductible.
  @inline(__always) func modified(
    _ rate: Int64, by modifiers: [Modifier], _ subject: Conjunction.Subject
  ) -> (rate: Int64, waives: Bool) {
    var (rate, waives) = (rate, false)
    for modifier in modifiers where holds(modifier.when, subject) {
      rate = max(0, rate - modifier.minus)
      if modifier.times != 10_000 { rate = (rate * modifier.times + 5_000) / 10_000 }
      waives = waives || modifier.waivesDeductible
    }
    return (rate, waives)
  }
}
