import Money
import Population
import Rules
import Settlement

// A household whose own payments of twelve months are high and leave it less a head than the document's line is
// impoverished by illness. It applies on the day on which that happens; the member with the heaviest burden is recognised
// after the drawn delay, for a year. The year is settled again with that identity and its look-back; of the year before,
// what that brings is paid late.

extension HouseholdYear {
  /// Recognises whom the test finds, both years being settled with what was held without it.
  mutating func recognise(_ household: Household, _ block: PopulationBlock, _ members: Range<Int>) {
    guard let identity = plan.book.recognition?.identity else { return }
    let spares = (
      this: RecognitionTest(plan).spare(household), before: RecognitionTest(planBefore).spare(household)
    )
    guard selfPaid(members.count) > min(spares.this, spares.before) else { return }
    // Who would not apply is looked up by the office from the day on which somebody passes the warning line.
    var free = Day.distantPast
    if !household.applies {
      guard let day = warned() else { return }
      free = Day(number: day.number - 1)
    }
    while let need = need(after: free, spares, block, members) {
      let from = Day(number: need.day.number + Int32(household.recognitionDelayDays))
      guard from <= plan.lastOfYear else { break }
      guard from >= plan.firstDay, from <= plan.lastDay else {
        // No document to be recognised under; a later payment may find one.
        free = need.day
        continue
      }
      free = Day(number: from.adding(months: monthsRecognised).number - 1)
      gained.append(
        (need.member, HeldIdentity(identity, from: from, to: free, applied: need.day, medicalExpense: true)))
      let bit: UInt64 = 1 << UInt64(need.member)
      if from < plan.newYear {
        settleBefore(need.member, block, members)
      } else {
        recognised |= bit
      }
      guard free >= plan.newYear else { continue }
      holders |= bit
      settleAgain(need.member, block, members)
    }
    for index in totals.indices where recognised & 1 << UInt64(index) != 0 { payLate(index, block, members) }
  }

  /// What all members paid themselves in both years, as known without recognition.
  private func selfPaid(_ members: Int) -> Int64 {
    var sum: Int64 = 0
    for index in 0..<members {
      sum += totals[index].selfPaid.fen
      for place in partsBefore[index] { sum += resultsBefore[place].selfPaid.fen }
    }
    return sum
  }

  /// The first day on which what a member must bear of a year passes that year's warning line; nil where none does.
  private func warned() -> Day? {
    var first = Day.distantFuture
    for index in totals.indices {
      if totals[index].isWarned { first = min(first, totals[index].warnedOn) }
      if warnedBefore[index] != .distantPast { first = min(first, warnedBefore[index]) }
    }
    return first == .distantFuture ? nil : first
  }

  /// The first day on which own payments of the test's months pass what the household could spare, and who paid most.
  private mutating func need(
    after free: Day, _ spares: (this: Int64, before: Int64), _ block: PopulationBlock, _ members: Range<Int>
  ) -> (day: Day, member: Int)? {
    burdens.removeAll(keepingCapacity: true)
    for (index, member) in members.enumerated() {
      let person = block.persons[member]
      let (earlier, first) = (Int(person.earlier.lowerBound), Int(person.episodes.lowerBound))
      for (offset, place) in partsBefore[index].enumerated() {
        let fen = resultsBefore[place].selfPaid.fen
        if fen > 0 { burdens.append(Burden(day: block.earlier[earlier + offset].day, member: index, fen: fen)) }
      }
      for (offset, place) in parts[index].enumerated() {
        let fen = results[place].selfPaid.fen
        if fen > 0 { burdens.append(Burden(day: block.episodes[first + offset].day, member: index, fen: fen)) }
      }
    }
    burdens.sort { $0.day == $1.day ? $0.member < $1.member : $0.day < $1.day }
    var (first, sum) = (0, Int64(0))
    for (last, burden) in burdens.enumerated() {
      sum += burden.fen
      let begin = windows.begin(of: burden.day)
      while burdens[first].day <= begin {
        sum -= burdens[first].fen
        first += 1
      }
      let spare = burden.day < plan.newYear ? spares.before : spares.this
      if sum > spare, burden.day > free { return (burden.day, heaviest(first...last)) }
    }
    return nil
  }

