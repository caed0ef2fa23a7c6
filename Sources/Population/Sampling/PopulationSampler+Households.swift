import Rules
import Settlement

extension PopulationSampler {
  /// A household of the allotment at hand, with its year.
  mutating func drawHousehold(_ number: UInt64, _ replicate: UInt64, into block: inout PopulationBlock) {
    prepare(number)
    let home = allotment.homes[Int(number % UInt64(Allotment.size))]
    random.seek(replicate: replicate, household: number, purpose: Purpose(.recognition))
    let willingness = random.uniform()
    let delay = place.recognition.delayDays.lowerBound + random.below(place.recognition.delayDays.count)

    let index = Int32(block.households.count)
    let first = Int32(block.persons.count)
    let size = home.members.count
    block.households.append(
      Household(
        number: number, persons: first..<first + Int32(size),
        income: Int64(min((home.perHead * 100 * Double(size)).rounded(), 1e15)), size: UInt8(size), urban: home.urban,
        poor: home.poor, applies: willingness < place.recognition.applies,
        appliesWarned: willingness < place.recognition.appliesWarned, recognitionDelayDays: Int16(delay)))
    for member in home.members {
      drawPerson(
        allotment.people[member], home,
        Membership(household: number, index: index, member: member - home.members.lowerBound), replicate, into: &block)
    }
  }
}
