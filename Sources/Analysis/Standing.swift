import Rules
import Simulation

/// How firm the order of two documents on the same people is: under each other reading, without borrowed numbers, and with
/// insurance moved, one at a time.
public struct Standing: Sendable {
  /// One pair of documents under one other choice.
  public struct Row: Sendable {
    /// Identifier of the place whose people both settle.
    public var place: String
    /// The first of the two documents in the order of the scenario.
    public var jurisdiction: String
    /// The second.
    public var other: String
    /// Whose choice it is: one of the two, or empty where it is made for both.
    public var of: String
    /// The choice, as `Alternative.id`; `asCompared` for the comparison's own, `ownInsurance` for each with its own.
    public var alternative: String
    /// Assistance with tilt of the first less that of the second, yuan a resident and year.
    public var difference: Estimate
    /// Which pays more.
    public var verdict: Verdict
  }

  /// Which of a pair pays more.
  public enum Verdict: String, Sendable {
    /// The first, by more than the error.
    case first
    /// The second, by more than the error.
    case second
    /// The difference is within the error.
    case undecided
    /// One of the two leaves a payment without a number and is never ranked.
    case notRanked
  }

  /// The other choices under which the order of a pair is not what it is as compared, beyond the error; empty where that order
  /// is open itself.
  public static func turned(_ pair: [Row]) -> [Row] {
    guard let base = pair.first, base.verdict == .first || base.verdict == .second else { return [] }
    let opposite: Verdict = base.verdict == .first ? .second : .first
    return pair.dropFirst().filter { $0.verdict == opposite }
  }

  /// Whether the order of a pair is clear, and the same under every other choice.
  public static func isFirm(_ pair: [Row]) -> Bool {
    guard let base = pair.first, base.verdict == .first || base.verdict == .second else { return false }
    return pair.allSatisfy { $0.verdict == base.verdict }
  }

  /// A pair's rows: as compared first.
  public let pairs: [[Row]]

  /// Every pair on every place; empty where the scenario does not ask for it.
  public init(_ result: RunResult) {
    pairs = result.places.flatMap { place -> [[Row]] in
      let documents = Document.all(place, result.scenario.jurisdictions)
      guard documents.contains(where: { !$0.alternatives.isEmpty }) else { return [] }
      return documents.indices.flatMap { first in
        documents.indices.dropFirst(first + 1).map { Self.rows(place, documents[first], documents[$0]) }
      }
    }
  }

  private static func rows(_ place: RunResult.PlaceResult, _ a: Document, _ b: Document) -> [Row] {
    let base = difference(a.level, b.level)
    let isRanked = !a.lacksNumber && !b.lacksNumber
    func row(_ of: String, _ alternative: String, _ difference: Estimate) -> Row {
      let verdict: Verdict =
        !isRanked ? .notRanked : !isClear(difference) ? .undecided : difference.value > 0 ? .first : .second
      return Row(
        place: place.place.id, jurisdiction: a.id, other: b.id, of: of, alternative: alternative,
        difference: difference, verdict: verdict)
    }
    var rows = [row("", "asCompared", base)]
    for (one, sign) in [(a, 1.0), (b, -1)] {
      for alternative in one.alternatives where !alternative.choice.isShared {
        rows.append(row(one.id, alternative.choice.id, base.plus(alternative.change.times(sign))))
      }
    }
    for alternative in a.alternatives where alternative.choice.isShared {
      guard let other = b.alternatives.first(where: { $0.choice == alternative.choice }) else { continue }
      rows.append(
        row("", alternative.choice.id, base.plus(alternative.change).plus(other.change.times(-1))))
    }
    if let own = a.ownInsurance, let other = b.ownInsurance {
      rows.append(row("", "ownInsurance", difference(own, other)))
    }
    return rows
  }

  private static func isClear(_ estimate: Estimate) -> Bool {
    abs(estimate.value) > 1.96 * (estimate.standardError ?? .infinity)
  }

  /// With both errors as if they were independent: of levels on the same people that is cautious, of differences from the place's
  /// own document less so.
  private static func difference(_ a: Estimate, _ b: Estimate) -> Estimate { a.plus(b.times(-1)) }
}

/// What one document pays on a place's people, and what each other choice changes.
private struct Document {
  let id: String
  /// Less what the document pays that all are compared with (the place's own, where it is among them), so that the errors hold only
  /// what differs.
  let level: Estimate
  let ownInsurance: Estimate?
  let lacksNumber: Bool
  let alternatives: [(choice: Alternative, change: Estimate)]

  static func all(_ place: RunResult.PlaceResult, _ jurisdictions: [String]) -> [Document] {
    jurisdictions.compactMap { id in
      func level(_ role: Variant.Role) -> (variant: RunResult.VariantResult, reader: TallyReader)? {
        place.variants.first { $0.variant.role == role && $0.variant.jurisdiction == id }.map {
          ($0, TallyReader($0.tally, scale: place.scale))
        }
      }
      func paired(_ one: (variant: RunResult.VariantResult, reader: TallyReader)) -> Estimate {
        if let reference = one.variant.variant.reference {
          let against = TallyReader(place.variants[reference].tally, scale: place.scale)
          return one.reader.difference(.help, from: against).times(0.01)
        }
        // The first of its kind, from which all others differ.
        return Estimate(0, standardError: 0)
      }
      guard let common = level(.common) else { return nil }
      let alternatives = place.variants.compactMap { one -> (Alternative, Estimate)? in
        guard case .standing(let choice) = one.variant.role, one.variant.jurisdiction == id else { return nil }
        let reader = TallyReader(one.tally, scale: place.scale)
        return (choice, reader.difference(.help, from: common.reader).times(0.01))
      }
      return Document(
        id: id, level: paired(common), ownInsurance: level(.own).map(paired),
        lacksNumber: FigureStatus.of(group: 0, common.variant).lacksNumber, alternatives: alternatives)
    }
  }
}

extension Estimate {
  /// The sum with another estimate, with the errors of both as if they were independent.
  func plus(_ other: Estimate) -> Estimate {
    let error = standardError.flatMap { a in other.standardError.map { (a * a + $0 * $0).squareRoot() } }
    return Estimate(value + other.value, standardError: error)
  }
}