  /// Who of the members paid most; the first of equals.
  private mutating func heaviest(_ range: ClosedRange<Int>) -> Int {
    paid.removeAll(keepingCapacity: true)
    paid.append(contentsOf: repeatElement(0, count: totals.count))
    for index in range { paid[burdens[index].member] += burdens[index].fen }
    var most = 0
    for member in paid.indices where paid[member] > paid[most] { most = member }
    return most
  }

  private mutating func settleAgain(_ index: Int, _ block: PopulationBlock, _ members: Range<Int>) {
    let person = block.persons[members.lowerBound + index]
    hold(person, index, block, before: .distantFuture)
    let held = holding
    let care = block.episodes.span.extracting(Int(person.episodes.lowerBound)..<Int(person.episodes.upperBound))
    Self.settle(
      plan, person.year, held.span, care, &ledger, &results, at: parts[index].lowerBound, &totals[index])
  }

  /// Lays out the results of the year before.
  mutating func beginBefore(_ block: PopulationBlock, _ members: Range<Int>) {
    partsBefore.removeAll(keepingCapacity: true)
    warnedBefore.removeAll(keepingCapacity: true)
    warnedBefore.append(contentsOf: repeatElement(.distantPast, count: members.count))
    var end = 0
    for member in members {
      let count = block.persons[member].earlier.count
      partsBefore.append(end..<end + count)
      end += count
    }
    Self.grow(&resultsBefore, to: end)
  }

  /// Settles the year before with what was held in it, and with what recognition gave.
  mutating func settleBefore(_ index: Int, _ block: PopulationBlock, _ members: Range<Int>) {
    guard !partsBefore[index].isEmpty else { return }
    let person = block.persons[members.lowerBound + index]
    let care = block.earlier.span.extracting(Int(person.earlier.lowerBound)..<Int(person.earlier.upperBound))
    let first = partsBefore[index].lowerBound
    var total = PersonResult()
    hold(person, index, block, before: plan.newYear)
    let held = holding
    Self.settle(planBefore, person.year, held.span, care, &ledgerBefore, &resultsBefore, at: first, &total)
    warnedBefore[index] = total.warnedOn
  }

  /// Lists what a member holds: what began before a day, and what recognition gave.
  private mutating func hold(_ person: Person, _ index: Int, _ block: PopulationBlock, before day: Day) {
    holding.removeAll(keepingCapacity: true)
    for number in person.identities where block.identities[Int(number)].from < day {
      holding.append(block.identities[Int(number)])
    }
    for gain in gained where gain.member == index { holding.append(gain.identity) }
  }

  /// Pays, within the year, what its recognition brings for care of the year before; nothing is claimed back that was
  /// paid then, but where less would have been paid for one stay, that comes off the others.
  private mutating func payLate(_ index: Int, _ block: PopulationBlock, _ members: Range<Int>) {
    let knownBefore = resultsBefore[partsBefore[index]]
    let from = gained.first { $0.member == index && $0.identity.from >= plan.newYear }?.identity.from ?? plan.newYear
    settleBefore(index, block, members)
    var debt: Int64 = 0
    for (result, known) in zip(resultsBefore[partsBefore[index]], knownBefore) {
      let assistance = result.assistance - known.assistance
      debt -= (assistance + result.tilted - known.tilted).fen
      guard debt < 0 else { continue }
      let sum = Yuan(fen: -debt)
      debt = 0
      var payment = EpisodeResult()
      (payment.classRank, payment.identity) = (result.classRank, result.identity)
      payment.benefit = result.benefit < 0 ? -1 : benefitOfYear[Int(result.benefit)]
      for flag in flagOfYear.indices where result.flags & 1 << UInt64(flag) != 0 { payment.raise(flagOfYear[flag]) }
      payment.assistance = min(sum, max(.zero, assistance))
      payment.tilted = sum - payment.assistance
      totals[index].assistance += payment.assistance
      totals[index].tilted += payment.tilted
      latePayments.append((index, payment, from))
    }
  }
}
