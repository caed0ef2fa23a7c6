/// Something that a place file leaves out, and the default that fills it.
public struct PlaceGap: Hashable, Sendable {
  /// Its path in a place file, `income.sigma`; of an identity's conditions, with their names in brackets.
  public var key: String
  /// The default's value, for people.
  public var value: String
  /// Where the default itself comes from.
  public var origin: Provenance
}
