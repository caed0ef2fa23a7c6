import Population
import Simulation

/// What the areas of a place cost its fund, as far as their ages tell.
///
/// People of an area are not drawn apart. Each area is given the place's spending per resident of its ages, in the four
/// groups of age that tallies keep, and what comes out is scaled so that the areas add up to the place. So areas differ
/// by their ages alone; where the file has no ages of the areas, by their residents alone.
///
/// Errors of the groups are added up as if they moved together, because households join people of all ages: they are
/// upper bounds.
struct AreaFund {
  /// One area's part.
  struct Part {
    var area: Area
    /// Of the place's spending.
    var share: Estimate
    /// Assistance with tilt and premium subsidy, yuan a year.
    var amount: Estimate
  }

  let parts: [Part]

  /// - Parameter total: the place's spending, yuan a year.
  init(_ areas: [Area], _ tally: SampleTally, _ reader: TallyReader, total: Estimate) {
    let groups = Groups.ages.compactMap { age in
      tally.groups.names.firstIndex { $0.dimension == "age" && $0.group == age.name }
    }
    let spending = groups.map { group in
      [BurdenMeasure.help, .premiumSubsidy].map { reader.mean($0, group: group).times(0.01) }
    }
    let perHead = spending.map { $0[0].value + $0[1].value }
    let errors = spending.map { pair in
      pair[0].standardError.flatMap { help in pair[1].standardError.map { help + $0 } }
    }
    let people = areas.map(Self.people)
    let all = Groups.ages.indices.map { group in people.reduce(0) { $0 + ($1?[group] ?? 0) } }
    let spent = zip(all, perHead).reduce(0) { $0 + $1.0 * $1.1 }
    let residents = areas.reduce(0) { $0 + Double($1.population) }
    parts = zip(areas, people).map { area, counts in
      guard let counts, spent > 0 else {
        // Residents are counted, so the share has no error of its own.
        let share = Double(area.population) / max(1, residents)
        return Part(area: area, share: Estimate(share, standardError: 0), amount: total.times(share))
      }
      let share = zip(counts, perHead).reduce(0) { $0 + $1.0 * $1.1 } / spent
      func bound(_ weights: [Double]) -> Double? {
        zip(weights, errors).reduce(0) { sum, pair in
          sum.flatMap { sum in pair.1.map { sum + abs(pair.0) * $0 } }
        }
      }
      return Part(
        area: area,
        share: Estimate(share, standardError: bound(zip(counts, all).map { $0 - share * $1 }).map { $0 / spent }),
        amount: Estimate(share * total.value, standardError: bound(counts).map { $0 * total.value / spent }))
    }
  }

  /// Residents of an area by group of age; nil where the file has no ages of it.
  private static func people(_ area: Area) -> [Double]? {
    guard let ages = area.ages else { return nil }
    return Groups.ages.indices.map { index in
      let end = index + 1 < Groups.ages.count ? Groups.ages[index + 1].first : ages.count
      return Double(area.population) * ages[Groups.ages[index].first..<end].reduce(0, +)
    }
  }
}
