import Money

extension Scenario {
  /// The fund account of a place over the years of the scenario (医疗救助基金收支账), as the scenario file states it.
  ///
  /// Amounts are exact; what grows by percent was rounded half-up to the fen once a year when it was read.
  public struct Account: Hashable, Sendable {
    /// Whose fund: the identifier of one of the scenario's places.
    public var place: String
    /// The years of the account, in rising order; the lists below have one amount for each.
    public var years: [Int]
    /// Carried into the first year; never negative.
    public var balance: Yuan
    /// Transfer from above of the year before the first, on which the first year's least local budget rests; nil where
    /// the document asks for none.
    public var transferBefore: Yuan?
    /// Transfers from above (上级补助).
    public var transfers: [Yuan]
    /// Local budget (本级预算); nil where the least that the document asks for is taken.
    public var local: [Yuan]?
    /// Donations and what else comes in (社会捐赠等).
    public var donations: [Yuan]
    /// How much of the money may be left over, and what becomes of more.
    public var surplus: SurplusRule

    /// Creates an account.
    ///
    /// - Precondition: there is one amount for each year.
    public init(
      place: String, years: [Int], balance: Yuan, transferBefore: Yuan?, transfers: [Yuan], local: [Yuan]?,
      donations: [Yuan], surplus: SurplusRule
    ) {
      precondition(([transfers, donations] + (local.map { [$0] } ?? [])).allSatisfy { $0.count == years.count })
      self.place = place
      self.years = years
      self.balance = balance
      self.transferBefore = transferBefore
      self.transfers = transfers
      self.local = local
      self.donations = donations
      self.surplus = surplus
    }
  }
}
