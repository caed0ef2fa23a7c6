import Rules
import Settlement

extension PopulationSampler {
  /// A member of the allotment at hand with the year that the replicate brings.
  func drawPerson(
    _ member: Int, of household: Int32, _ replicate: UInt64, looksBack: Bool, into block: inout PopulationBlock
  ) {
    var person = allotment.members[member].person
    var patient = allotment.members[member].patient
    person.household = household
    patient.replicate = replicate

    let firstIdentity = Int32(block.identities.count)
    for index in person.identities { block.identities.append(allotment.identities[Int(index)]) }
    person.identities = firstIdentity..<firstIdentity + Int32(person.identities.count)

    let firstEpisode = Int32(block.episodes.count)
    let illness = drawIllness(patient, into: &block.episodes)
    person.episodes = firstEpisode..<Int32(block.episodes.count)
    person.visits = illness.visits
    if illness.isMaintained {
      person.year.facts = personFacts[2 * allotment.people[member].insurance.rawValue + 1]
    }

    let firstEarlier = Int32(block.earlier.count)
    if looksBack, person.age > 0 { drawYearBefore(illness, of: patient, into: &block.earlier) }
    person.earlier = firstEarlier..<Int32(block.earlier.count)
    block.persons.append(person)
  }

  /// Makes the households and people of the allotment ready to be copied: what is the same in every replicate is worked
  /// out once for all of them.
  mutating func complete(_ first: UInt64) {
    allotment.households.removeAll(keepingCapacity: true)
    allotment.members.removeAll(keepingCapacity: true)
    allotment.identities.removeAll(keepingCapacity: true)
    for index in allotment.homes.indices {
      let home = allotment.homes[index]
      let size = home.members.count
      let household = Household(
        number: first + UInt64(index), persons: Int32(home.members.lowerBound)..<Int32(home.members.upperBound),
        income: Int64(min((home.perHead * 100 * Double(size)).rounded(), 1e15)), size: UInt8(size), urban: home.urban,
        poor: home.poor, applies: false, appliesWarned: false, recognitionDelayDays: 0)
      allotment.households.append(household)
      for member in home.members { complete(member, home, household) }
    }
  }

  private mutating func complete(_ member: Int, _ home: Allotment.Home, _ household: Household) {
    let draft = allotment.people[member]
    let number = member - home.members.lowerBound
    let firstIdentity = Int32(allotment.identities.count)
    if number < home.covered, let identity = home.identity { allotment.identities.append(identity) }
    var designatedAs: UInt8?
    var choices = draft.choices
    while choices != 0 {
      let choice = choices.trailingZeroBitCount
      choices &= choices - 1
      if let held = holdOwn(choice, household: household.number, member: number) { allotment.identities.append(held) }
      designatedAs = designatedAs ?? place.identities[choice].designatedAs
    }
    let disabled = draft.held & severelyDisabled != 0 && draft.need < illness.maintenanceOfDisabled
    let patient = Patient(
      replicate: 0, household: household.number, member: number, group: Int(care.group[draft.age]), male: draft.male,
      poor: home.poor || draft.held & illness.reference.poorIdentities != 0)
    let facts = personFacts[2 * draft.insurance.rawValue + (disabled ? 1 : 0)]
    let person = Person(
      year: PersonYear(birth: draft.birth, facts: facts, designatedAs: designatedAs),
      identities: firstIdentity..<Int32(allotment.identities.count), episodes: 0..<0, earlier: 0..<0,
      identitySet: draft.held == 0 ? 0 : vocabulary.closure(of: draft.held), household: 0, age: UInt8(draft.age),
      male: draft.male, urban: home.urban, poor: patient.poor, visits: Visits(chronic: 0, ordinary: 0))
    allotment.members.append(Allotment.Member(person: person, patient: patient))
  }
}
