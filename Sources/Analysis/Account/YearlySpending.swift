import Money

/// What a place's fund pays in each of several years, in fen of the real population.
///
/// Replicate r is one path through all years: what happens in one year goes with what happens in the next.
public struct YearlySpending: Sendable {
  /// The Monte-Carlo errors of the means of each year, in fen: by how much all replicates may lie higher or lower
  /// together, because so few people were drawn. Nil where so few were paid that it is not known.
  public struct LevelErrors: Sendable {
    /// Of assistance, by year.
    public var assistance: [Double?]
    /// Of the premium subsidy, by year.
    public var premiumSubsidy: [Double?]
    /// Of both together, by year.
    public var total: [Double?]

    /// Creates the errors of as many years.
    public init(assistance: [Double?], premiumSubsidy: [Double?], total: [Double?]) {
      self.assistance = assistance
      self.premiumSubsidy = premiumSubsidy
      self.total = total
    }
  }

  /// In rising order.
  public let years: [Int]
  /// Number of paths.
  public let replicates: Int
  /// Errors by year; 0 where none were given.
  public let errors: LevelErrors
  private let assistance: [[Double]]
  private let premiumSubsidy: [[Double]]

  /// - Parameters:
  ///   - assistance: tilt included, by year and replicate.
  ///   - premiumSubsidy: by year and replicate.
  ///   - errors: of the means; nil for none.
  /// - Precondition: all years have the same number of replicates.
  public init(years: [Int], assistance: [[Double]], premiumSubsidy: [[Double]], errors: LevelErrors? = nil) {
    let replicates = assistance.first?.count ?? 0
    precondition(assistance.count == years.count && premiumSubsidy.count == years.count)
    precondition((assistance + premiumSubsidy).allSatisfy { $0.count == replicates })
    let none = years.map { _ in 0.0 }
    let errors = errors ?? LevelErrors(assistance: none, premiumSubsidy: none, total: none)
    precondition([errors.assistance, errors.premiumSubsidy, errors.total].allSatisfy { $0.count == years.count })
    self.years = years
    self.replicates = replicates
    self.errors = errors
    self.assistance = assistance
    self.premiumSubsidy = premiumSubsidy
  }

  /// Assistance of the year at an index, in whole fen.
  func assistance(_ year: Int, _ replicate: Int) -> Yuan { Self.whole(assistance[year][replicate]) }

  /// Premium subsidy of the year at an index, in whole fen.
  func premiumSubsidy(_ year: Int, _ replicate: Int) -> Yuan { Self.whole(premiumSubsidy[year][replicate]) }

  /// By how much the mean of the last year passes that of the first, over the latter; nil where the first pays nothing.
  ///
  /// Its error is that of so few paths, each of which has both years. That of the level is none of it: how dear the people drawn
  /// happen to be moves all years in proportion.
  public var growth: Estimate? {
    guard let last = years.indices.last else { return nil }
    func total(_ year: Int) -> [Double] { zip(assistance[year], premiumSubsidy[year]).map { $0 + $1 } }
    let (before, after) = (total(0), total(last)), count = Double(replicates)
    let sum = before.reduce(0, +)
    guard sum > 0 else { return nil }
    let ratio = after.reduce(0, +) / sum
    guard replicates > 1 else { return Estimate(ratio - 1, standardError: nil) }
    let squares = zip(before, after).reduce(0.0) { sum, path in
      let left = path.1 - ratio * path.0
      return sum + left * left
    }
    return Estimate(ratio - 1, standardError: (squares * count / (count - 1)).squareRoot() / sum)
  }

  /// Rounded once, half away from zero: from here on the account is exact.
  ///
  /// A year of the real population is scaled from those drawn, and may fall below 0 where they are few; it is taken as
  /// it is, for a floor at 0 would lift the mean.
  private static func whole(_ fen: Double) -> Yuan { Yuan(fen: Int64(fen.rounded())) }
}
