import CGSL
import Simulation

extension FundAccount {
  /// The accounts of a run of one year: of each place the rules as they are, then its reforms.
  ///
  /// Accounts of other years than the run's are passed over.
  public static func all(_ result: RunResult) -> [FundAccount] {
    result.scenario.accounts.filter { $0.years == [result.scenario.year] }.flatMap { account -> [FundAccount] in
      guard let place = result.places.first(where: { $0.place.id == account.place }) else { return [] }
      let fit = ParameterFit(place, result.scenario.uncertainty)
      return place.ownVariants.enumerated().compactMap { rules, variant in
        guard let name = variant.variant.scenarioName,
          let spending = YearlySpending(year: result.scenario.year, place, rules: rules, fit)
        else { return nil }
        return FundAccount(
          scenario: name, account, variant.variant.plan.book, jurisdiction: variant.variant.jurisdiction, spending)
      }
    }
  }
}

extension YearlySpending {
  /// What one simulated year pays on each replicate, with everything uncertain that the scenario holds uncertain.
  ///
  /// - Parameter rules: 0 for the rules as they are, then the place's reforms.
  /// - Returns: nil where the parts of the fund are not told apart.
  init?(year: Int, _ place: RunResult.PlaceResult, rules: Int, _ fit: ParameterFit) {
    let tally = place.ownVariants[rules].tally
    let (cells, reader) = (tally.cells, TallyReader(tally, scale: place.scale))
    func cell(_ part: String, _ component: String) -> Int? {
      cells.components.firstIndex { $0 == (part, component) }.map { cells.index($0, cells.allClasses, .amount) }
    }
    guard let assistance = cell("assistance", "all"), let premium = cell("premiumSubsidy", "premiumSubsidy") else {
      return nil
    }
    let total = cells.index(cells.total, cells.allClasses, .amount)
    let drawn = FundYears(place, rules: rules, fit: fit, tally)
    func years(_ cell: Int) -> [Double] { drawn?.years(cell) ?? reader.scaledYears(cell) }
    func error(_ cell: Int) -> [Double] { [reader.fundMean(cell).standardError ?? 0] }
    self.init(
      years: [year], assistance: [years(assistance)], premiumSubsidy: [years(premium)],
      errors: LevelErrors(assistance: error(assistance), premiumSubsidy: error(premium), total: error(total)))
  }
}

extension TallyReader {
  /// A cell's total of the real population in each replicate, where nothing but luck is uncertain.
  ///
  /// The mean grows with the number of people, the luck of the year with its root.
  func scaledYears(_ cell: Int) -> [Double] {
    let years = years(cell)
    let mean = years.withUnsafeBufferPointer { gsl_stats_mean($0.baseAddress, 1, $0.count) }
    return years.map { scale * mean + scale.squareRoot() * ($0 - mean) }
  }
}
