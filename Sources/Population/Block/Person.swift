import Settlement

/// A person of a block.
public struct Person: Hashable, Sendable {
  /// What settlement knows besides identities and episodes.
  public var year: PersonYear
  /// The person's identities in the block's identities.
  public var identities: Range<Int32>
  /// The person's episodes in the block's episodes, in order of date.
  public var episodes: Range<Int32>
  /// The person's care of the year before in the block's earlier episodes, in order of date; drawn only where the
  /// household would apply for recognition.
  public var earlier: Range<Int32>
  /// Every identity held at any time of the year and what it implies, as bits (after closure), whether the insurance
  /// office knows of it or not.
  public var identitySet: UInt64
  /// Index of the household in the block's households.
  public var household: Int32
  /// Completed years on 1 January.
  public var age: UInt8
  /// True for a man or boy.
  public var male: Bool
  /// True where the household lives in a town.
  public var urban: Bool
  /// True where the person falls ill like poor people: by income or identity.
  public var poor: Bool
  /// Visits of the year, which its episodes sum up.
  public var visits: Visits
}
