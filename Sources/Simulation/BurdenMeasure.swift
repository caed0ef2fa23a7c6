/// What is counted of a person's year, for each group. Amounts are fen.
public enum BurdenMeasure: Int, CaseIterable, Sendable {
  case persons, admissions, outpatientEpisodes, cost, basic, criticalIllness, supplementary, assistance, tilted
  case premiumSubsidy, base, personsPaid, personsWithCare, warned
  case catastrophic10, catastrophic25, discretionary40, discretionary100, impoverished, impoverishedBefore, recognised
  case winners, losers, outOfPocket
  /// People in households that pay more than 40 percent of their income.
  case catastrophic40
  /// By how much payments pass 10, 25 and 40 percent of the household's income, in millionths of it, for each of its people;
  /// payments count as all income at most.
  case overshoot10, overshoot25, overshoot40
  /// By how much payments deepen a person's distance below the allowance line, fen.
  case povertyGap
  /// What winners gain and losers lose, fen.
  case gained, lost
  /// The part of `help` that is for care of the year before.
  case late
  // What follows is made of what is above, when a cluster's sums are gathered.
  /// Assistance with tilt; what all layers paid.
  case help, paidByAll
  /// What basic insurance, and all insurance, leave of the cost.
  case afterBasic, afterInsurance
  /// People who get what they got before.
  case unchanged

  /// How many measures there are.
  public static var count: Int { Self.unchanged.rawValue + 1 }
  /// How many of them are counted person by person.
  static var counted: Int { Self.late.rawValue + 1 }
}
