import Money
import Population
import Rules
import Settlement

/// The income test of illness-impoverished patients in one year, as numbers.
struct RecognitionTest: Hashable {
  /// What a member must be left with in a year, fen.
  private let line: Int64
  /// The share of income that own payments must pass.
  private let share: Rate

  init(_ plan: Plan) {
    line = plan.recognitionLine.fen
    share = plan.recognitionShare
  }

  /// What the household could pay itself within twelve months without meeting the test, fen.
  func spare(_ household: Household) -> Int64 {
    max(share.of(Yuan(fen: household.income)).fen, household.income - Int64(household.size) * line)
  }
}

/// Whether illness of the year or the one before could impoverish a household: a question that is cheap to ask, and
/// answered with no only where recognition is out of the question.
struct RecognitionBound: Hashable {
  private let this: RecognitionTest
  private let before: RecognitionTest
  /// Who holds one of these is not recognised, as bits.
  let excluding: UInt64

  /// Nil where the document recognises nobody.
  init?(_ plan: Plan, before planBefore: Plan) {
    guard plan.recognitionLine > .zero, let test = plan.book.recognition else { return nil }
    (this, before) = (RecognitionTest(plan), RecognitionTest(planBefore))
    excluding = test.excluding | 1 << UInt64(test.identity)
  }

  /// What own payments of both years must pass at least, fen.
  func spare(_ household: Household) -> Int64 { min(this.spare(household), before.spare(household)) }

  /// Whether the household might be recognised, given what its members paid of this year.
  ///
  /// - Parameter first: where they begin in `totals`.
  ///
  /// For care of the year before, which is not settled yet, nobody pays more than all that can count.
  func admits(_ household: Household, _ block: PopulationBlock, _ totals: [PersonResult], from first: Int) -> Bool {
    guard household.applies || household.appliesWarned else { return false }
    let limit = spare(household)
    var most: Int64 = 0
    for index in 0..<Int(household.size) {
      let person = block.persons[Int(household.persons.lowerBound) + index]
      guard person.identitySet & excluding == 0 else { return false }
      most += totals[first + index].selfPaid.fen
      for episode in person.earlier {
        let cost = block.earlier[Int(episode)].cost
        most += (cost.total - cost.outOfCatalogue).fen
      }
    }
    return most > limit
  }
}
