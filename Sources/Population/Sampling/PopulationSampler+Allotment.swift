import Rules
import Settlement

extension PopulationSampler {
  /// Draws the allotment that holds a household, unless it is the one at hand.
  mutating func prepare(_ household: UInt64) {
    let number = household / UInt64(Allotment.size)
    guard allotment.number != number else { return }
    allotment.number = number
    let first = number * UInt64(Allotment.size)
    drawHomes(first)
    allotment.people.removeAll(keepingCapacity: true)
    for index in allotment.homes.indices { drawMembers(index, first) }
    giveToHouseholds(first)
    giveToPersons(first)
    complete(first)
  }

  /// Sizes are spread evenly over their distribution and dealt to the households by lot.
  private mutating func drawHomes(_ first: UInt64) {
    random.seek(replicate: 0, household: first, purpose: Purpose(.allotment))
    let start = random.uniform()
    // A lot is a multiple of 2^-32: as a whole number with the index behind it, it sorts by itself.
    var lots: [UInt64] = []
    lots.reserveCapacity(Allotment.size)
    allotment.homes.removeAll(keepingCapacity: true)
    for index in 0..<Allotment.size {
      random.seek(replicate: 0, household: first + UInt64(index), purpose: Purpose(.household))
      lots.append(UInt64(random.uniform() * 0x1p32) << 32 | UInt64(index))
      var home = Allotment.Home()
      home.urban = random.uniform() < place.urbanShare
      home.perHead = tables.income[home.urban ? 1 : 0].draw(random)
      home.poor = home.perHead < tables.poorBelow
      allotment.homes.append(home)
    }
    lots.sort()
    var (size, below) = (1, tables.sizeShares[0])
    for (rank, lot) in lots.enumerated() {
      let point = (Double(rank) + start) / Double(Allotment.size)
      while point >= below, size < tables.sizeShares.count {
        below += tables.sizeShares[size]
        size += 1
      }
      allotment.homes[Int(lot & 0xFFFF_FFFF)].members = 0..<size
    }
  }

  private mutating func drawMembers(_ index: Int, _ first: UInt64) {
    let (size, begin) = (allotment.homes[index].members.count, allotment.people.count)
    allotment.homes[index].members = begin..<begin + size
    let household = first + UInt64(index)
    random.lookAhead(
      replicate: 0, household: household, Purpose(.member), Purpose(.member, member: 1), Purpose(.member, member: 2),
      Purpose(.member, member: 3))
    for member in 0..<size {
      if member < 4 {
        random.seekAhead(member)
      } else {
        random.seek(replicate: 0, household: household, purpose: Purpose(.member, member: member))
      }
      let cell = tables.members.draw(member == 0 ? 0 : 1, random)
      let age = cell >> 1
      let birth = calendar.birth(age: age, random)
      let insurance = drawInsurance(age: age, urban: allotment.homes[index].urban)
      allotment.people.append(
        Allotment.Draft(
          home: index, age: age, male: cell & 1 == 1, birth: birth, insurance: insurance, need: random.uniform()))
    }
  }

  private func drawInsurance(age: Int, urban: Bool) -> InsuranceType {
    let u = random.uniform()
    let employee = age >= AgePyramid.adult ? tables.employee[urban ? 1 : 0] : 0
    guard u >= employee else { return .employee }
    // What is left of the uniform is uniform again.
    let rest = (u - employee) / (1 - employee)
    return rest < tables.tier1 ? .residentTier1 : rest < tables.insured ? .residentTier2 : .none
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
