/// The people whom the targets of an illness file are of: residents' insured in the country.
public struct Reference: Hashable, Sendable {
  /// Age groups and how the people are spread over them.
  public var groups: AgeGroups
  /// The share of women and girls.
  public var female: Double
  /// The share of poor people: of households with the lowest incomes, or who hold one of `poorIdentities`.
  public var poor: Double
  /// Identities whose holders fall ill like poor people whatever their income, as bits.
  public var poorIdentities: UInt64
}
