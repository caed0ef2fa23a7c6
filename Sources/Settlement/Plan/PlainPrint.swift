import Rules

/// Everything of a plan that acts on people who hold no identity, as plain words: under plans with equal words they fare
/// alike to the fen.
///
/// What insurance pays them, what the formula counts, and the warning line belong to it; preference for identities and
/// all of assistance do not.
struct PlainPrint: Hashable, Sendable {
  private var words: [UInt64] = []

  init(_ made: PlanCompiler) {
    let insurance = made.insurance
    for terms in made.basicTerms {
      add([terms.deductible, terms.rate, terms.cap])
      add([terms.isInsured, terms.isModified])
    }
    add(insurance.requires, made)
    add([Int64(insurance.modifiers.count)])
    for modifier in made.modifiers[insurance.modifiers.range] {
      add(modifier.when, made)
      add([modifier.minus, modifier.times])
    }
    words.append(insurance.criticalInsurance)
    add([insurance.criticalDeductible, insurance.criticalCap, Int64(insurance.criticalBands.count)])
    for band in made.bands[insurance.criticalBands.range] { add([band.upTo, band.rate.value]) }
    let base = made.book.base
    add([base.upfrontB, base.overLimit, base.aboveCeilings == .out, base.uninsured == .notional])
    add([made.warningLine.fen])
    words.append(made.warningInsurance)
  }

  private mutating func add(_ numbers: [Int64]) { words += numbers.map { UInt64(bitPattern: $0) } }

  private mutating func add(_ flags: [Bool]) { words += flags.map { $0 ? 1 : 0 } }

  private mutating func add(_ condition: Part, _ made: PlanCompiler) {
    add([Int64(condition.count)])
    for one in made.conditions.conjunctions[condition.range] {
      words += [one.facts, one.diseases, one.identities, one.noIdentities]
      add([one.ageFrom, one.ageBelow, one.claimedFrom.number, one.claimedTo.number].map(Int64.init))
    }
  }
}

extension Plan {
  /// Whether people who hold no identity fare alike under both, to the fen.
  package func insures(like other: Plan) -> Bool { plainPrint == other.plainPrint }
}
