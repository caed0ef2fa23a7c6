import Rules
import Settlement

extension PopulationSampler {
  func drawPerson(_ home: Membership, _ replicate: UInt64, into block: inout PopulationBlock) {
    random.seek(replicate: 0, household: home.household, purpose: Purpose(.member, member: home.member))
    let cell = tables.members.draw(home.member == 0 ? 0 : 1, random)
    let (age, male) = (cell >> 1, cell & 1 == 1)
    let birth = calendar.birth(age: age, random)
    let insurance = drawInsurance(age: age, urban: home.urban)

    let firstIdentity = Int32(block.identities.count)
    var set: UInt64 = 0
    if let identity = home.identity {
      block.identities.append(identity)
      set |= 1 << UInt64(identity.identity)
    }
    var designatedAs: UInt8?
    if let choice = drawIdentity(home, age: age, insurance) {
      let share = place.identities[choice]
      block.identities.append(hold(share.identity))
      set |= 1 << UInt64(share.identity)
      designatedAs = share.designatedAs
    }
    let disabled = set & severelyDisabled != 0 && random.uniform() < illness.maintenanceOfDisabled

    let firstEpisode = block.episodes.count
    let patient = Patient(
      replicate: replicate, household: home.household, member: home.member, group: Int(care.group[age]), male: male,
      poor: home.poor || set & illness.reference.poorIdentities != 0)
    let (maintained, visits) = drawIllness(patient, into: &block.episodes)
    if let carried = carryOver(patient, block.episodes, from: firstEpisode) {
      block.identities.append(carried)
      set |= 1 << UInt64(carried.identity)
    }
    block.persons.append(
      Person(
        year: PersonYear(
          birth: birth, facts: personFacts[2 * insurance.rawValue + (maintained || disabled ? 1 : 0)], designatedAs: designatedAs),
        identities: firstIdentity..<Int32(block.identities.count),
        episodes: Int32(firstEpisode)..<Int32(block.episodes.count),
        identitySet: set == 0 ? 0 : vocabulary.closure(of: set), household: home.index, age: UInt8(age), male: male,
        urban: home.urban, poor: patient.poor, visits: visits))
  }

  private func drawInsurance(age: Int, urban: Bool) -> InsuranceType {
    let u = random.uniform()
    let employee = age >= AgePyramid.adult ? tables.employee[urban ? 1 : 0] : 0
    guard u >= employee else { return .employee }
    // What is left of the uniform is uniform again.
    let rest = (u - employee) / (1 - employee)
    return rest < tables.tier1 ? .residentTier1 : rest < tables.insured ? .residentTier2 : .none
  }

  /// The index of the person's own identity; nil for none.
  private func drawIdentity(_ home: Membership, age: Int, _ insurance: InsuranceType) -> Int? {
    let u = random.uniform()
    guard u < tables.anyIdentity[age] else { return nil }
    var sum = 0.0
    for index in place.identities.indices where place.identities[index].ages.contains(age) {
      let share = place.identities[index]
      guard home.size <= share.householdAtMost, share.residence.admits(urban: home.urban),
        share.insurance ?? insurance == insurance, !share.withoutHouseholdIdentity || home.identity == nil
      else { continue }
      sum += home.poor ? tables.plan.person[index].poor : tables.plan.person[index].other
      if u < sum { return index }
    }
    return nil
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
