import Rules
import Settlement

extension PopulationSampler {
  /// A household of the allotment at hand, by its index there, with its year.
  func drawHousehold(_ index: Int, _ replicate: UInt64, into block: inout PopulationBlock) {
    let number = (allotment.number ?? 0) * UInt64(Allotment.size) + UInt64(index)
    random.seek(replicate: replicate, household: number, purpose: Purpose(.recognition))
    let willingness = random.uniform()
    let delay = place.recognition.delayDays.lowerBound + random.below(place.recognition.delayDays.count)
    let (applies, warned) = (
      willingness < place.recognition.applies, willingness < place.recognition.appliesWarned
    )
    let (first, members) = (Int32(block.persons.count), allotment.homes[index].members)
    let (urban, household) = (allotment.homes[index].urban, Int32(block.households.count))
    block.households.append(
      Household(
        number: number, persons: first..<first + Int32(members.count), income: allotment.homes[index].income,
        size: UInt8(members.count), urban: urban, poor: allotment.homes[index].poor, applies: applies,
        appliesWarned: warned, recognitionDelayDays: Int16(delay)))
    let looksBack = yearsBefore.includes(applies: applies, warned: warned)
    for member in members {
      let patient = Patient(
        replicate: replicate, household: number, member: member - members.lowerBound,
        row: allotment.members[member].row)
      drawPerson(member, patient, of: household, urban: urban, looksBack: looksBack, into: &block)
    }
  }
}
