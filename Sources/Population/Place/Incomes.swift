import Foundation

/// Yearly disposable income per head (人均可支配收入), log-normal over households within towns and within the countryside.
public struct Incomes: Hashable, Sendable {
  /// Mean over all residents, yuan a year.
  public var perHead: Double
  /// Spread of the logarithm within towns and within the countryside.
  public var sigma: Double
  /// Mean of towns over mean of the countryside.
  public var urbanToRural: Double
  /// The share of people with the lowest income per head who count as poor.
  public var poorShare: Double

  /// The distribution of a residence.
  public func distribution(urban: Bool, urbanShare: Double) -> LogNormal {
    let rural = perHead / (1 - urbanShare + urbanShare * urbanToRural)
    return LogNormal(mean: urban ? rural * urbanToRural : rural, sigma: sigma)
  }

  /// The income per head below which `poorShare` of people are, in yuan.
  public func poorBelow(urbanShare: Double) -> Double { quantile(poorShare, urbanShare: urbanShare) }

  /// The incomes per head that part all people into fifths, in yuan.
  public func fifths(urbanShare: Double) -> [Double] {
    [0.2, 0.4, 0.6, 0.8].map { quantile($0, urbanShare: urbanShare) }
  }

  /// The income per head below which a share of people are, in yuan.
  private func quantile(_ share: Double, urbanShare: Double) -> Double {
    let (town, country) = (
      distribution(urban: true, urbanShare: urbanShare), distribution(urban: false, urbanShare: urbanShare)
    )
    var (low, high) = (0.0, perHead * 100)
    for _ in 0..<100 {
      let middle = (low + high) / 2
      let below = urbanShare * town.cumulative(middle) + (1 - urbanShare) * country.cumulative(middle)
      if below < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
