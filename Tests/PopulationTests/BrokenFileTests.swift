import Input
import Rules
import Testing

@testable import Population

/// A small place file, whole but for one change, and what is said about the change.
@Suite struct BrokenFileTests {
  static let place = """
    format: medaid-place/1
    id: small
    name: {en: Small, zh: 小}
    population: {value: 990, source: census, year: 2020, confidence: H}
    urban: {value: 400, source: census, year: 2020, confidence: H}
    ages:
      source: census
      year: 2020
      confidence: H
      female: {"0": 5, "1-4": 20, "5-9": 25, "10-14": 25, "15-19": 25, "20-24": 30, "25-29": 30, "30-34": 35, \
    "35-39": 35,
        "40-44": 35, "45-49": 35, "50-54": 35, "55-59": 35, "60-64": 35, "65-69": 35, "70-74": 25, "75-79": 15, \
    "80-84": 10,
        "85+": 5}
      male: {"0": 5, "1-4": 20, "5-9": 25, "10-14": 25, "15-19": 25, "20-24": 30, "25-29": 30, "30-34": 35, "35-39": 35,
        "40-44": 35, "45-49": 35, "50-54": 35, "55-59": 35, "60-64": 35, "65-69": 35, "70-74": 25, "75-79": 15, \
    "80-84": 10,
        "85+": 5}
    households: {count: 400, persons: 1000, onePerson: 100, largest: 8, source: census, year: 2020, confidence: H}
    income:
      perHead: {value: 25000, status: assumption, reason: example}
      sigma: {value: 0.6, source: communique, year: 2024, confidence: M}
      urbanToRural: {value: 2.3, source: communique, year: 2024, confidence: H}
      poorShare: {value: 0.1, status: assumption, reason: example}
    allowanceStandard: {value: 600, status: assumption, reason: example}
    povertyLine: {value: 7200, status: assumption, reason: example}
    priceLevel: {value: 0.9, status: assumption, reason: example}
    insurance: {residentTier1: 0.8, residentTier2: 0, employee: 0.15, none: 0.05, status: assumption, reason: example}
    identities:
      household:
        minimumLivingAllowance: {share: 0.03, poorTimes: 20, status: assumption, reason: example}
      person:
        orphan: {share: 0.001, ages: [0, 17], status: assumption, reason: example}
    changes: {begin: 0.1, end: 0.1, medicalExpense: 0.2, applicationDays: 30, status: assumption, reason: example}
    recognition: {applies: 0.5, delayDays: [10, 20], carriedOverCost: 50000, carriedOver: 0.1, status: assumption,
      reason: example}

    """

