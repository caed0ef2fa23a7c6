import Rules
import Settlement

extension PopulationSampler {
  /// A household of the allotment at hand, by its index there, with its year.
  func drawHousehold(_ index: Int, _ replicate: UInt64, into block: inout PopulationBlock) {
    var household = allotment.households[index]
    let members = household.persons
    random.seek(replicate: replicate, household: household.number, purpose: Purpose(.recognition))
    let willingness = random.uniform()
    let delay = place.recognition.delayDays.lowerBound + random.below(place.recognition.delayDays.count)
    household.applies = willingness < place.recognition.applies
    household.appliesWarned = willingness < place.recognition.appliesWarned
    household.recognitionDelayDays = Int16(delay)
    let first = Int32(block.persons.count)
    household.persons = first..<first + Int32(members.count)
    let looksBack = yearsBefore.includes(household)
    let number = Int32(block.households.count)
    block.households.append(household)
    for member in members { drawPerson(Int(member), of: number, replicate, looksBack: looksBack, into: &block) }
  }
}
