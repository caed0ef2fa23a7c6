import Rules
import Settlement

extension PopulationSampler {
  /// A member of the allotment at hand with the year that the replicate brings.
  func drawPerson(
    _ member: Int, _ patient: Patient, of household: Int32, urban: Bool, looksBack: Bool,
    _ year: borrowing AllotmentYear, into block: inout PopulationBlock
  ) {
    let drawn = allotment.members[member]
    let firstIdentity = Int32(block.identities.count)
    if !drawn.identities.isEmpty {
      for index in drawn.identities { block.identities.append(allotment.identities[Int(index)]) }
    }
    let firstEpisode = Int32(block.episodes.count)
    var illness = year.illnesses[member]
    if response != nil {
      // Whoever has no admission may have one at another price.
      var patient = patient
      patient.answer = UseResponse.group(of: drawn.identitySet, vocabulary)
      drawCare(patient, &illness, in: thisYear, into: &block.episodes)
    } else if illness.needsCare {
      drawCare(patient, &illness, in: thisYear, into: &block.episodes)
    }
    let firstEarlier = Int32(block.earlier.count)
    if looksBack, drawn.age > 0, year.earlier[member].needsCare {
      var (before, earlier) = (patient, year.earlier[member])
      before.before = true
      drawCare(before, &earlier, in: yearBefore, into: &block.earlier)
    }
    // Made of single values: a copy that is changed in memory before it is copied again has to wait for itself.
    let facts =
      illness.isMaintained ? personFacts[2 * allotment.people[member].insurance.rawValue + 1] : drawn.year.facts
    block.persons.append(
      Person(
        year: PersonYear(birth: drawn.year.birth, facts: facts, designatedAs: drawn.year.designatedAs),
        identities: firstIdentity..<firstIdentity + Int32(drawn.identities.count),
        episodes: firstEpisode..<Int32(block.episodes.count), earlier: firstEarlier..<Int32(block.earlier.count),
        identitySet: drawn.identitySet, household: household, age: drawn.age, male: drawn.male, urban: urban,
        poor: drawn.poor, visits: illness.visits))
  }

  /// Works out what is the same in every replicate, once for all of them.
  mutating func complete(_ first: UInt64) {
    allotment.members.removeAll(keepingCapacity: true)
    allotment.identities.removeAll(keepingCapacity: true)
    for index in allotment.homes.indices {
      let home = allotment.homes[index]
      allotment.homes[index].income = Int64(min((home.perHead * 100 * Double(home.members.count)).rounded(), 1e15))
      for member in home.members { complete(member, home, first + UInt64(index)) }
    }
  }

  private mutating func complete(_ member: Int, _ home: Allotment.Home, _ household: UInt64) {
    let draft = allotment.people[member]
    let number = member - home.members.lowerBound
    let firstIdentity = Int32(allotment.identities.count)
    if number < home.covered, let identity = home.identity { allotment.identities.append(identity) }
    var designatedAs: UInt8?
    var choices = draft.choices
    while choices != 0 {
      let choice = choices.trailingZeroBitCount
      choices &= choices - 1
      if let held = holdOwn(choice, household: household, member: number) { allotment.identities.append(held) }
      designatedAs = designatedAs ?? place.identities[choice].designatedAs
    }
    let disabled = draft.held & severelyDisabled != 0 && draft.need < illness.maintenanceOfDisabled
    let poor = home.poor || draft.held & illness.reference.poorIdentities != 0
    let facts = personFacts[2 * draft.insurance.rawValue + (disabled ? 1 : 0)]
    allotment.members.append(
      Allotment.Member(
        year: PersonYear(birth: draft.birth, facts: facts, designatedAs: designatedAs),
        identities: firstIdentity..<Int32(allotment.identities.count),
        identitySet: draft.held == 0 ? 0 : vocabulary.closure(of: draft.held),
        row: Patient.row(group: Int(care.group[draft.age]), male: draft.male, poor: poor), age: UInt8(draft.age),
        male: draft.male, poor: poor))
  }
}
