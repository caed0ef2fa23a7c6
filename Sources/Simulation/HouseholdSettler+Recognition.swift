import Money
import Population
import Rules
import Settlement

// A household whose own payments of twelve months are high and leave it less a head than the document's line is
// impoverished by illness. It applies on the day on which that happens; the member with the heaviest burden is recognised
// after the drawn delay, for a year, and both years are settled again with that identity and its look-back.

extension HouseholdSettler {
  /// How long an identity lasts that was recognised because of illness; docs/model.md.
  static let monthsRecognised = 12

  /// Whether illness of the year or the one before could impoverish the household, which cannot have paid more than all
  /// that its care cost.
  func mayBeRecognised(_ household: Household, _ block: PopulationBlock, _ members: Range<Int>) -> Bool {
    guard let test = plan.book.recognition, plan.recognitionLine > .zero, household.applies || household.appliesWarned
    else { return false }
    let excluding = test.excluding | 1 << UInt64(test.identity)
    guard !members.contains(where: { block.persons[$0].identitySet & excluding != 0 }) else { return false }
    var cost: Int64 = 0
    for (index, member) in members.enumerated() {
      cost += totals[index].cost.fen
      for episode in block.persons[member].earlier { cost += block.earlier[Int(episode)].cost.total.fen }
    }
    return cost > spare(household)
  }

  /// What the household could pay itself within twelve months without meeting the test.
  private func spare(_ household: Household) -> Int64 {
    let high = plan.recognitionShare.of(Yuan(fen: household.income)).fen
    return max(high, household.income - Int64(household.size) * plan.recognitionLine.fen)
  }

  func recognise(_ household: Household, _ block: PopulationBlock, _ members: Range<Int>) {
    guard let identity = plan.book.recognition?.identity else { return }
    gained.removeAll(keepingCapacity: true)
    totalsBefore.removeAll(keepingCapacity: true)
    for index in 0..<members.count {
      totalsBefore.append(PersonResult())
      settleBefore(index, block, members, into: &episodesBefore[index], &totalsBefore[index])
    }
    guard household.applies || totals.contains(where: \.isWarned) || totalsBefore.contains(where: \.isWarned) else {
      return
    }
    var free = Day.distantPast
    while let need = need(after: free, beyond: spare(household), block, members) {
      let from = Day(number: need.day.number + Int32(household.recognitionDelayDays))
      guard from <= Day.last(of: plan.year) else { break }
      free = Day(number: from.adding(months: Self.monthsRecognised).number - 1)
      gained.append(
        (need.member, HeldIdentity(identity, from: from, to: free, applied: need.day, medicalExpense: true)))
      let bit: UInt64 = 1 << UInt64(need.member)
      if from < Day.first(of: plan.year) {
        settleBefore(need.member, block, members, into: &episodesBefore[need.member], &totalsBefore[need.member])
      } else {
        recognised |= bit
      }
      guard free >= Day.first(of: plan.year) else { continue }
      holders |= bit
      settleAgain(need.member, block, members)
    }
    for index in totals.indices where recognised & 1 << UInt64(index) != 0 { payLate(index, block, members) }
  }

  /// The first day on which own payments of the test's months pass what the household could spare, and who paid most.
  private func need(
    after free: Day, beyond spare: Int64, _ block: PopulationBlock, _ members: Range<Int>
  ) -> (day: Day, member: Int)? {
    burdens.removeAll(keepingCapacity: true)
    for (index, member) in members.enumerated() {
      let person = block.persons[member]
      let (earlier, first) = (Int(person.earlier.lowerBound), Int(person.episodes.lowerBound))
      for (offset, result) in episodesBefore[index].enumerated() where result.selfPaid > .zero {
        burdens.append(Burden(day: block.earlier[earlier + offset].day, member: index, fen: result.selfPaid.fen))
      }
      for (offset, result) in episodes[index].enumerated() where result.selfPaid > .zero {
        burdens.append(Burden(day: block.episodes[first + offset].day, member: index, fen: result.selfPaid.fen))
      }
    }
    burdens.sort { $0.day == $1.day ? $0.member < $1.member : $0.day < $1.day }
    var (first, sum) = (0, Int64(0))
    for (last, burden) in burdens.enumerated() {
      sum += burden.fen
      let begin = burden.day.adding(months: -plan.recognitionMonths)
      while burdens[first].day <= begin {
        sum -= burdens[first].fen
        first += 1
      }
      if sum > spare, burden.day > free { return (burden.day, heaviest(burdens[first...last])) }
    }
    return nil
  }

  /// Who of the members paid most; the first of equals.
  private func heaviest(_ burdens: ArraySlice<Burden>) -> Int {
    var sums = [Int64](repeating: 0, count: totals.count)
    for burden in burdens { sums[burden.member] += burden.fen }
    return sums.indices.max { (sums[$0], $1) < (sums[$1], $0) } ?? 0
  }

  /// Identities of a member with those that recognition gave.
  private func hold(_ index: Int, _ block: PopulationBlock, _ person: Person) -> [HeldIdentity] {
    person.identities.map { block.identities[Int($0)] } + gained.filter { $0.member == index }.map(\.identity)
  }

  private func settleAgain(_ index: Int, _ block: PopulationBlock, _ members: Range<Int>) {
    let person = block.persons[members.lowerBound + index]
    let held = hold(index, block, person)
    let care = block.episodes.span.extracting(Int(person.episodes.lowerBound)..<Int(person.episodes.upperBound))
    var trace = NoTrace()
    totals[index] = settler.settle(person.year, held.span, care, into: &episodes[index], trace: &trace)
  }

  private func settleBefore(
    _ index: Int, _ block: PopulationBlock, _ members: Range<Int>, into results: inout [EpisodeResult],
    _ total: inout PersonResult
  ) {
    let person = block.persons[members.lowerBound + index]
    let held = hold(index, block, person)
    let care = block.earlier.span.extracting(Int(person.earlier.lowerBound)..<Int(person.earlier.upperBound))
    var trace = NoTrace()
    total = settlerBefore.settle(person.year, held.span, care, into: &results, trace: &trace)
  }

  /// Pays, within the year, what its recognition brings for care of the year before; what was paid then stays.
  private func payLate(_ index: Int, _ block: PopulationBlock, _ members: Range<Int>) {
    var (results, total) = ([EpisodeResult](), PersonResult())
    settleBefore(index, block, members, into: &results, &total)
    for (result, known) in zip(results, episodesBefore[index]) {
      var payment = result
      (payment.cost, payment.base) = (.zero, .zero)
      (payment.basic, payment.criticalIllness, payment.supplementary) = (.zero, .zero, .zero)
      payment.assistance = max(.zero, result.assistance - known.assistance)
      payment.tilted = max(.zero, result.tilted - known.tilted)
      let sum = payment.assistance + payment.tilted
      guard sum > .zero else { continue }
      totals[index].assistance += payment.assistance
      totals[index].tilted += payment.tilted
      late[index] += sum
      episodes[index].append(payment)
    }
  }
}
