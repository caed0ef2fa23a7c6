import CGSL
import Rules
import Settlement
import Testing

@testable import Population

@Suite struct YearBeforeTests {
  /// Both years are negative binomial with the same mean and size, and share their frailty.
  @Test func admissionsOfTwoYearsShareTheFrailty() {
    let habits = NegativeBinomial(mean: 0.6, size: 0.7)
    let table = Discrete([habits.probabilities])
    let random = Philox(seed: 11)
    let n = 400_000
    random.seek(replicate: 1, household: 1, purpose: Purpose(.illness))
    var (sums, squares, product, counts) = ([0.0, 0.0], [0.0, 0.0], 0.0, [Double](repeating: 0, count: 8))
    for _ in 0..<n {
      let this = table.draw(0, random)
      let before = habits.admissions(given: this, random)
      for (index, count) in [Double(this), Double(before)].enumerated() {
        sums[index] += count
        squares[index] += count * count
      }
      product += Double(this * before)
      counts[min(before, 7)] += 1
    }
    let means = sums.map { $0 / Double(n) }
    // Cov = Var(m Z) = m²/r.
    #expect(abs(product / Double(n) - means[0] * means[1] - 0.36 / 0.7) < 0.02)
    #expect(abs(means[1] - 0.6) < 4 * (habits.variance / Double(n)).squareRoot())
    var (chi, left) = (0.0, 1.0)
    for count in 0..<7 {
      let p = habits.probabilities[count]
      left -= p
      chi += (counts[count] - p * Double(n)) * (counts[count] - p * Double(n)) / (p * Double(n))
    }
    chi += (counts[7] - left * Double(n)) * (counts[7] - left * Double(n)) / (left * Double(n))
    #expect(gsl_cdf_chisq_Q(chi, 7) > 1e-3)
  }

  @Test func theYearBeforeLooksLikeTheYear() throws {
    let shipped = try Shipped()
    var place = try shipped.place("national")
    (place.recognition.applies, place.recognition.appliesWarned) = (1, 1)
    var (stays, cost, sick, sickBefore, lasting) = ([0.0, 0.0], [0.0, 0.0], 0.0, 0.0, 0.0)
    try shipped.draw(place, households: 60_000) { block in
      func add(_ episode: Episode, _ year: Int) {
        guard episode.facts.value(Facts.kind) == CareKind.inpatient.rawValue else { return }
        stays[year] += 1
        cost[year] += Double(episode.cost.total.fen) / 100
      }
      for person in block.persons where person.age > 0 {
        for index in person.episodes { add(block.episodes[Int(index)], 0) }
        for index in person.earlier { add(block.earlier[Int(index)], 1) }
        let diseases = Set(person.episodes.map { block.episodes[Int($0)].disease }).subtracting([Episode.noDisease])
        let before = Set(person.earlier.map { block.earlier[Int($0)].disease }).subtracting([Episode.noDisease])
        #expect(before.count <= 1)
        sick += diseases.isEmpty ? 0 : 1
        sickBefore += before.isEmpty ? 0 : 1
        lasting += !diseases.isEmpty && before == diseases ? 1 : 0
      }
    }
    // A quarter of diseases begin within the year, and as many have ended with the one before.
    #expect(sick > 500 && abs(sickBefore / sick - 1) < 4 * (0.5 / sick).squareRoot())
    // Not everybody who has one is treated for it in both years.
    #expect(lasting / sick > 0.6 && lasting / sick < 0.76)
    #expect(abs(stays[1] / stays[0] - 1) < 0.04)
    #expect(abs(cost[1] / cost[0] - 1) < 0.08)
  }

  @Test func theYearIsTheSameWithAndWithoutTheYearBefore() throws {
    let shipped = try Shipped()
    var place = try shipped.place("banan")
    func drawn(_ share: Double) throws -> PopulationBlock {
      (place.recognition.applies, place.recognition.appliesWarned) = (share, share)
      var drawn = PopulationBlock()
      try shipped.draw(place, households: 3_000) { drawn = $0 }
      return drawn
    }
    let (with, without) = (try drawn(1), try drawn(0))
    #expect(with.episodes == without.episodes && with.identities == without.identities)
    #expect(!with.earlier.isEmpty && without.earlier.isEmpty)
  }
}
