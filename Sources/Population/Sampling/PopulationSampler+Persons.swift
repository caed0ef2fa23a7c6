import Rules
import Settlement

extension PopulationSampler {
  /// A member of a household with the year that the replicate brings.
  func drawPerson(
    _ draft: Allotment.Draft, _ home: Allotment.Home, _ place: Membership, _ replicate: UInt64,
    into block: inout PopulationBlock
  ) {
    let firstIdentity = Int32(block.identities.count)
    var set: UInt64 = 0
    if let choice = home.choice, place.member < home.covered {
      if let identity = home.identity { block.identities.append(identity) }
      set |= 1 << UInt64(self.place.householdIdentities[choice].identity)
    }
    var designatedAs: UInt8?
    var choices = draft.choices
    while choices != 0 {
      let choice = choices.trailingZeroBitCount
      choices &= choices - 1
      let share = self.place.identities[choice]
      let held = holdOwn(choice, household: place.household, member: place.member)
      if let held { block.identities.append(held) }
      set |= 1 << UInt64(share.identity)
      designatedAs = designatedAs ?? share.designatedAs
    }
    let disabled = set & severelyDisabled != 0 && draft.need < self.illness.maintenanceOfDisabled

    let firstEpisode = block.episodes.count
    let patient = Patient(
      replicate: replicate, household: place.household, member: place.member, group: Int(care.group[draft.age]),
      male: draft.male, poor: home.poor || set & self.illness.reference.poorIdentities != 0)
    let illness = drawIllness(patient, into: &block.episodes)
    let firstEarlier = block.earlier.count
    if block.households[Int(place.index)].appliesWarned, draft.age > 0 {
      drawYearBefore(illness, of: patient, into: &block.earlier)
    }
    let facts = personFacts[2 * draft.insurance.rawValue + (illness.isMaintained || disabled ? 1 : 0)]
    block.persons.append(
      Person(
        year: PersonYear(birth: draft.birth, facts: facts, designatedAs: designatedAs),
        identities: firstIdentity..<Int32(block.identities.count),
        episodes: Int32(firstEpisode)..<Int32(block.episodes.count),
        earlier: Int32(firstEarlier)..<Int32(block.earlier.count),
        identitySet: set == 0 ? 0 : vocabulary.closure(of: set), household: place.index, age: UInt8(draft.age),
        male: draft.male, urban: home.urban, poor: patient.poor, visits: illness.visits))
  }
}
