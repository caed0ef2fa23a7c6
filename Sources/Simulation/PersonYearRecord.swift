import Population
import Rules
import Settlement

/// One person's year under one variant, as microdata show it.
public struct PersonYearRecord: Sendable {
  /// Index of the variant among those of the place that are recorded.
  public var variant: Int
  /// Counted from 1.
  public var replicate: Int
  /// The household that the person lives in.
  public var household: Household
  /// Position in the household, from 0.
  public var member: Int
  /// The person as drawn.
  public var person: Person
  /// 1 (lowest income per head) to 5.
  public var incomeFifth: Int
  /// Stays in hospital.
  public var admissions: Int64
  /// Sums that outpatient care was settled as.
  public var outpatientEpisodes: Int64
  /// What the year came to.
  public var result: PersonResult
  /// Whether the person was recognised as illness-impoverished within the year, which is another matter under every
  /// variant.
  public var isRecognised: Bool
  /// Whether the person held the identity at some time of the year, recognised in it or in the year before.
  public var holdsRecognised: Bool
}

extension PopulationBlock {
  /// Episodes of a kind in a person's year.
  func count(_ kind: CareKind, of person: Person) -> Int64 {
    var count: Int64 = 0
    for index in person.episodes where episodes[Int(index)].facts.bits & Facts.kind.bit(kind.rawValue) != 0 {
      count += 1
    }
    return count
  }
}