  private func message(_ text: String) -> String? {
    do {
      _ = try PlaceModel.read(text, file: "small.yaml", vocabulary: Vocabulary.shared(), fillsGaps: false)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func theWholeFileIsRead() { #expect(message(Self.place) == nil) }

  @Test(arguments: [
    (
      "format: medaid-place/1", "format: medaid-place/2",
      "small.yaml:1: format: the format is \"medaid-place/2\" (did you mean medaid-place/1?)"
    ),
    ("id: small\n", "", "small.yaml:1: id: the key is missing"),
    (
      "priceLevel:", "pricelevel:",
      """
      small.yaml:1: priceLevel: the key is missing
      error: small.yaml:24: pricelevel: there is no such key here (did you mean priceLevel?)
      """
    ),
    (
      "sigma: {value: 0.6,", "sigma: {value: -0.6,",
      "small.yaml:19: income.sigma.value: a number from 0.05 to 3 is expected here, not \"-0.6\""
    ),
    (
      "sigma: {value: 0.6,", "sigma: {value: 6e-1,",
      "small.yaml:19: income.sigma.value: a number from 0.05 to 3 is expected here, not \"6e-1\""
    ),
    (
      "{value: 0.6, source: communique, year: 2024, confidence: M}", "0.6",
      "small.yaml:19: income.sigma: a mapping is expected here, not \"0.6\""
    ),
    (
      "year: 2024, confidence: M", "year: 2024, confidence: medium",
      "small.yaml:19: income.sigma.confidence: \"medium\" is not a confidence (allowed: H, M, L)"
    ),
    (
      "year: 2024, confidence: M", "confidence: M",
      "small.yaml:19: income.sigma.year: a source needs the year it speaks of"
    ),
    (
      "year: 2024, confidence: M", "year: 2024, confidence: L",
      "small.yaml:19: income.sigma: a figure of confidence L is an assumption (add status: assumption)"
    ),
    (
      "{value: 0.9, status: assumption, reason: example}", "{value: 0.9}",
      "small.yaml:24: priceLevel: the parameter has no source (give source, year and confidence, or status: assumption "
        + "and a reason)"
    ),
    (
      "{value: 0.9, status: assumption, reason: example}", "{value: 0.9, status: assumption}",
      "small.yaml:24: priceLevel.reason: an assumption needs a reason"
    ),
    (
      "{value: 0.9, status: assumption, reason: example}", "{value: 0.9, status: assumed, reason: example}",
      """
      small.yaml:24: priceLevel.status: "assumed" is not a status (allowed: assumption)
      error: small.yaml:24: priceLevel: the parameter has no source (give source, year and confidence, or status: \
      assumption and a reason)
      """
    ),
    (
      "{value: 400, source", "{value: 4000, source",
      "small.yaml:5: urban: more people live in towns than there are people"
    ),
    (
      "residentTier1: 0.8", "residentTier1: 0.7",
      "small.yaml:25: insurance: the shares of the four kinds add up to 0.9, not to 1"
    ),
    (
      "residentTier1: 0.8, residentTier2: 0, employee: 0.15", "residentTier1: 0, residentTier2: 0, employee: 0.95",
      "small.yaml:1: insurance: more adults of one residence would be employees than there are (lower employee, or "
        + "bring employeeUrbanTimes nearer to 1)"
    ),
    (
      "\"80-84\": 10,\n    \"85+\": 5}\n  male", "\"85+\": 5}\n  male",
      "small.yaml:10: ages.female.80-84: the key is missing"
    ),
    (
      "persons: 1000, onePerson: 100", "persons: 500, onePerson: 100",
      "small.yaml:16: households: no household sizes from 1 to 8 have 100 of 400 households with one member and 500 "
        + "members in all"
    ),
    (
      "    minimumLivingAllowance:", "    minimumLivingAlowance:",
      "small.yaml:28: identities.household.minimumLivingAlowance: there is no such identity (did you mean "
        + "minimumLivingAllowance?)"
    ),
    (
      "    orphan:", "    allowanceMarginFamily:",
      """
      small.yaml:30: identities.person.allowanceMarginFamily: the identity covers a household (move it to \
      identities.household)
      """
    ),
    (
      "share: 0.03, poorTimes: 20", "share: 0.9, poorTimes: 20",
      "small.yaml:28: identities.household: household identities cover 0.9 of all people, and all people are 1 (a "
        + "household holds one at most, and a fifth of households must be left without: lower shares)"
    ),
    (
      "share: 0.001, ages: [0, 17]", "share: 0.2, ages: [0, 17]",
      "small.yaml:30: identities.person.orphan: 0.2 of all people hold the identity, but only REACH can (a fifth of "
        + "those who can must be left without: lower the share, or widen ages and householdAtMost)"
    ),
    (
      "share: 0.001, ages: [0, 17]",
      "share: 0.001, overlaps: {minimumLivingAllowance: 0.7, stablyLiftet: 0.4}, ages: [0, 17]",
      "small.yaml:30: identities.person.orphan.overlaps.stablyLiftet: there is no such identity (did you mean "
        + "stablyLifted?)"
    ),
    (
      "share: 0.001, ages: [0, 17]",
      "share: 0.001, overlaps: {minimumLivingAllowance: 0.7, stablyLifted: 0.4}, ages: [0, 17]",
      "small.yaml:30: identities.person.orphan.overlaps: the overlaps are more than all holders"
    ),
    (
      "share: 0.001, ages: [0, 17]", "share: 0.001, ages: [0, 17], insurance: employee",
      "small.yaml:30: identities.person.orphan: nobody of this place can hold the identity (look at its residence, "
        + "ages, householdAtMost and insurance, or set its share to 0)"
    ),
    (
      "ages: [0, 17], status", "ages: [17, 0], residence: village, status",
      """
      small.yaml:30: identities.person.orphan.residence: "village" is not allowed here (allowed: any, urban, rural)
      error: small.yaml:30: identities.person.orphan.ages: the first age is the lower one
      """
    ),
    (
      "begin: 0.1, end: 0.1", "begin: 0.6, end: 0.6",
      "small.yaml:31: changes: begin and end add up to 1.2, which is more than 1"
    ),
    (
      "delayDays: [10, 20]", "delayDays: 10",
      "small.yaml:32: recognition.delayDays: a list of 2 numbers is expected here, not \"10\""
    ),
  ])
  func aBrokenPlaceIsRefused(_ from: String, _ to: String, _ expected: String) throws {
    try #require(Self.place.contains(from))
    let found = message(Self.place.replacing(from, with: to))
    #expect(found == "error: " + expected)
  }
}
