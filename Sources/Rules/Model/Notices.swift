/// The line of yearly burden beyond which other departments are told (预警).
public struct Warning: Hashable, Sendable {
  /// The yearly burden that must be passed.
  public var threshold: Quantity
  /// Types of insurance that are watched.
  public var insurance: [InsuranceType]
  /// Where the document says so.
  public var source: Source
}

/// Stays for which no deposit is asked (先诊疗后付费); counted, not paid.
public struct DepositWaiver: Hashable, Sendable {
  /// Who has it, as bits.
  public var identities: UInt64
  /// On which stays.
  public var when: Condition
  /// Where the document says so.
  public var source: Source
}

/// An article of the document and what became of it.
public struct Coverage: Hashable, Sendable {
  /// What became of an article.
  public enum Treatment: String, CaseIterable, Sendable { case modelled, data, procedural }
  /// The article as the document counts it.
  public var article: String
  /// What became of it.
  public var treatment: Treatment
  /// What it provides.
  public var note: String
}
