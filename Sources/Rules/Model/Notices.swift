/// The line of yearly burden beyond which other departments are told (预警).
public struct Warning: Hashable, Sendable {
  public var threshold: Quantity
  public var insurance: [InsuranceType]
  public var source: Source
}

/// Stays for which no deposit is asked (先诊疗后付费); counted, not paid.
public struct DepositWaiver: Hashable, Sendable {
  public var identities: UInt64
  public var when: Condition
  public var source: Source
}

/// An article of the document and what became of it.
public struct Coverage: Hashable, Sendable {
  /// What became of an article.
  public enum Treatment: String, CaseIterable, Sendable { case modelled, data, procedural }
  public var article: String
  public var treatment: Treatment
  public var note: String
}
