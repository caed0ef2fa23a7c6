import Foundation
import Input

/// Defaults that count people or households, scaled to the place.
extension PlaceDefaults {
  mutating func fillUrban() {
    guard let scale, let all = national.at(["urban", "value"])?.plainNumber else { return take(["urban"]) }
    guard root.at(["urban"]) == nil else { return }
    fill(["urban"], [("value", count(scale * all))])
  }

  /// The country's ages, as whole people who add up to the population.
  mutating func fillAges() {
    guard let scale, let population = root.at(["population", "value"])?.plainNumber else { return take(["ages"]) }
    guard root.at(["ages"]) == nil else { return }
    let sexes = ["female", "male"]
    let counts = sexes.flatMap { sex in
      AgePyramid.groups.map { (national.at(["ages", sex, $0])?.plainNumber ?? 0) * scale }
    }
    var whole = counts.map { $0.rounded(.down) }
    let missing = Int(population - whole.reduce(0, +))
    let order = counts.indices.sorted { counts[$0] - whole[$0] > counts[$1] - whole[$1] }
    for index in order.prefix(max(0, missing)) { whole[index] += 1 }
    let entries = sexes.enumerated().map { sex, name in
      let groups = AgePyramid.groups.enumerated().map { group, key in
        (key, count(whole[sex * AgePyramid.groups.count + group]))
      }
      return (name, Node.mapping(groups, at: root.place))
    }
    fill(["ages"], entries, shown: "the country's, scaled to \(population.plain) residents")
  }

  /// Households are scaled by residents; of a count alone, sizes follow from the residents it leaves to each household.
  mutating func fillHouseholds() {
    func share(_ part: String, _ whole: [String]) -> Double? {
      guard let part = national.at(["households", part])?.plainNumber, let whole = national.at(whole)?.plainNumber
      else { return nil }
      return part / whole
    }
    let all = ["population", "value"]
    // Without a sound population the file is refused; a message for each count that hangs on it would only be noise.
    guard scale != nil, let population = root.at(all)?.plainNumber, let households = share("count", all),
      let persons = share("persons", all), let single = share("onePerson", ["households", "count"])
    else { return take(["households"]) }
    let given = root.at(["households", "count"])?.plainNumber
    let parts = [
      ("count", count(given ?? population * households)), ("persons", count(population * persons)),
      ("onePerson", count((given ?? population * households) * single)),
    ]
    guard root.at(["households"]) != nil else {
      // Of a hamlet, whole households would be too coarse for the shares of sizes, which alone are read.
      return population * households >= 100 ? fill(["households"], parts) : take(["households"])
    }
    complete(["households"], parts.dropFirst().filter { root.at(["households", $0.0]) == nil })
  }

  mutating func fillIncome() {
    for key in ["perHead", "sigma", "urbanToRural", "poorShare"] { take(["income", key]) }
  }

  /// Twelve times the place's own allowance standard.
  mutating func fillPovertyLine() {
    guard root.at(["povertyLine"]) == nil, let standard = root.at(["allowanceStandard", "value"])?.plainNumber else {
      return take(["povertyLine"])
    }
    fill(
      ["povertyLine"], [("value", .plain((12 * standard).plain, at: root.place))],
      reason: "default: twelve times the allowance standard")
  }

  private func count(_ value: Double) -> Node { .plain(value.rounded().plain, at: root.place) }
}
