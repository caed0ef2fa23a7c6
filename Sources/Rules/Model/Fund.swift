/// The fund that pays (医疗救助基金): how reports divide it, who pools it, and what limits its budget.
public struct Fund: Hashable, Sendable {
  /// One part of the fund's accounts.
  public struct Part: Hashable, Sendable {
    /// The part's key in the rule file, `assistance` or `premiumSubsidy`.
    public var id: String
    /// What the document calls it.
    public var name: Label
    /// Where the document says so.
    public var source: Source
  }

  /// In the order of the file.
  public var parts: [Part]
  /// The level of government that pools the money; nil where the file does not say.
  public var pooling: Label?
  /// Where the level of pooling comes from.
  public var poolingSource: Source?
  /// The least that the local budget adds, as a share of last year's transfer from above; nil for none.
  public var localBudgetFloor: Quantity?
  /// The largest surplus of a year, as a share of the money raised in it; nil for none.
  public var surplusLimit: Quantity?
}
