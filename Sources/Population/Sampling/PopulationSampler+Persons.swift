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
    if let identity = home.identity {
      block.identities.append(identity)
      set |= 1 << UInt64(identity.identity)
    }
    var designatedAs: UInt8?
    var choices = draft.choices
    while choices != 0 {
      let choice = choices.trailingZeroBitCount
      choices &= choices - 1
      let share = self.place.identities[choice]
      block.identities.append(holdOwn(choice, household: place.household, member: place.member))
      set |= 1 << UInt64(share.identity)
      designatedAs = designatedAs ?? share.designatedAs
    }
    let disabled = set & severelyDisabled != 0 && draft.need < illness.maintenanceOfDisabled

    let firstEpisode = block.episodes.count
    let patient = Patient(
      replicate: replicate, household: place.household, member: place.member, group: Int(care.group[draft.age]),
      male: draft.male, poor: home.poor || set & illness.reference.poorIdentities != 0)
    let (maintained, visits) = drawIllness(patient, into: &block.episodes)
    if let carried = carryOver(patient, block.episodes, from: firstEpisode) {
      block.identities.append(carried)
      set |= 1 << UInt64(carried.identity)
    }
    block.persons.append(
      Person(
        year: PersonYear(
          birth: draft.birth, facts: personFacts[2 * draft.insurance.rawValue + (maintained || disabled ? 1 : 0)],
          designatedAs: designatedAs),
        identities: firstIdentity..<Int32(block.identities.count),
        episodes: Int32(firstEpisode)..<Int32(block.episodes.count),
        identitySet: set == 0 ? 0 : vocabulary.closure(of: set), household: place.index, age: UInt8(draft.age),
        male: draft.male, urban: home.urban, poor: patient.poor, visits: visits))
  }

  /// Recognition as illness-impoverished that dates from the year before, among people whose illness goes on.
  private func carryOver(_ patient: Patient, _ episodes: [Episode], from first: Int) -> HeldIdentity? {
    let habits = place.recognition
    guard habits.carriedOver > 0, let identity = illnessImpoverished, episodes.count > first else { return nil }
    var fen: Int64 = 0
    for index in first..<episodes.count { fen += episodes[index].cost.total.fen }
    guard Double(fen) >= habits.carriedOverCost * 100 else { return nil }
    seek(.recognisedBefore, patient)
    guard random.uniform() < habits.carriedOver else { return nil }
    // From 1 to 364 days before the year, so that the year of recognition always reaches into it.
    let from = calendar.day(-1 - random.below(364))
    let delay = habits.delayDays.lowerBound + random.below(habits.delayDays.count)
    return HeldIdentity(
      identity, from: from, to: Day(number: from.number + 364), applied: Day(number: from.number - Int32(delay)),
      medicalExpense: true)
  }
}
