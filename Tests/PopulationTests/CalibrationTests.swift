import Money
import Rules
import Settlement
import Testing

@testable import Population

@Suite struct CalibrationTests {
  /// Drawing the people of China must give back the national figures of 2023 for residents' insured (National Healthcare
  /// Security Administration): admissions and visits a head and their mean costs.
  @Test func thePeopleOfChinaMeetTheBulletinOf2023() throws {
    let shipped = try Shipped()
    let place = try shipped.place("national")
    let insured = [InsuranceType.residentTier1.rawValue, InsuranceType.residentTier2.rawValue]
    var (people, stays, stayCost, chronicCost, visitCost) = (0.0, 0.0, 0.0, 0.0, 0.0)
    try shipped.draw(place, households: 200_000, usePriceLevel: false) { block in
      let residents = block.persons.filter { insured.contains($0.year.facts.value(Facts.insurance)) }
      people += Double(residents.count)
      for episode in residents.flatMap({ $0.episodes.map { block.episodes[Int($0)] } }) {
        let cost = Double(episode.cost.total.fen) / 100
        switch CareKind(rawValue: episode.facts.value(Facts.kind)) {
        case .inpatient:
          stays += 1
          stayCost += cost
        case .chronicOutpatient: chronicCost += cost
        default: visitCost += cost
        }
      }
    }
    // 360,000 people: the tolerances are about four standard errors.
    #expect(abs(stays / people / 0.2069 - 1) < 0.02)
    #expect(abs(stayCost / stays / 7674 - 1) < 0.035)
    #expect(abs(chronicCost / people / (0.348 * 515) - 1) < 0.1)
    #expect(abs(visitCost / people / (2.16 * 116) - 1) < 0.015)
  }

  @Test func whatDiseasesTakeIsTakenFromTheTargets() throws {
    let shipped = try Shipped()
    let calibration = try Calibration(shipped.illness)
    #expect(calibration.admissions < 0.2069 && calibration.admissions > 0.17)
    #expect(calibration.admissionCost < 7674 && calibration.admissionCost > 6000)
    #expect(calibration.chronicVisits < 0.348 && calibration.chronicVisits > 0.1)
    var heavy = shipped.illness
    heavy.diseases[0].admissions = 50
    heavy.diseases[0].per100000 = [5000, 5000, 5000, 5000, 5000]
    #expect(throws: (any Error).self) { try Calibration(heavy) }
  }

  @Test func poorAndOldPeopleAreAdmittedMoreOften() throws {
    let shipped = try Shipped()
    let model = shipped.illness
    let means = model.admissions.means(0.19, model.reference)
    for row in stride(from: 0, to: means.count, by: 2) { #expect(abs(means[row + 1] / means[row] - 1.75) < 1e-9) }
    let (shares, female) = (model.reference.groups.shares, model.reference.female)
    let rates = shares.indices.map { female * means[4 * $0] + (1 - female) * means[4 * $0 + 2] }
    let old = (shares[3] * rates[3] + shares[4] * rates[4]) / (shares[3] + shares[4])
    let all = zip(shares, rates).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(old / all - 1.9) < 0.1)
    let poor = model.reference.poor
    #expect(abs(all * (1 - poor + poor * 1.75) - 0.19) < 1e-9)
  }

  /// What is not calibrated, but should look like China: 13.8 % of people were admitted in the year before the National
  /// Health Services Survey of 2018, 28 % of inpatient cost arises out of area, and tertiary care is dear.
  @Test func theRestIsPlausible() throws {
    let shipped = try Shipped()
    var (people, admitted, all, away, listed, maintained) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    var (count, cost) = ([0.0, 0, 0, 0], [0.0, 0, 0, 0])
    try shipped.draw(shipped.place("kaizhou"), households: 60_000, usePriceLevel: false) { block in
      people += Double(block.persons.count)
      for person in block.persons {
        let episodes = person.episodes.map { block.episodes[Int($0)] }
        let stays = episodes.filter { $0.facts.value(Facts.kind) == CareKind.inpatient.rawValue }
        admitted += stays.isEmpty ? 0 : 1
        for stay in stays {
          let (yuan, level) = (Double(stay.cost.total.fen) / 100, stay.facts.value(Facts.level))
          all += yuan
          if stay.facts.value(Facts.location) >= CareLocation.province.rawValue { away += yuan }
          count[level] += 1
          cost[level] += yuan
        }
        listed += episodes.contains { $0.disease != Episode.noDisease } ? 1 : 0
        maintained += person.year.facts.value(Facts.needsMaintenance) == 1 ? 1 : 0
      }
    }
    #expect((0.12...0.19).contains(admitted / people))
    #expect((0.24...0.33).contains(away / all))
    #expect(cost[3] / count[3] > 2 * cost[2] / count[2] && cost[2] / count[2] > cost[1] / count[1])
    #expect((0.004...0.03).contains(listed / people))
    #expect((0.002...0.012).contains(maintained / people))
  }
}
