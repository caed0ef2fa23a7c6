import Rules
import Settlement
import Testing

@testable import Population

@Suite struct HospitalLevelTests {
  /// A place that treats only in tertiary hospitals pays their prices; the number of admissions stays.
  @Test func aPlaceCanHaveItsOwnMixOfHospitals() throws {
    let shipped = try Shipped()
    var place = try shipped.place("kaizhou")
    func drawn() throws -> (stays: Int, tertiary: Int, fen: Int64) {
      var found = (stays: 0, tertiary: 0, fen: Int64(0))
      try shipped.draw(place, households: 5_000) { block in
        for episode in block.episodes where episode.facts.value(Facts.kind) == CareKind.inpatient.rawValue {
          found.stays += 1
          found.tertiary += episode.facts.value(Facts.level) == 3 ? 1 : 0
          found.fen += episode.cost.total.fen
        }
      }
      return found
    }
    let national = try drawn()
    place.hospitalLevels = [0, 0, 1]
    let tertiary = try drawn()
    #expect(tertiary.stays == national.stays)
    #expect(tertiary.tertiary == tertiary.stays && national.tertiary < national.stays * 6 / 10)
    #expect(tertiary.fen > national.fen * 13 / 10)
  }
}
