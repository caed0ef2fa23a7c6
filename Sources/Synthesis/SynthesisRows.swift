import Money
import Population
import Reports
import Rules
import Settlement

/// Writes people of a block as rows of CSV, in the words of case files.
struct SynthesisRows {
  let place: String
  let vocabulary: Vocabulary

  /// The row of a household.
  func household(_ household: Household) -> String {
    CSVText.line([
      household.name(in: place), place, Self.residence(household.urban), String(household.size),
      Yuan(fen: household.income).description,
      Yuan(fen: household.income / Int64(max(1, household.size))).description, String(household.poor),
      String(household.applies), String(household.appliesWarned), String(household.recognitionDelayDays),
    ])
  }

  /// The row of a person.
  func person(_ person: Person, _ id: String, of household: Household) -> String {
    let facts = person.year.facts
    return CSVText.line([
      id, household.name(in: place), place, person.year.birth.description, String(person.age), person.sex.id,
      Self.residence(person.urban), InsuranceType.allCases[facts.value(Facts.insurance)].id,
      String(facts.value(Facts.enrolledAfterIllness) == 1), String(facts.value(Facts.needsMaintenance) == 1),
      person.year.designatedAs.map { vocabulary.identities[Int($0)].id } ?? "", Self.day(person.year.premiumPaid),
    ])
  }

  /// The row of an identity.
  func identity(_ held: HeldIdentity, of person: String) -> String {
    CSVText.line([
      person, vocabulary.identities[Int(held.identity)].id, Self.day(held.from), Self.day(held.to),
      Self.day(held.applied), String(held.medicalExpense),
    ])
  }

  /// The row of an episode.
  ///
  /// - Parameter number: from 1, as the case file counts.
  func episode(_ episode: Episode, _ number: Int, of person: String) -> String {
    let facts = episode.facts
    let kind = CareKind.allCases[facts.value(Facts.kind)]
    let treatment = Treatment.allCases[facts.value(Facts.treatment)]
    let cost = episode.cost
    return CSVText.line([
      person, "e\(number)", kind.id, episode.day.description,
      episode.disease == Episode.noDisease ? "" : vocabulary.diseases[Int(episode.disease)].id,
      treatment == .unstated ? "" : treatment.id,
      kind == .chronicOutpatient ? String(facts.value(Facts.chronicClass) + 1) : "", String(facts.value(Facts.level)),
      String(facts.value(Facts.designated) == 1), String(facts.value(Facts.emergency) == 1),
      CareLocation.allCases[facts.value(Facts.location)].id, Referral.allCases[facts.value(Facts.referral)].id,
      Self.claim(episode), cost.total.description,
      cost.inPolicy.description, cost.upfrontB.description, cost.overLimit.description,
      cost.outOfCatalogue.description,
    ])
  }

  private static func residence(_ urban: Bool) -> String { urban ? "urban" : "rural" }

  /// How an episode is claimed: at once, never, or on a day by hand.
  private static func claim(_ episode: Episode) -> String {
    guard episode.facts.value(Facts.claim) == 1 else { return "instant" }
    return episode.claimDay == .distantFuture ? "none" : episode.claimDay.description
  }

  /// A day, or nothing for an open end.
  private static func day(_ day: Day) -> String {
    day == .distantPast || day == .distantFuture ? "" : day.description
  }
}

extension Person {
  /// The person's sex in the words of case files.
  var sex: Sex { male ? .male : .female }
}
