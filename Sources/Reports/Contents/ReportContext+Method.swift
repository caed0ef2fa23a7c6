import Analysis
import Simulation

extension ReportContext {
  /// How the run was made, for every report's end.
  func method() -> [String] {
    [
      """
      People drawn: \(people); \(Wording.counted(result.scenario.replicates, "replicate")) of the year's illness on the \
      same people; seed \(result.scenario.seed).
      """
    ] + sample() + [
      """
      ± is one standard error: the Monte-Carlo error of drawing these people and this luck, taken from the spread over \
      \(clusters). It is not the uncertainty of the assumptions.
      """,
      """
      \"Few drawn\" marks figures of groups with fewer than \(Int(TallyReader.fewest)) people drawn, and of \
      payments that rest on as few households: read them as an order of magnitude at most, and draw more people \
      (--people) where they matter.
      """,
      """
      A person-time is one settlement. A year's outpatient visits are settled in a few sums (docs/illness-file.md), so \
      person-times and amounts per person-time of outpatient care are those of such sums, not of visits.
      """,
      """
      Totals are scaled to the residents that each place file states. Means grow with people, the luck of the year \
      with their root.
      """,
    ]
  }

  private var people: String {
    result.places.map { place in
      let drawn = place.drawn.reduce(0, +), all = Wording.number(Double(place.persons))
      return "\(place.place.english) "
        + (drawn == place.persons ? all : "\(Wording.number(Double(drawn))), who stand for \(all)")
    }.joined(separator: result.scenario.othersEvery == 1 ? ", " : "; ")
  }

  /// Whom a sample of the households without an identity stands for; empty where everybody was drawn.
  private func sample() -> [String] {
    let every = result.scenario.othersEvery
    guard every > 1 else { return [] }
    let numbers = result.places.map { place in
      let drawn = place.drawn.map { Wording.number(Double($0)) }
      return "\(place.place.english) \(drawn.joined(separator: " and "))"
    }
    return [
      """
      Of the households in which nobody holds an identity one in \(every) was drawn, each standing for \(every); of \
      those with a holder all were. People drawn of holders' households and of the others: \
      \(numbers.joined(separator: "; ")).
      """
    ]
  }

  /// What one observation is where errors are worked out.
  private var clusters: String {
    let sizes = Set(result.places.map(\.cluster))
    guard sizes.count > 1 else { return Wording.cluster(sizes.first ?? 1) }
    return result.places.map { "\(Wording.cluster($0.cluster)) (\($0.place.english))" }.joined(separator: ", ")
  }
}
