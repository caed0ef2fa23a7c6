/// Another choice than the one that a comparison rests on.
public enum Alternative: Hashable, Sendable {
  /// An ambiguous clause of one document read otherwise.
  case reading(id: String, letter: String)
  /// One document without the numbers that are borrowed from others: what it leaves open pays nothing.
  case strict
  /// The common insurance of all documents moved.
  case insurance(InsuranceMove)

  /// A move of the common insurance, up or down by what the sensitivities move it.
  public enum InsuranceMove: String, CaseIterable, Sendable {
    /// Rates of basic insurance, in points.
    case lowerRates, higherRates
    /// The deductible of critical-illness insurance, in percent.
    case higherDeductible, lowerDeductible

    /// What is moved, and to which value (`WeakAssumption.move`).
    var move: (assumption: WeakAssumption, value: Double) {
      let assumption: WeakAssumption = self == .lowerRates || self == .higherRates ? .insurance : .criticalIllness
      let isTrial = self == .lowerRates || self == .higherDeductible
      return (assumption, isTrial ? assumption.trial : 2 * assumption.center - assumption.trial)
    }
  }

  /// Its name in files: `GZ-11 B`, `strict`, `lowerRates`.
  public var id: String {
    switch self {
    case .reading(let id, let letter): "\(id) \(letter)"
    case .strict: "strict"
    case .insurance(let move): move.rawValue
    }
  }

  /// Whether it is made for all documents at once.
  public var isShared: Bool { if case .insurance = self { true } else { false } }
}
