import Population
import Settlement

/// People with their year in flat arrays, drawn or invented.
struct Sample {
  var years: [PersonYear] = []
  /// The first identity and episode of each person, and the end of the last.
  var identityStarts: [Int] = [0]
  var episodeStarts: [Int] = [0]
  var identities: [HeldIdentity] = []
  var episodes: [Episode] = []

  init() {}

  init(_ block: PopulationBlock) {
    years = block.persons.map(\.year)
    identityStarts += block.persons.map { Int($0.identities.upperBound) }
    episodeStarts += block.persons.map { Int($0.episodes.upperBound) }
    (identities, episodes) = (block.identities, block.episodes)
  }

  /// Adds a person; episodes are put in order of date.
  mutating func append(_ year: PersonYear, _ held: [HeldIdentity], _ care: [Episode]) {
    years.append(year)
    identities += held
    episodes += care.sorted { $0.day < $1.day }
    identityStarts.append(identities.count)
    episodeStarts.append(episodes.count)
  }

  /// Everybody's year under a plan.
  func settled(_ plan: Plan) -> [PersonResult] {
    let settler = Settler(plan)
    var results: [EpisodeResult] = []
    return years.indices.map { index in
      settler.settle(
        years[index], identities.span.extracting(identityStarts[index]..<identityStarts[index + 1]),
        episodes.span.extracting(episodeStarts[index]..<episodeStarts[index + 1]), into: &results)
    }
  }
}
