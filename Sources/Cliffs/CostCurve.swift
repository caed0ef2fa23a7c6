import Cases
import Money
import Rules
import Settlement

/// What one person's year comes to under one jurisdiction as the cost of one episode moves.
public final class CostCurve {
  /// The rules.
  public let plan: Plan
  /// The jurisdiction's rule file.
  public let file: RuleFile
  /// Which value of what is varied; without id where nothing is.
  public let variant: Variant
  /// The varied episode among the year's.
  public let index: Int
  private let settler: Settler
  private let person: PersonYear
  private let identities: [HeldIdentity]
  private let scale: CostScale
  private let episodes: [Episode]
  private var results: [EpisodeResult] = []

  /// - Parameter index: of the episode whose cost moves.
  init(_ read: ReadCase, index: Int, variant: Variant) {
    var (person, identities, episodes) = (read.person, read.identities, read.episodes)
    variant.apply(to: &episodes[index])
    if case .identity(let identity) = variant.change {
      identities = [HeldIdentity(identity)]
      person.designatedAs = nil
    }
    (self.person, self.identities, self.episodes) = (person, identities, episodes)
    (self.index, self.variant, file, settler) = (index, variant, read.file, read.settler)
    plan = read.settler.plan
    scale = CostScale(episodes[index])
  }

  /// The year at an in-policy cost of the varied episode.
  public func point(at cost: Yuan) -> CurvePoint {
    let identities = self.identities
    var episodes = self.episodes
    episodes[index] = scale.episode(at: cost)
    let year = settler.settle(person, identities.span, episodes.span, into: &results)
    return CurvePoint(cost: cost, year: year, episode: results[index])
  }

  /// The same with the terms by which it was settled, which takes longer.
  func told(at cost: Yuan) -> (point: CurvePoint, regime: Regime) {
    let identities = self.identities
    var episodes = self.episodes
    episodes[index] = scale.episode(at: cost)
    var trace = FullTrace()
    let year = settler.settle(person, identities.span, episodes.span, into: &results, trace: &trace)
    return (CurvePoint(cost: cost, year: year, episode: results[index]), Regime(trace.steps, results))
  }

  /// How many episodes the year has.
  var count: Int { episodes.count }

  /// The whole cost of the varied episode.
  public func total(at cost: Yuan) -> Yuan { scale.episode(at: cost).cost.total }
}
