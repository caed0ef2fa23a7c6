import Rules
import Settlement

extension PopulationSampler {
  /// Households of the allotment at hand, by their indices there, with their year.
  mutating func drawHouseholds(_ indices: some Collection<Int>, _ replicate: UInt64, into block: inout PopulationBlock)
  {
    // Taken out, so that the sampler itself is only read while it is filled.
    var year = AllotmentYear()
    swap(&year, &replicateYear)
    year.makeRoom(for: allotment.people.count)
    for index in indices { drawYear(index, replicate, into: &year) }
    for index in indices { drawHousehold(index, replicate, year, into: &block) }
    swap(&year, &replicateYear)
  }

  /// What the replicate brings a household and its members.
  private func drawYear(_ index: Int, _ replicate: UInt64, into year: inout AllotmentYear) {
    let number = allotment.household(index)
    random.lookAhead(
      replicate: replicate, household: number, Purpose(.recognition), Purpose(.illness), Purpose(.illness, member: 1),
      Purpose(.illness, member: 2))
    random.seekAhead(0)
    let willingness = random.uniform()
    let delay = place.recognition.delayDays.lowerBound + random.below(place.recognition.delayDays.count)
    let (applies, warned) = (
      willingness < place.recognition.applies, willingness < place.recognition.appliesWarned
    )
    let looksBack = yearsBefore.includes(applies: applies, warned: warned) && !isNeverRecognised(index)
    year.answers[index] = AllotmentYear.Answer(
      applies: applies, appliesWarned: warned, looksBack: looksBack, delayDays: Int16(delay))
    let members = allotment.homes[index].members
    for member in members {
      let patient = patient(member, number, members.lowerBound, replicate)
      if patient.member < 3 { random.seekAhead(1 + patient.member) } else { seek(.illness, patient) }
      year.illnesses[member] = drawIllness(of: patient)
    }
    guard looksBack else { return }
    random.lookAhead(
      replicate: replicate, household: number, Purpose(.illness, member: 0x80), Purpose(.illness, member: 0x81),
      Purpose(.illness, member: 0x82), Purpose(.illness, member: 0x83))
    for member in members where allotment.members[member].age > 0 {
      var patient = patient(member, number, members.lowerBound, replicate)
      patient.before = true
      if patient.member < 4 { random.seekAhead(patient.member) } else { seek(.illness, patient) }
      year.earlier[member] = drawIllnessBefore(year.illnesses[member], of: patient)
    }
  }

  private func isNeverRecognised(_ index: Int) -> Bool {
    for member in allotment.homes[index].members where allotment.members[member].identitySet & neverRecognised != 0 {
      return true
    }
    return false
  }

  private func drawHousehold(
    _ index: Int, _ replicate: UInt64, _ year: borrowing AllotmentYear, into block: inout PopulationBlock
  ) {
    let answer = year.answers[index]
    let (number, members) = (allotment.household(index), allotment.homes[index].members)
    let (first, urban, household) = (
      Int32(block.persons.count), allotment.homes[index].urban, Int32(block.households.count)
    )
    block.households.append(
      Household(
        number: number, persons: first..<first + Int32(members.count), income: allotment.homes[index].income,
        size: UInt8(members.count), urban: urban, poor: allotment.homes[index].poor, applies: answer.applies,
        appliesWarned: answer.appliesWarned, recognitionDelayDays: answer.delayDays))
    for member in members {
      let patient = patient(member, number, members.lowerBound, replicate)
      drawPerson(
        member, patient, of: household, urban: urban, looksBack: answer.looksBack, year, into: &block)
    }
  }

  private func patient(_ member: Int, _ household: UInt64, _ first: Int, _ replicate: UInt64) -> Patient {
    Patient(
      replicate: replicate, household: household, member: member - first, row: allotment.members[member].row)
  }
}
