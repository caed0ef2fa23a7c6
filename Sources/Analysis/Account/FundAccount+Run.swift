import CGSL
import Simulation

extension FundAccount {
  /// The accounts of a run: of each place the rules as they are, then its reforms.
  public static func all(_ result: RunResult) -> [FundAccount] {
    result.scenario.accounts.flatMap { account -> [FundAccount] in
      guard let place = result.places.first(where: { $0.place.id == account.place }) else { return [] }
      return place.ownVariants.enumerated().compactMap { rules, variant in
        guard let name = variant.variant.scenarioName,
          let spending = YearlySpending(result.scenario, place, rules: rules), spending.years == account.years
        else { return nil }
        return FundAccount(
          scenario: name, account, variant.variant.plan.book, jurisdiction: variant.variant.jurisdiction, spending)
      }
    }
  }
}

extension YearlySpending {
  /// What the simulated years pay on each replicate, with everything uncertain that the scenario holds uncertain.
  ///
  /// - Parameter rules: 0 for the rules as they are, then the place's reforms.
  /// - Returns: nil where the parts of the fund are not told apart.
  public init?(_ scenario: Scenario, _ place: RunResult.PlaceResult, rules: Int) {
    let tally = place.ownVariants[rules].tally
    let (cells, reader) = (tally.cells, TallyReader(tally, scale: place.scale))
    func cell(_ part: String, _ component: String) -> Int? {
      cells.components.firstIndex { $0 == (part, component) }.map { cells.index($0, cells.allClasses, .amount) }
    }
    guard let assistance = cell("assistance", "all"), let premium = cell("premiumSubsidy", "premiumSubsidy") else {
      return nil
    }
    let total = cells.index(cells.total, cells.allClasses, .amount)
    let all = [nil] + place.outlook.map(Optional.some)
    let drawn = all.map { year in
      FundYears(place, rules: rules, fit: ParameterFit(place, scenario, year), tally, year)
    }
    func years(_ cell: Int) -> [[Double]] { drawn.map { $0?.years(cell) ?? reader.scaledYears(cell) } }
    /// The error of the scenario's year, in proportion; of years in which nothing is paid it is nothing.
    func errors(_ cell: Int) -> [Double?] {
      let level = reader.fundMean(cell)
      return years(cell).map { years in
        guard level.value > 0, years.contains(where: { $0 != 0 }) else { return 0 }
        return level.standardError.map { years.reduce(0, +) / Double(years.count) * $0 / level.value }
      }
    }
    self.init(
      years: [scenario.year] + place.outlook.map(\.year), assistance: years(assistance), premiumSubsidy: years(premium),
      errors: LevelErrors(assistance: errors(assistance), premiumSubsidy: errors(premium), total: errors(total)))
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
