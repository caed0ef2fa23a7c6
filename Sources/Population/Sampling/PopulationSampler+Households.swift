import Rules
import Settlement

extension PopulationSampler {
  func drawHousehold(_ number: UInt64, _ replicate: UInt64, into block: inout PopulationBlock) {
    random.seek(replicate: 0, household: number, purpose: Purpose(.household))
    let size = tables.sizes.draw(0, random) + 1
    let urban = random.uniform() < place.urbanShare
    let perHead = tables.income[urban ? 1 : 0].draw(random)
    let poor = perHead < tables.poorBelow
    let choice = tables.identity.draw((urban ? 2 : 0) + (poor ? 1 : 0), random)
    var identity: HeldIdentity?
    if choice > 0 { identity = hold(place.householdIdentities[choice - 1].identity) }

    random.seek(replicate: replicate, household: number, purpose: Purpose(.recognition))
    let applies = random.uniform() < place.recognition.applies
    let delay = place.recognition.delayDays.lowerBound + random.below(place.recognition.delayDays.count)

    let index = Int32(block.households.count)
    let first = Int32(block.persons.count)
    block.households.append(
      Household(
        number: number, persons: first..<first + Int32(size),
        income: Int64(min((perHead * 100 * Double(size)).rounded(), 1e15)), size: UInt8(size), urban: urban, poor: poor,
        applies: applies, recognitionDelayDays: Int16(delay)))
    for member in 0..<size {
      drawPerson(
        Membership(
          household: number, index: index, member: member, size: size, urban: urban, poor: poor, identity: identity),
        replicate, into: &block)
    }
  }

  /// An identity with its days: most are held all year, some begin or end within it.
  func hold(_ identity: UInt8) -> HeldIdentity {
    let change = random.uniform()
    let changes = place.changes
    if change < changes.begin {
      let from = calendar.day(random.below(calendar.length))
      let applied = Day(number: from.number - Int32(random.below(changes.applicationDays + 1)))
      return HeldIdentity(
        identity, from: from, applied: applied, medicalExpense: random.uniform() < changes.medicalExpense)
    }
    if change < changes.begin + changes.end {
      return HeldIdentity(identity, to: calendar.day(random.below(calendar.length)))
    }
    return HeldIdentity(identity)
  }
}
