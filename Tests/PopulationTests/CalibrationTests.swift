import Money
import Rules
import Settlement
import Testing

@testable import Population

@Suite struct CalibrationTests {
  /// Drawing people of all China's ages must give back the national figures of 2023 for insured residents (National
  /// Healthcare Security Administration): admissions and visits a head and their mean costs.
  @Test func thePeopleOfChinaMeetTheBulletinOf2023() throws {
    let shipped = try Shipped()
    var place = try shipped.place("guizhou")
    place.pyramid = Self.china
    var (people, stays, stayCost, chronicCost, visitCost) = (0.0, 0.0, 0.0, 0.0, 0.0)
    try shipped.draw(place, households: 200_000, usePriceLevel: false) { block in
      people += Double(block.persons.count)
      for episode in block.episodes {
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
    // 560,000 people: the tolerances are about four standard errors.
    #expect(abs(stays / people / 0.2069 - 1) < 0.015)
    #expect(abs(stayCost / stays / 7674 - 1) < 0.02)
    #expect(abs(chronicCost / people / (0.348 * 515) - 1) < 0.06)
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
    let means = model.admissions.means(0.19, model.groups, poorShare: model.referencePoor)
    for group in model.groups.from.indices { #expect(abs(means[2 * group + 1] / means[2 * group] - 1.59) < 1e-9) }
    let shares = model.groups.reference
    let old = (shares[3] * means[6] + shares[4] * means[8]) / (shares[3] + shares[4])
    let all = zip(shares, stride(from: 0, to: 10, by: 2)).reduce(0) { $0 + $1.0 * means[$1.1] }
    #expect(abs(old / all - 1.8) < 0.02)
  }

  /// Residents of China by age group at the census of 2020, thousands.
  private static let china = AgePyramid(
    female: [
      5676, 31239, 42227, 39649, 33631, 35266, 43685, 60273, 48081, 45323, 56033, 60059, 50585, 36512, 37668, 25427,
      16486,
      11226, 9318,
    ],
    male: [
      6312, 34657, 48017, 45607, 39053, 39676, 48162, 63872, 50932, 47633, 58192, 61106, 50816, 36871, 36338, 24163,
      14752,
      9157, 6100,
    ])
}
